import { ownPrefecture, type StaffPage } from '#functions/staff/page.ts';
import { unreachableHospitals } from '#lib/usecases/unreachable-hospitals.ts';
import { UnreachablePage } from './unreachable-page.tsx';

export const getUnreachable: StaffPage = async (request, desk) => {
  const prefecture = ownPrefecture(request);
  const found = await unreachableHospitals(desk, prefecture);
  return { page: <UnreachablePage viewer={request} found={found} prefecture={prefecture} asOf={desk.world.now()} /> };
};
