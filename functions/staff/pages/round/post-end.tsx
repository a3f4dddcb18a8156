import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { endRound } from '#lib/usecases/move-round.ts';
import { movedWords } from '../../components/moved-words.ts';
import { loadRound } from './load-round.ts';
import { RoundPage } from './round-page.tsx';

/** Ends a round without a release, once that was confirmed. */
export const postEnd: StaffPage = async (request, desk) => {
  const id = param(request, 'round');
  const confirmed = field(request, 'end-confirm') === 'yes';
  const ended = confirmed ? await endRound(desk, request.actor, id) : undefined;
  if (ended?.ok) return { redirect: `/s/rounds/${id}?done=ended` };
  const view = await loadRound(desk, request.actor, id);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const message = ended ? movedWords(ended.error) : '終えることを確かめたら、印を付けてください。';
  return {
    page: <RoundPage viewer={request} view={view} problems={[{ field: 'end-confirm', message }]} />,
    status: 422,
  };
};
