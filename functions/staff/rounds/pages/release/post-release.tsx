import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, param } from '#functions/site/request.ts';
import { movedWords } from '#functions/staff/components/moved-words.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { releaseRound } from '#lib/usecases/move-round.ts';
import { loadRelease, placeOf } from './load-release.ts';
import { ReleasePage } from './release-page.tsx';

/** Orders the release, once what was confirmed is still what would be passed on. */
export const postRelease: AreaPage = async (request, desk) => {
  const id = param(request, 'round');
  const view = await loadRelease(desk, id);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { round, release, today } = view;
  if (!release) return { redirect: placeOf(round) };
  const refuse = (message: string) => ({
    page: (
      <ReleasePage
        viewer={request}
        round={round}
        release={release}
        today={today}
        problems={[{ field: 'confirm', message }]}
      />
    ),
    status: 422,
  });
  if (field(request, 'passedOn') !== String(release.passedOn)) {
    return refuse(
      `確かめている間に回答が変わり、提供するのは${release.passedOn}病院になりました。もう一度確かめてください。`,
    );
  }
  if (release.passedOn === 0) return refuse('提供できる回答がまだありません。');
  if (field(request, 'confirm') !== 'yes') return refuse('提供する内容を確かめたら、印を付けてください。');
  const released = await releaseRound(desk, request.actor, id);
  if (!released.ok) return refuse(movedWords(released.error));
  return { redirect: `/s/jobs/${released.value.job}` };
};
