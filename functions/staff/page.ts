import type { PageRequest } from '#functions/site/request.ts';
import type { Route } from '#functions/site/site.ts';
import type { AreaEdition, MatchEdition, SurveyEdition } from '#lib/core/program.ts';
import type { StaffDesk } from './desk.ts';

export type StaffRoute<E extends SurveyEdition = SurveyEdition> = Route<StaffDesk<E>>;

/** What serves one line of the staff's route table. */
export type StaffPage<E extends SurveyEdition = SurveyEdition> = StaffRoute<E>['page'];

/** A page that judges who takes part. */
export type AreaPage = StaffPage<AreaEdition>;

/** A page that ranks partners. */
export type MatchPage = StaffPage<MatchEdition>;

/** The prefecture (two-digit code) to which this person's pages are confined; undefined for the ministry. */
export const ownPrefecture = ({ actor }: Pick<PageRequest, 'actor'>): string | undefined =>
  actor.kind === 'prefecture' ? actor.prefecture : undefined;
