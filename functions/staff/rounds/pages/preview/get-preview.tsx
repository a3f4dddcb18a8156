import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { previewRound } from '#lib/usecases/preview-round.ts';
import { PreviewPage } from './preview-page.tsx';

export const getPreview: AreaPage = async (request, desk) => {
  const preview = await previewRound(desk, param(request, 'round'), desk.origin);
  if (!preview) return { page: <ErrorPage kind="not-found" />, status: 404 };
  if (preview.round.state !== 'preparing') return { redirect: `/s/rounds/${preview.round.id}` };
  return { page: <PreviewPage viewer={request} preview={preview} problems={[]} /> };
};
