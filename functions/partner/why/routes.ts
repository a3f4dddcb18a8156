import type { Route } from '#functions/site/site.ts';
import type { AreaDesk } from '#lib/usecases/desk.ts';
import { ownRound } from '../own-round.ts';
import { getWhy } from './pages/why/get-why.tsx';

/** Why a hospital takes part; a function of its own, which holds the tables of areas that the lists do without. */
export const routes: readonly Route<AreaDesk>[] = [
  { method: 'GET', path: '/h/rounds/{round}/why', action: 'verdict.see', resource: ownRound, page: getWhy },
];
