import type { AreaEdition } from '#lib/core/program.ts';
import type { StaffRoute } from '../page.ts';
import { roundResource } from '../round-resource.ts';
import { formToAsk } from './pages/new-round/form-to-ask.ts';
import { getNewRound } from './pages/new-round/get-new-round.tsx';
import { postNewRound } from './pages/new-round/post-new-round.tsx';
import { getPlan } from './pages/plan/get-plan.tsx';
import { postPlan } from './pages/plan/post-plan.tsx';
import { getPreview } from './pages/preview/get-preview.tsx';
import { postCancel } from './pages/preview/post-cancel.ts';
import { postCheck } from './pages/preview/post-check.ts';
import { postOpen } from './pages/preview/post-open.tsx';
import { getRelease } from './pages/release/get-release.tsx';
import { postPropose, postRelease, postWithdraw } from './pages/release/post-release.tsx';
import { getUpdate, postProposeUpdate, postUpdate, postWithdrawUpdate } from './pages/update/update.tsx';

const round = '/s/rounds/{round}';
const prepare = { action: 'round.prepare', resource: roundResource } as const;
const open = { action: 'round.open', resource: roundResource } as const;
const release = { action: 'round.release', resource: roundResource } as const;

/** Where a round is prepared and sent, and the ministry hands its answers on, a line a page; a function of its own, since it alone of these judges who takes part. */
export const routes: readonly StaffRoute<AreaEdition>[] = [
  { method: 'GET', path: '/s/rounds/new', action: 'round.prepare', resource: formToAsk, page: getNewRound },
  { method: 'POST', path: '/s/rounds/new', action: 'round.prepare', resource: formToAsk, page: postNewRound },
  { method: 'GET', path: `${round}/preview`, ...open, page: getPreview },
  { method: 'GET', path: `${round}/plan`, ...prepare, page: getPlan },
  { method: 'POST', path: `${round}/plan`, ...prepare, page: postPlan },
  { method: 'POST', path: `${round}/check`, ...open, page: postCheck },
  { method: 'POST', path: `${round}/open`, ...open, page: postOpen },
  { method: 'POST', path: `${round}/cancel`, action: 'round.close', resource: roundResource, page: postCancel },
  { method: 'GET', path: `${round}/release`, ...release, page: getRelease },
  { method: 'POST', path: `${round}/release/propose`, ...release, page: postPropose },
  { method: 'POST', path: `${round}/release/withdraw`, ...release, page: postWithdraw },
  { method: 'POST', path: `${round}/release`, ...release, page: postRelease },
  { method: 'GET', path: `${round}/update`, ...release, page: getUpdate },
  { method: 'POST', path: `${round}/update/propose`, ...release, page: postProposeUpdate },
  { method: 'POST', path: `${round}/update/withdraw`, ...release, page: postWithdrawUpdate },
  { method: 'POST', path: `${round}/update`, ...release, page: postUpdate },
];
