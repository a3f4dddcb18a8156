import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { type Account, accountRows } from './account-rows.ts';
import { enter } from './account-sessions.ts';
import { keepChallenge, takeChallenge } from './challenge.ts';
import { aggregateOf } from './invite-staff.ts';
import type { Passkeys } from './passkeys.ts';
import { actorOfAccount, readAccount } from './read-accounts.ts';
import { countTry, isSpent, limits } from './throttle.ts';

/** Why somebody does not get in. An unknown passkey and a revoked account are told alike. */
export interface SignInRefused {
  readonly kind: 'not-known' | 'too-often' | 'busy';
}

/** Begins a sign-in: what the browser must be asked. It names no account, so that nobody learns who has one. */
export async function startSignIn(desk: Desk, passkeys: Passkeys): Promise<Result<unknown, SignInRefused>> {
  if (await isSpent(desk, 'door', limits.door)) return refuse({ kind: 'busy' });
  await countTry(desk, 'door', limits.door);
  const { options, challenge } = await passkeys.signInOptions();
  await keepChallenge(desk, challenge, { purpose: 'sign-in' });
  return ok(options);
}

/** Signs in by a passkey's answer to a challenge of ours, which is spent by it; gives the session's secret. */
export async function signIn(
  desk: Desk,
  passkeys: Passkeys,
  response: unknown,
): Promise<Result<string, SignInRefused>> {
  const id = passkeys.claimed(response);
  const owner = id === undefined ? undefined : await find(desk.table, accountRows.owner, keys.account(`passkey:${id}`));
  const account = owner && (await readAccount(desk, owner.account));
  const passkey = account?.passkeys.find((one) => one.id === id);
  if (account?.state !== 'active' || !passkey) return refuse({ kind: 'not-known' });
  const what = `account:${account.id}`;
  if (await isSpent(desk, what, limits.account)) return refuse({ kind: 'too-often' });
  const counter = await passkeys.signedIn(response, passkey, (challenge) =>
    takeChallenge(desk, challenge, { purpose: 'sign-in' }),
  );
  const secret = counter === undefined ? undefined : await keepUse(desk, account, passkey.id, counter);
  if (secret === undefined) {
    await countTry(desk, what, limits.account);
    return refuse({ kind: 'not-known' });
  }
  return ok(secret);
}

/** Opens a session and notes the use of the passkey with its counter, in one transaction with the audit entry; undefined when somebody else wrote the account meanwhile. */
async function keepUse(desk: Desk, account: Account, passkey: string, counter: number): Promise<string | undefined> {
  const at = desk.world.now();
  const trail = audited(account.chain, {
    aggregate: aggregateOf(account.id),
    at,
    actor: actorOfAccount(account),
    act: 'account.sign-in',
  });
  const entered = enter(desk, account);
  const after: Account = {
    ...account,
    sessions: entered.sessions,
    passkeys: account.passkeys.map((one) => (one.id === passkey ? { ...one, counter, usedAt: at } : one)),
    version: account.version + 1,
    chain: trail.chain,
  };
  const written = await desk.table.commit([
    { put: accountRows.account.item(after), expect: { equals: { version: account.version } } },
    ...entered.writes,
    trail.write,
  ]);
  return written.ok ? entered.secret : undefined;
}
