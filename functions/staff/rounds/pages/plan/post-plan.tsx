import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, param } from '#functions/site/request.ts';
import { movedWords } from '#functions/staff/components/moved-words.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { changePlan } from '#lib/usecases/change-plan.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import { typedDays, typedPlan } from '../new-round/typed-round.ts';
import { PlanPage } from './plan-page.tsx';

export const postPlan: AreaPage = async (request, desk) => {
  const id = param(request, 'round');
  const typed = typedPlan(request);
  const version = Number(field(request, 'version'));
  const changed = await changePlan(desk, request.actor, id, { ...typed, ...typedDays(typed), version });
  if (changed.ok) return { redirect: `/s/rounds/${id}/preview` };
  const { error } = changed;
  const round = await readRound(desk, id);
  if (!round) return { page: <ErrorPage kind="not-found" />, status: 404 };
  if (round.state !== 'preparing') return { redirect: `/s/rounds/${id}` };
  const problems = error.kind === 'problems' ? error.problems : [{ field: 'title', message: movedWords(error) }];
  return {
    page: <PlanPage viewer={request} round={round} typed={typed} version={round.version} problems={problems} />,
    status: error.kind === 'problems' ? 422 : 409,
  };
};
