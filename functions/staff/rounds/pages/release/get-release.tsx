import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { loadRelease, placeOf } from './load-release.ts';
import { ReleasePage } from './release-page.tsx';

export const getRelease: AreaPage = async (request, desk) => {
  const view = await loadRelease(desk, param(request, 'round'));
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { round, release, today } = view;
  if (!release) return { redirect: placeOf(round) };
  return { page: <ReleasePage viewer={request} round={round} release={release} today={today} problems={[]} /> };
};
