import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, param } from '#functions/site/request.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { openRound } from '#lib/usecases/move-round.ts';
import { previewRound } from '#lib/usecases/preview-round.ts';
import { PreviewPage } from './preview-page.tsx';

/** Orders the opening, once what was confirmed is still what would be sent. */
export const postOpen: AreaPage = async (request, desk) => {
  const preview = await previewRound(desk, param(request, 'round'), desk.origin);
  if (!preview) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { round, asked } = preview;
  if (round.state !== 'preparing')
    return { redirect: round.job === undefined ? `/s/rounds/${round.id}` : `/s/jobs/${round.job}` };
  const changed = field(request, 'asked') !== String(asked.length);
  const message = changed
    ? `確かめている間に名簿が変わり、依頼先が${asked.length}病院になりました。もう一度確かめてください。`
    : asked.length === 0
      ? '依頼先の病院がありません。名簿を取り込んでから送ってください。'
      : field(request, 'confirm') === 'yes'
        ? undefined
        : '内容を確かめたら、印を付けてください。';
  if (message !== undefined) {
    return {
      page: <PreviewPage viewer={request} preview={preview} problems={[{ field: 'confirm', message }]} />,
      status: 422,
    };
  }
  const opened = await openRound(desk, request.actor, round.id);
  if (!opened.ok) return { redirect: `/s/rounds/${round.id}` };
  return { redirect: `/s/jobs/${opened.value.job}` };
};
