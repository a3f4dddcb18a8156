import type { Route } from '#functions/site/site.ts';
import type { MatchDesk } from '#lib/usecases/desk.ts';
import { ownRound } from '../own-round.ts';
import { getListXlsx } from './pages/list/get-list-xlsx.ts';

/** A hospital's list as a file; a function of its own, since ranking and writing Excel together are large and seldom needed. */
export const routes: readonly Route<MatchDesk>[] = [
  { method: 'GET', path: '/h/rounds/{round}/list/xlsx', action: 'list.see', resource: ownRound, page: getListXlsx },
];
