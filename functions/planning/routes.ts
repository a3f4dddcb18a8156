import type { StaffRoute } from '#functions/staff/page.ts';
import type { AreaEdition } from '#lib/core/program.ts';
import { getAreas } from './pages/areas/get-areas.tsx';
import { PlanningHomePage } from './pages/home-page.tsx';

/** The pages on which the ministry tries out areas, and the way in to all that can be tried out, a line a page. */
export const routes: readonly StaffRoute<AreaEdition>[] = [
  {
    method: 'GET',
    path: '/s/planning',
    action: 'planning.see',
    page: (request) => ({ page: PlanningHomePage({ viewer: request }) }),
  },
  { method: 'GET', path: '/s/planning/areas', action: 'planning.see', page: getAreas },
];
