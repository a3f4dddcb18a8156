import { emptyChain } from '#lib/core/audit/entry.ts';
import { later } from '#lib/core/calendar/later.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { tokenHash, tokenOf } from '../link-token.ts';
import { type Account, accountRows, type Invitation } from './account-rows.ts';
import { readAccount } from './read-accounts.ts';

/** Hours that an invitation may be used. */
export const invitationHours = 72;

/** Longest name, characters. */
const nameLimit = 50;

/** A new colleague: `office` is 'ministry' or a prefecture's two-digit code. */
export interface StaffWish {
  readonly name: string;
  readonly office: string;
  /** Id given by the form, which becomes the account's; the same press makes one account. */
  readonly request: string;
}

export type InviteRefused =
  | {
      readonly kind: 'problems';
      readonly problems: readonly { readonly field: 'name' | 'office'; readonly message: string }[];
    }
  | { readonly kind: 'already-invited' }
  | { readonly kind: 'no-such-account' }
  | { readonly kind: 'revoked' };

export interface Invited {
  readonly account: Account;
  /** Goes into the link, and is shown once. */
  readonly code: string;
  readonly expiresAt: string;
}

/** Makes an account and a one-time code with which its person registers a passkey. */
export async function inviteStaff(desk: Desk, actor: Actor, wish: StaffWish): Promise<Result<Invited, InviteRefused>> {
  const name = wish.name.trim();
  const problems = [...nameProblem(name), ...officeProblem(wish.office)];
  if (problems.length > 0) return refuse({ kind: 'problems', problems });
  if (!/^[a-z0-9]{1,32}$/.test(wish.request)) return refuse({ kind: 'no-such-account' });
  const at = desk.world.now();
  const id = wish.request;
  const detail = { name, office: wish.office };
  const trail = audited(emptyChain, { aggregate: aggregateOf(id), at, actor, act: 'account.invite', detail });
  const account: Account = {
    id,
    ...(wish.office === 'ministry' ? { office: 'ministry' } : { office: 'prefecture', prefecture: wish.office }),
    name,
    state: 'invited',
    passkeys: [],
    createdAt: at,
    version: 1,
    chain: trail.chain,
  };
  const fresh = freshInvitation(desk, id, 'add');
  const written = await desk.table.commit([
    { put: accountRows.account.item(account), expect: { absent: true } },
    trail.write,
    fresh.write,
  ]);
  return written.ok ? ok({ account, ...fresh }) : refuse({ kind: 'already-invited' });
}

/** Gives an account another one-time code: to add a passkey to one's own, or to begin anew for a colleague who lost theirs. */
export async function inviteAgain(desk: Desk, actor: Actor, id: string): Promise<Result<Invited, InviteRefused>> {
  const before = await readAccount(desk, id);
  if (!before) return refuse({ kind: 'no-such-account' });
  if (before.state === 'revoked') return refuse({ kind: 'revoked' });
  const own = 'id' in actor && actor.id === id;
  const at = desk.world.now();
  const trail = audited(before.chain, { aggregate: aggregateOf(id), at, actor, act: 'account.invite' });
  const account: Account = { ...before, version: before.version + 1, chain: trail.chain };
  const fresh = freshInvitation(desk, id, own ? 'add' : 'replace');
  const written = await desk.table.commit([
    { put: accountRows.account.item(account), expect: { equals: { version: before.version } } },
    trail.write,
    fresh.write,
  ]);
  return written.ok ? ok({ account, ...fresh }) : refuse({ kind: 'already-invited' });
}

/** The name under which an account's history is kept. */
export const aggregateOf = (account: string): string => `account:${account}`;

function freshInvitation(
  { world }: Desk,
  account: string,
  mode: Invitation['mode'],
): { readonly code: string; readonly expiresAt: string; readonly write: Write } {
  const code = tokenOf(world.secret());
  const expiresAt = later(world.now(), { hours: invitationHours });
  const put = accountRows.invitation.item({ codeHash: tokenHash(code), account, mode, expiresAt });
  return { code, expiresAt, write: { put, expect: { absent: true } } };
}

function nameProblem(name: string) {
  if (name === '') return [{ field: 'name' as const, message: '氏名を入力してください。' }];
  if ([...name].length > nameLimit || /[\p{Cc}\u2028\u2029]/u.test(name)) {
    return [{ field: 'name' as const, message: `氏名は1行、${nameLimit}文字以内で入力してください。` }];
  }
  return [];
}

const officeProblem = (office: string) =>
  office === 'ministry' || PREFECTURES.some(({ code }) => code === office)
    ? []
    : [{ field: 'office' as const, message: '所属を選んでください。' }];
