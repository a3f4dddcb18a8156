import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { MatchDesk } from '#lib/usecases/desk.ts';
import { type ApproachRefused, messageLimit, startApproach } from '#lib/usecases/start-approach.ts';
import { ownOrganisation } from '../../own-round.ts';
import { sheetWith } from '../sheet/get-sheet.tsx';

/** POST …/list/{destination}/approach: asks to talk; pressing twice asks once. */
export async function postApproach(request: PageRequest, desk: MatchDesk): Promise<PageResponse> {
  const round = param(request, 'round');
  const partner = param(request, 'destination');
  const message = field(request, 'message');
  const wish = { round, organisation: ownOrganisation(request), partner, message };
  const started = await startApproach(desk, request.actor, wish);
  if (started.ok) return { redirect: `/h/rounds/${round}/approaches?with=${encodeURIComponent(partner)}` };
  if (started.error.kind === 'not-in-list') return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  return sheetWith(request, desk, { message, problems: [{ field: 'message', message: wordsFor(started.error) }] });
}

function wordsFor(refused: Exclude<ApproachRefused, { kind: 'not-in-list' }>): string {
  switch (refused.kind) {
    case 'message-missing':
      return '相談の内容を入力してください。';
    case 'message-too-long':
      return `相談の内容は${messageLimit}文字以内で入力してください。`;
    case 'closed':
      return `この病院は現在、相談を受け付けていません。${refused.because}`;
    case 'no-contact':
      return refused.of === 'own'
        ? '貴院の担当者の連絡先が登録されていないため、送れませんでした。調査の問い合わせ先にご連絡ください。'
        : '相手の担当者の連絡先が登録されていないため、送れませんでした。調査の問い合わせ先にご連絡ください。';
    case 'already-asked':
      return 'この病院からは、すでに相談が届いています。相談の状況のページをご覧ください。';
  }
}
