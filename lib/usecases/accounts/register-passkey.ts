import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { tokenHash } from '../link-token.ts';
import { type Account, accountRows, type Invitation } from './account-rows.ts';
import { endSessions, enter } from './account-sessions.ts';
import { keepChallenge, takeChallenge } from './challenge.ts';
import { aggregateOf } from './invite-staff.ts';
import type { Passkeys } from './passkeys.ts';
import { actorOfAccount, readAccount } from './read-accounts.ts';
import { countTry, isSpent, limits } from './throttle.ts';

export interface RegisterRefused {
  readonly kind: 'bad-code' | 'not-verified' | 'busy';
}

/** Begins a registration: what the browser must be asked, for whoever holds a code that is still good. */
export async function startRegistration(
  desk: Desk,
  passkeys: Passkeys,
  code: string,
): Promise<Result<unknown, RegisterRefused>> {
  if (await isSpent(desk, 'door', limits.door)) return refuse({ kind: 'busy' });
  await countTry(desk, 'door', limits.door);
  const invited = await invitedBy(desk, code);
  if (!invited) return refuse({ kind: 'bad-code' });
  const { options, challenge } = await passkeys.registrationOptions(invited.account);
  await keepChallenge(desk, challenge, { purpose: 'register', codeHash: invited.invitation.codeHash });
  return ok(options);
}

/** Registers the passkey, spends the code and signs its person in, in one transaction; gives the session's secret. Whoever begins anew ends the sessions there were. */
export async function registerPasskey(
  desk: Desk,
  passkeys: Passkeys,
  wish: { readonly code: string; readonly response: unknown },
): Promise<Result<string, RegisterRefused>> {
  const invited = await invitedBy(desk, wish.code);
  if (!invited) return refuse({ kind: 'bad-code' });
  const { account, invitation } = invited;
  const purpose = { purpose: 'register', codeHash: invitation.codeHash } as const;
  const fresh = await passkeys.registered(wish.response, (challenge) => takeChallenge(desk, challenge, purpose));
  if (!fresh) return refuse({ kind: 'not-verified' });
  const at = desk.world.now();
  const kept = invitation.mode === 'add' ? account.passkeys : [];
  const actor = actorOfAccount(account);
  const trail = audited(account.chain, { aggregate: aggregateOf(account.id), at, actor, act: 'account.register' });
  const stays: Account = invitation.mode === 'add' ? account : { ...account, sessions: [] };
  const entered = enter(desk, stays);
  const after: Account = {
    ...account,
    sessions: entered.sessions,
    state: 'active',
    passkeys: [...kept, { ...fresh, registeredAt: at }],
    version: account.version + 1,
    chain: trail.chain,
  };
  const gone = account.passkeys.filter((one) => !kept.includes(one));
  const written = await desk.table.commit([
    { put: accountRows.account.item(after), expect: { equals: { version: account.version } } },
    { put: accountRows.owner.item({ passkey: fresh.id, account: account.id }), expect: { absent: true } },
    { delete: keys.account(`invitation:${invitation.codeHash}`), expect: { present: true } },
    ...gone.map(({ id }): Write => ({ delete: keys.account(`passkey:${id}`) })),
    ...entered.writes,
    ...(invitation.mode === 'add' ? [] : endSessions(account)),
    trail.write,
  ]);
  return written.ok ? ok(entered.secret) : refuse({ kind: 'not-verified' });
}

async function invitedBy(
  desk: Desk,
  code: string,
): Promise<{ readonly invitation: Invitation; readonly account: Account } | undefined> {
  const invitation = await find(desk.table, accountRows.invitation, keys.account(`invitation:${tokenHash(code)}`));
  if (!invitation || invitation.expiresAt <= desk.world.now()) return undefined;
  const account = await readAccount(desk, invitation.account);
  return account && account.state !== 'revoked' ? { invitation, account } : undefined;
}
