import type { Env as AnnouncementsEnv } from '#functions/announcements/env.ts';
import type { Env as FilesEnv } from '#functions/files/env.ts';
import type { Env as HospitalEnv } from '#functions/hospital/env.ts';
import type { Env as DispatchEnv } from '#functions/jobs/dispatch/env.ts';
import type { Env as RunJobEnv } from '#functions/jobs/run-job/env.ts';
import type { Env as SendMailEnv } from '#functions/jobs/send-mail/env.ts';
import type { Env as SettleMailEnv } from '#functions/jobs/settle-mail/env.ts';
import type { Env as TickEnv } from '#functions/jobs/tick/env.ts';
import type { Env as LettersEnv } from '#functions/letters/env.ts';
import type { Env as OnBehalfEnv } from '#functions/on-behalf/env.ts';
import type { Env as PartnerEnv } from '#functions/partner/env.ts';
import type { Env as WhyEnv } from '#functions/partner/why/env.ts';
import type { Env as PlanningEnv } from '#functions/planning/env.ts';
import type { Env as PlanningRoundsEnv } from '#functions/planning/rounds/env.ts';
import type { Env as RegisterEnv } from '#functions/register/env.ts';
import type { Env as StaffEnv } from '#functions/staff/env.ts';
import type { Env as StaffExportsEnv } from '#functions/staff/exports/env.ts';
import type { Env as StaffRoundsEnv } from '#functions/staff/rounds/env.ts';
import type { Env as SignInEnv } from '#functions/staff/sign-in/env.ts';
import type { Env as StudioEnv } from '#functions/studio/env.ts';
import type { Env as UnsubscribeEnv } from '#functions/unsubscribe/env.ts';
import type { Env as WorkbookEnv } from '#functions/workbook/env.ts';

/** What each bundle must be told, so that a variable that a function asks for and infra forgets is a compile error. */
export interface FunctionEnvironments {
  readonly public: Record<never, string>;
  readonly hospital: HospitalEnv;
  readonly partner: PartnerEnv;
  readonly 'partner-why': WhyEnv;
  readonly workbook: WorkbookEnv;
  readonly register: RegisterEnv;
  readonly files: FilesEnv;
  readonly 'on-behalf': OnBehalfEnv;
  readonly staff: StaffEnv;
  readonly letters: LettersEnv;
  readonly announcements: AnnouncementsEnv;
  readonly unsubscribe: UnsubscribeEnv;
  readonly 'staff-exports': StaffExportsEnv;
  readonly 'staff-rounds': StaffRoundsEnv;
  readonly 'staff-sign-in': SignInEnv;
  readonly studio: StudioEnv;
  readonly planning: PlanningEnv;
  readonly 'planning-rounds': PlanningRoundsEnv;
  readonly 'jobs-run-job': RunJobEnv;
  readonly 'jobs-dispatch': DispatchEnv;
  readonly 'jobs-send-mail': SendMailEnv;
  readonly 'jobs-settle-mail': SettleMailEnv;
  readonly 'jobs-tick': TickEnv;
}
