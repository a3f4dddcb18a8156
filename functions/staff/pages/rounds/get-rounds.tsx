import { ownPrefecture, type StaffPage } from '#functions/staff/page.ts';
import { surveyOf } from '#lib/core/program.ts';
import { allRounds } from '#lib/usecases/read-round.ts';
import { RoundsPage } from './rounds-page.tsx';

export const getRounds: StaffPage = async (request, desk) => {
  const shown = (await allRounds(desk)).filter(
    ({ state }) => ownPrefecture(request) === undefined || state !== 'preparing',
  );
  const lines = shown.map((round) => ({ round, found: surveyOf(desk.programs, round) }));
  return { page: <RoundsPage viewer={request} lines={lines} asOf={desk.world.now()} /> };
};
