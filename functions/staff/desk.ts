import type { AreaEdition, MatchEdition, SurveyEdition } from '#lib/core/program.ts';
import type { Desk } from '#lib/usecases/desk.ts';

/** What staff pages work with: also the site's address, for previews of mails. */
export interface StaffDesk<E extends SurveyEdition = SurveyEdition> extends Desk<E> {
  readonly origin: string;
}

/** What staff pages work with that judge who takes part. */
export type AreaStaffDesk = StaffDesk<AreaEdition>;

/** What staff pages work with that rank partners. */
export type MatchStaffDesk = StaffDesk<MatchEdition>;
