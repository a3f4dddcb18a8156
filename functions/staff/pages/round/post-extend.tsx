import { ErrorPage } from '#functions/components/error-page.tsx';
import { typedDay } from '#functions/components/fields/date-field.tsx';
import { param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { dayParts } from '#functions/staff/rounds/pages/new-round/typed-round.ts';
import { extendRound } from '#lib/usecases/extend-round.ts';
import { movedWords } from '../../components/moved-words.ts';
import { loadRound } from './load-round.ts';
import { RoundPage } from './round-page.tsx';

export const postExtend: StaffPage = async (request, desk) => {
  const id = param(request, 'round');
  const typed = dayParts(request, 'due');
  const extended = await extendRound(desk, request.actor, id, typedDay(typed));
  if (extended.ok) return { redirect: `/s/rounds/${id}?done=extended` };
  const view = await loadRound(desk, request.actor, id);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { error } = extended;
  const message = error.kind === 'problem' ? error.message : movedWords(error);
  return {
    page: <RoundPage viewer={request} view={view} typedDue={typed} problems={[{ field: 'due', message }]} />,
    status: 422,
  };
};
