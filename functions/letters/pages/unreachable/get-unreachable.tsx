import type { PageRequest } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import { ownPrefecture, type StaffPage } from '#functions/staff/page.ts';
import { unreachableHospitals } from '#lib/usecases/unreachable-hospitals.ts';
import { type RefusedLift, UnreachablePage } from './unreachable-page.tsx';

export const getUnreachable: StaffPage = (request, desk) => showUnreachable(request, desk);

/** The list, with what was typed to lift an address beside what is wrong with it. */
export async function showUnreachable(request: PageRequest, desk: StaffDesk, refused?: RefusedLift) {
  const prefecture = ownPrefecture(request);
  const found = await unreachableHospitals(desk, prefecture);
  const page = (
    <UnreachablePage
      viewer={request}
      found={found}
      prefecture={prefecture}
      asOf={desk.world.now()}
      lifted={request.query.get('done') === 'lifted'}
      refused={refused}
    />
  );
  return { page, status: refused ? 422 : 200 };
}
