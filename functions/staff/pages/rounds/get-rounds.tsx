import type { StaffPage } from '#functions/staff/page.ts';
import { seesRound } from '#lib/core/rounds/round.ts';
import { findSurvey } from '#lib/usecases/find-survey.ts';
import { allRounds } from '#lib/usecases/read-round.ts';
import { RoundsPage } from './rounds-page.tsx';

export const getRounds: StaffPage = async (request, desk) => {
  const shown = (await allRounds(desk)).filter((round) => seesRound(request.actor, round));
  const lines = await Promise.all(shown.map(async (round) => ({ round, found: await findSurvey(desk, round) })));
  return { page: <RoundsPage viewer={request} lines={lines} asOf={desk.world.now()} /> };
};
