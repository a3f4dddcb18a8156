import { ownPrefecture, type StaffPage } from '#functions/staff/page.ts';
import { findSurvey } from '#lib/usecases/find-survey.ts';
import { allRounds } from '#lib/usecases/read-round.ts';
import { RoundsPage } from './rounds-page.tsx';

export const getRounds: StaffPage = async (request, desk) => {
  const shown = (await allRounds(desk)).filter(
    ({ state }) => ownPrefecture(request) === undefined || state !== 'preparing',
  );
  const lines = await Promise.all(shown.map(async (round) => ({ round, found: await findSurvey(desk, round) })));
  return { page: <RoundsPage viewer={request} lines={lines} asOf={desk.world.now()} /> };
};
