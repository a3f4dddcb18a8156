import { ownPrefecture, type StaffPage } from '#functions/staff/page.ts';
import { todaysWork } from '#lib/usecases/todays-work.ts';
import { HomePage } from './home-page.tsx';

export const getHome: StaffPage = async (request, desk) => {
  const prefecture = ownPrefecture(request);
  return { page: <HomePage viewer={request} work={await todaysWork(desk, request.actor)} prefecture={prefecture} /> };
};
