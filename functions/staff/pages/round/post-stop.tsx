import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { reopenRound, stopRound } from '#lib/usecases/stop-round.ts';
import { movedWords } from '../../components/moved-words.ts';
import { loadRound } from './load-round.ts';
import { RoundPage } from './round-page.tsx';

export const postStop: StaffPage = async (request, desk) => {
  const id = param(request, 'round');
  const typed = field(request, 'stop-reason');
  const stopped = await stopRound(desk, request.actor, id, typed);
  if (stopped.ok) return { redirect: `/s/rounds/${id}?done=stopped` };
  const view = await loadRound(desk, request.actor, id);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { error } = stopped;
  const message = error.kind === 'problem' ? error.message : movedWords(error);
  const problems = [{ field: 'stop-reason', message }];
  return { page: <RoundPage viewer={request} view={view} typedReason={typed} problems={problems} />, status: 422 };
};

export const postReopen: StaffPage = async (request, desk) => {
  const id = param(request, 'round');
  const reopened = await reopenRound(desk, request.actor, id);
  if (reopened.ok) return { redirect: `/s/rounds/${id}?done=reopened` };
  const view = await loadRound(desk, request.actor, id);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const problems = [{ field: 'main', message: movedWords(reopened.error) }];
  return { page: <RoundPage viewer={request} view={view} problems={problems} />, status: 409 };
};
