import type { Job } from '#lib/core/jobs/job.ts';
import type { Edition } from '#lib/core/program.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { announce } from './jobs/announce.ts';
import { askHospitals } from './jobs/ask-hospitals.ts';
import { chaseDocument } from './jobs/chase-document.ts';
import { exportAnswers } from './jobs/export-answers.ts';
import { forgetRecipients } from './jobs/forget-recipients.ts';
import { importOrganisations } from './jobs/import-organisations.ts';
import { informPartners } from './jobs/inform-partners.ts';
import { readForm } from './jobs/read-form.ts';
import { readWorkbook } from './jobs/read-workbook.ts';
import { remindCorrections } from './jobs/remind-corrections.ts';
import { remindHospitals } from './jobs/remind-hospitals.ts';
import { sendDocument } from './jobs/send-document.ts';
import { sweepUploads } from './jobs/sweep-uploads.ts';
import { type SolverDesk, tryAllocation } from './jobs/try-allocation.ts';
import { updateReleased } from './jobs/update-released.ts';
import type { Progress } from './jobs/work.ts';
import { writeToCheck } from './jobs/write-to-check.ts';
import type { FilesDesk } from './take-file.ts';

/** What jobs of every kind work with. */
export type JobDesk = FilesDesk<Edition> & SolverDesk;

const steps: Readonly<Record<Job['kind'], (desk: JobDesk, job: Job) => Promise<Progress>>> = {
  'check-addresses': writeToCheck,
  'open-round': askHospitals,
  'release-round': informPartners,
  'update-released': updateReleased,
  remind: remindHospitals,
  'remind-corrections': remindCorrections,
  'import-organisations': importOrganisations,
  'export-answers': exportAnswers,
  'try-allocation': tryAllocation,
  announce,
  'forget-recipients': forgetRecipients,
  'send-document': sendDocument,
  'chase-document': chaseDocument,
  'read-workbook': readWorkbook,
  'read-form': readForm,
  'sweep-uploads': sweepUploads,
};

/** Does one step of a job of whatever kind. */
export const runJob = (desk: JobDesk, id: string): Promise<void> =>
  takeStep(desk, id, (job) => steps[job.kind](desk, job));

/** Does one step of a job; while it runs, its row's change brings the next step. Every step may be repeated, and a second runner's is dropped at the version. */
export async function takeStep(desk: Desk, id: string, step: (job: Job) => Promise<Progress>): Promise<void> {
  const job = await find(desk.table, rows.job, keys.job(id));
  if (job?.state !== 'running') return;
  const progress = await step(job);
  const next: Job = { ...job, ...progress, touchedAt: desk.world.now(), version: job.version + 1 };
  await desk.table.write({ put: rows.job.item(next), expect: { equals: { version: job.version } } });
}
