import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { AreaStaffDesk } from '#functions/staff/desk.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { confirmRelease, proposeRelease, withdrawRelease } from '#lib/usecases/release-in-two.ts';
import { saidByTwo } from '../../two-people/said-by-two.ts';
import { loadRelease, placeOf } from './load-release.ts';
import { ReleasePage } from './release-page.tsx';
import { releaseWords } from './release-words.ts';

/** The first of two people asks that the answers be handed on. */
export const postPropose: AreaPage = (request, desk) =>
  pressed(request, desk, proposeRelease, ({ id }) => `/s/rounds/${id}/release`);

/** The second confirms it, and the release is ordered. */
export const postRelease: AreaPage = (request, desk) => pressed(request, desk, confirmRelease, placeOf);

/** Either of them takes back what was asked. */
export const postWithdraw: AreaPage = async (request, desk) => {
  const id = param(request, 'round');
  await withdrawRelease(desk, request.actor, id);
  return { redirect: `/s/rounds/${id}/release` };
};

async function pressed(
  request: PageRequest,
  desk: AreaStaffDesk,
  act: typeof confirmRelease,
  next: (round: Round) => string,
): Promise<PageResponse> {
  const id = param(request, 'round');
  const message = await saidByTwo(request, releaseWords, () => act(desk, request.actor, id, field(request, 'covers')));
  if (typeof message !== 'string') return { redirect: next(message) };
  const view = await loadRelease(desk, request.actor, id);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { release } = view;
  if (!release) return { redirect: placeOf(view.round) };
  const problems = [{ field: 'confirm', message }];
  return { page: <ReleasePage viewer={request} view={view} release={release} problems={problems} />, status: 422 };
}
