import type { StaffRoute } from '#functions/staff/page.ts';
import type { MatchEdition } from '#lib/core/program.ts';
import { getAllocation, postAllocation } from './pages/allocation/allocation.tsx';
import { getPlan } from './pages/allocation/get-plan.tsx';
import { getExposure } from './pages/exposure/get-exposure.tsx';

/** The pages on which the ministry tries things out on a released round, a line a page. */
export const routes: readonly StaffRoute<MatchEdition>[] = [
  { method: 'GET', path: '/s/planning/exposure', action: 'planning.see', page: getExposure },
  { method: 'GET', path: '/s/planning/allocation', action: 'planning.see', page: getAllocation },
  { method: 'POST', path: '/s/planning/allocation', action: 'planning.try', page: postAllocation },
  { method: 'GET', path: '/s/planning/allocation/{plan}', action: 'planning.see', page: getPlan },
];
