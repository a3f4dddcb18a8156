import type { StaffRoute } from '#functions/staff/page.ts';
import type { Edition } from '#lib/core/program.ts';
import { getAllocation, postAllocation } from './pages/allocation/allocation.tsx';
import { getPlan } from './pages/allocation/get-plan.tsx';
import { getAreas } from './pages/areas/get-areas.tsx';
import { getExposure } from './pages/exposure/get-exposure.tsx';
import { PlanningHomePage } from './pages/home-page.tsx';

/** The pages on which the ministry tries out choices before it makes them, a line a page. */
export const routes: readonly StaffRoute<Edition>[] = [
  {
    method: 'GET',
    path: '/s/planning',
    action: 'planning.see',
    page: (request) => ({ page: PlanningHomePage({ viewer: request }) }),
  },
  { method: 'GET', path: '/s/planning/areas', action: 'planning.see', page: getAreas },
  { method: 'GET', path: '/s/planning/exposure', action: 'planning.see', page: getExposure },
  { method: 'GET', path: '/s/planning/allocation', action: 'planning.see', page: getAllocation },
  { method: 'POST', path: '/s/planning/allocation', action: 'planning.try', page: postAllocation },
  { method: 'GET', path: '/s/planning/allocation/{plan}', action: 'planning.see', page: getPlan },
];
