import type { Route } from '#functions/site/site.ts';
import type { MatchDesk } from '#lib/usecases/desk.ts';
import { ownRound } from './own-round.ts';
import { getApproaches } from './pages/approach/get-approaches.tsx';
import { postApproach } from './pages/approach/post-approach.tsx';
import { getInbox } from './pages/inbox/get-inbox.tsx';
import { getCompare } from './pages/list/get-compare.tsx';
import { getList } from './pages/list/get-list.tsx';
import { getSheet } from './pages/sheet/get-sheet.tsx';

const list = '/h/rounds/{round}/list';

/** The pages on partners: who fits, why, and the way to talk. */
export const routes: readonly Route<MatchDesk>[] = [
  { method: 'GET', path: list, action: 'list.see', resource: ownRound, page: getList },
  { method: 'GET', path: `${list}/compare`, action: 'sheet.see', resource: ownRound, page: getCompare },
  { method: 'GET', path: `${list}/{destination}`, action: 'sheet.see', resource: ownRound, page: getSheet },
  {
    method: 'POST',
    path: `${list}/{destination}/approach`,
    action: 'approach.start',
    resource: ownRound,
    page: postApproach,
  },
  {
    method: 'GET',
    path: '/h/rounds/{round}/approaches',
    action: 'approach.see',
    resource: ownRound,
    page: getApproaches,
  },
  { method: 'GET', path: '/h/rounds/{round}/inbox', action: 'approach.see', resource: ownRound, page: getInbox },
];
