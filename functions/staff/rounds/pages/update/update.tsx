import { field, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { movedWords } from '#functions/staff/components/moved-words.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import type { ProposalStanding } from '#lib/core/rounds/release-proposal.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { confirmUpdate, proposeUpdate, readUpdating, type UpdateRefused } from '#lib/usecases/update-released.ts';
import { UpdatePage } from './update-page.tsx';

/** Answers corrected after the release, and the button of whoever's turn it is. */
export const getUpdate: AreaPage = (request, desk) => shown(request, desk);

/** The first of two people asks that what was released be updated. */
export const postProposeUpdate: AreaPage = (request, desk) =>
  pressed(request, desk, proposeUpdate, ({ id }) => `/s/rounds/${id}/update`);

/** The second confirms it, and the update is ordered. */
export const postUpdate: AreaPage = (request, desk) =>
  pressed(request, desk, confirmUpdate, ({ id, job }) =>
    job === undefined ? `/s/rounds/${id}/update` : `/s/jobs/${job}`,
  );

type Turn = Parameters<AreaPage>;

async function pressed(
  request: Turn[0],
  desk: Turn[1],
  act: typeof confirmUpdate,
  next: (round: Round) => string,
): Promise<PageResponse> {
  if (field(request, 'confirm') !== 'yes')
    return shown(request, desk, '更新する内容を確かめたら、印を付けてください。');
  const done = await act(desk, request.actor, param(request, 'round'), field(request, 'covers'));
  return done.ok ? { redirect: next(done.value) } : shown(request, desk, refusedWords(done.error));
}

async function shown(request: Turn[0], desk: Turn[1], message?: string): Promise<PageResponse> {
  const view = await readUpdating(desk, request.actor, param(request, 'round'));
  if (!view) return { redirect: `/s/rounds/${param(request, 'round')}` };
  const problems = message === undefined ? [] : [{ field: 'confirm', message }];
  const page = <UpdatePage viewer={request} view={view} problems={problems} />;
  return message === undefined ? { page } : { page, status: 422 };
}

function refusedWords(refused: UpdateRefused): string {
  if (refused.kind === 'nothing-to-release') return '承認された修正がまだありません。';
  return refused.kind === 'not-given' ? standingWords[refused.standing] : movedWords(refused);
}

const standingWords: Readonly<Record<ProposalStanding, string>> = {
  none: '更新には、先に別の担当者の依頼が必要です。',
  lapsed: '確かめている間に回答が変わりました。いまの内容をもう一度確かめてください。',
  own: '依頼した本人は確認できません。別の担当者がこのページで確かめると、更新されます。',
  given: '別の担当者がすでに更新を依頼しています。内容を確かめてください。',
};
