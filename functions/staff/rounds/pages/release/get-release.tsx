import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { loadRelease, placeOf } from './load-release.ts';
import { ReleasePage } from './release-page.tsx';

export const getRelease: AreaPage = async (request, desk) => {
  const view = await loadRelease(desk, request.actor, param(request, 'round'));
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { release } = view;
  if (!release) return { redirect: placeOf(view.round) };
  return { page: <ReleasePage viewer={request} view={view} release={release} problems={[]} /> };
};
