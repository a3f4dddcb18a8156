import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { movedWords } from '#functions/staff/components/moved-words.ts';
import type { AreaStaffDesk } from '#functions/staff/desk.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import type { Result } from '#lib/core/result.ts';
import type { ProposalStanding } from '#lib/core/rounds/release-proposal.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { confirmRelease, proposeRelease, type ReleaseRefused, withdrawRelease } from '#lib/usecases/release-in-two.ts';
import { loadRelease, placeOf } from './load-release.ts';
import { ReleasePage } from './release-page.tsx';

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
  const message = await refusalOf(request, () => act(desk, request.actor, id, field(request, 'covers')));
  if (typeof message !== 'string') return { redirect: next(message) };
  const view = await loadRelease(desk, request.actor, id);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { release } = view;
  if (!release) return { redirect: placeOf(view.round) };
  const problems = [{ field: 'confirm', message }];
  return { page: <ReleasePage viewer={request} view={view} release={release} problems={problems} />, status: 422 };
}

/** The round as the act left it, or why it was not done. */
async function refusalOf(
  request: PageRequest,
  act: () => Promise<Result<Round, ReleaseRefused>>,
): Promise<Round | string> {
  if (field(request, 'confirm') !== 'yes') return '提供する内容を確かめたら、印を付けてください。';
  const done = await act();
  if (done.ok) return done.value;
  if (done.error.kind === 'nothing-to-release') return '提供できる回答がまだありません。';
  return done.error.kind === 'not-given' ? standingWords[done.error.standing] : movedWords(done.error);
}

const standingWords: Readonly<Record<ProposalStanding, string>> = {
  none: '提供には、先に別の担当者の依頼が必要です。',
  lapsed: '確かめている間に提供する回答が変わりました。いまの内容をもう一度確かめてください。',
  own: '依頼した本人は確認できません。別の担当者がこのページで確かめると、提供されます。',
  given: '別の担当者がすでに提供を依頼しています。内容を確かめてください。',
};
