import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { type Account, accountRows } from './account-rows.ts';
import { endSessions } from './account-sessions.ts';
import { aggregateOf } from './invite-staff.ts';
import { readAccount } from './read-accounts.ts';

export type RevokeRefused =
  | { readonly kind: 'no-such-account' }
  | { readonly kind: 'own-account' }
  | { readonly kind: 'moved-meanwhile' };

/** Takes a colleague's access away at once: every open session ends in the same transaction, and no passkey opens another. One's own cannot be, so that somebody is left. */
export async function revokeStaff(desk: Desk, actor: Actor, id: string): Promise<Result<Account, RevokeRefused>> {
  const before = await readAccount(desk, id);
  if (!before) return refuse({ kind: 'no-such-account' });
  if ('id' in actor && actor.id === id) return refuse({ kind: 'own-account' });
  if (before.state === 'revoked') return ok(before);
  const at = desk.world.now();
  const trail = audited(before.chain, { aggregate: aggregateOf(id), at, actor, act: 'account.revoke' });
  const after: Account = { ...before, state: 'revoked', sessions: [], version: before.version + 1, chain: trail.chain };
  const written = await desk.table.commit([
    { put: accountRows.account.item(after), expect: { equals: { version: before.version } } },
    ...endSessions(before),
    trail.write,
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}
