import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { releaseRound } from '#lib/usecases/move-round.ts';
import { loadRound } from './load-round.ts';
import { movedWords } from './moved-words.ts';
import { RoundPage } from './round-page.tsx';

/** Orders the release, once what was confirmed is still what would be passed on. */
export const postRelease: StaffPage = async (request, desk) => {
  const id = param(request, 'round');
  const view = await loadRound(desk, request.actor, id);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const refuse = (message: string) => ({
    page: <RoundPage viewer={request} view={view} problems={[{ field: 'confirm', message }]} />,
    status: 422,
  });
  if (view.release === undefined) {
    const job = view.round.job;
    return { redirect: view.round.state === 'releasing' && job !== undefined ? `/s/jobs/${job}` : `/s/rounds/${id}` };
  }
  if (field(request, 'passedOn') !== String(view.release.passedOn)) {
    return refuse(
      `確かめている間に回答が変わり、提供するのは${view.release.passedOn}病院になりました。もう一度確かめてください。`,
    );
  }
  if (view.release.passedOn === 0) return refuse('提供できる回答がまだありません。');
  if (field(request, 'confirm') !== 'yes') return refuse('提供する内容を確かめたら、印を付けてください。');
  const released = await releaseRound(desk, request.actor, id);
  if (!released.ok) return refuse(movedWords(released.error));
  return { redirect: `/s/jobs/${released.value.job}` };
};
