import { ErrorPage } from '#functions/components/error-page.tsx';
import { partsOfDay } from '#functions/components/fields/date-field.tsx';
import { param } from '#functions/site/request.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import type { TypedPlanFields } from '../new-round/typed-round.ts';
import { PlanPage } from './plan-page.tsx';

export const getPlan: AreaPage = async (request, desk) => {
  const round = await readRound(desk, param(request, 'round'));
  if (!round) return { page: <ErrorPage kind="not-found" />, status: 404 };
  if (round.state !== 'preparing') return { redirect: `/s/rounds/${round.id}` };
  return {
    page: <PlanPage viewer={request} round={round} typed={planOf(round)} version={round.version} problems={[]} />,
  };
};

const planOf = ({ title, opening, due, release, ladder, office }: Round): TypedPlanFields => ({
  title,
  opening: partsOfDay(opening),
  due: partsOfDay(due),
  release: partsOfDay(release),
  ladder: ladder.map(({ offset }) => String(offset)),
  officeName: office.name,
  officeTelephone: office.telephone,
});
