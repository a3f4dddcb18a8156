import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import type { Result } from '#lib/core/result.ts';
import { type Invited, type InviteRefused, inviteAgain, inviteStaff } from '#lib/usecases/accounts/invite-staff.ts';
import { revokeStaff } from '#lib/usecases/accounts/revoke-staff.ts';
import { AccountsPage } from './accounts-page.tsx';
import { InvitedPage } from './invited-page.tsx';
import { loadAccounts } from './load-accounts.ts';

/** Invites a colleague; the link is shown once, on the page that answers. */
export const postInvite: StaffPage = async (request, desk) => {
  const typed = { name: field(request, 'name'), office: field(request, 'office') };
  const invited = await inviteStaff(desk, request.actor, { ...typed, request: field(request, 'request') });
  return invitedPage(request, desk, invited, typed);
};

/** Makes a fresh link for an account that there is. */
export const postInviteAgain: StaffPage = async (request, desk) =>
  invitedPage(request, desk, await inviteAgain(desk, request.actor, param(request, 'account')));

export const postRevoke: StaffPage = async (request, desk) => {
  const revoked = await revokeStaff(desk, request.actor, param(request, 'account'));
  if (revoked.ok) return { redirect: '/s/accounts?done=revoked' };
  const own = revoked.error.kind === 'own-account';
  const message = own
    ? 'ご自分の権限は停止できません。ほかの方に頼んでください。'
    : 'ほかの操作と重なりました。もう一度実行してください。';
  const view = await loadAccounts(desk, request);
  return {
    page: <AccountsPage viewer={request} view={view} problems={[{ field: 'accounts', message }]} />,
    status: 422,
  };
};

const words: Readonly<Record<Exclude<InviteRefused['kind'], 'problems'>, string>> = {
  'already-invited': 'すでに招待しています。リンクをなくしたときは、一覧から作り直してください。',
  'no-such-account': '画面を開き直してから、もう一度実行してください。',
  revoked: '停止した権限には、登録用のリンクを作れません。',
};

async function invitedPage(
  request: PageRequest,
  desk: StaffDesk,
  invited: Result<Invited, InviteRefused>,
  typed?: { readonly name: string; readonly office: string },
) {
  if (invited.ok) return { page: <InvitedPage viewer={request} invited={invited.value} origin={desk.origin} /> };
  const { error } = invited;
  const problems = error.kind === 'problems' ? error.problems : [{ field: 'accounts', message: words[error.kind] }];
  const view = await loadAccounts(desk, request);
  return { page: <AccountsPage viewer={request} view={view} problems={problems} typed={typed} />, status: 422 };
}
