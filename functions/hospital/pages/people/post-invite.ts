import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { invitationLimits } from '#lib/core/access/colleague.ts';
import { type InvitationRefused, inviteColleague, nameLimit } from '#lib/usecases/colleagues/invite-colleague.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { ownOrganisation } from '../../answer-resource.ts';
import { peopleResponse } from './people-response.ts';

/** Invites the person that was typed; another mail domain than usual is asked about first. */
export async function postInvite(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const typed = { name: field(request, 'name'), email: field(request, 'email') };
  const invited = await inviteColleague(desk, request.actor, {
    round: param(request, 'round'),
    organisation: ownOrganisation(request),
    ...typed,
    sure: field(request, 'sure') !== '',
    request: field(request, 'request') || desk.world.id(),
  });
  if (invited.ok) return { redirect: `${request.path}?done=invite` };
  if (invited.error.kind === 'other-domain')
    return peopleResponse(request, desk, { typed, otherDomain: invited.error });
  return peopleResponse(request, desk, { typed, problems: [problemOf(invited.error.kind)] });
}

function problemOf(kind: Exclude<InvitationRefused['kind'], 'other-domain'>) {
  switch (kind) {
    case 'name-missing':
      return { field: 'name', message: '招く方の名前を入力してください。' };
    case 'name-too-long':
      return { field: 'name', message: `名前は${nameLimit}文字以内で入力してください。` };
    case 'email-missing':
      return { field: 'email', message: '招く方のメールアドレスを入力してください。' };
    case 'email-unreadable':
      return { field: 'email', message: 'メールアドレスを入力してください（例：kensyu@example.jp）。' };
    case 'already':
      return { field: 'email', message: 'このメールアドレスには、すでにリンクを送っています。' };
    case 'too-many':
      return {
        field: 'invite',
        message: `招けるのは${invitationLimits.standing}人まで、取り消した方も含めて${invitationLimits.ever}人までです。`,
      };
    case 'too-fast':
      return { field: 'invite', message: '続けて多くの方を招いています。10分ほど待ってから、もう一度招いてください。' };
    case 'closed':
    case 'not-asked':
      return { field: 'invite', message: 'いまは受付をしていないため、招けません。' };
    case 'moved-meanwhile':
      return {
        field: 'invite',
        message: '同時に別の操作がありました。もう一度「招待のメールを送る」を押してください。',
      };
  }
}
