import type { PageRequest } from '#functions/site/request.ts';
import type { Route } from '#functions/site/site.ts';
import type { StaffDesk } from './desk.ts';

export type StaffRoute = Route<StaffDesk>;

/** What serves one line of the staff's route table. */
export type StaffPage = StaffRoute['page'];

/** The prefecture (two-digit code) to which this person's pages are confined; undefined for the ministry. */
export const ownPrefecture = ({ actor }: Pick<PageRequest, 'actor'>): string | undefined =>
  actor.kind === 'prefecture' ? actor.prefecture : undefined;
