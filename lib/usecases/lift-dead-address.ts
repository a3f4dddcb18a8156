import { emptyChain } from '#lib/core/audit/entry.ts';
import { comparable } from '#lib/core/notices/dead-address.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { may } from '#lib/core/permission/table.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { deadKey } from './fail-notice.ts';

export type LiftRefused = { readonly kind: 'not-theirs' | 'no-reason' | 'reason-too-long' | 'moved-meanwhile' };

/** Longest reason, characters. */
const longest = 200;

/**
 * Has mail tried again at a hospital's address that was dead, for a reason that is kept; this list is the only one that holds mails of rounds and links back. An address that is alive is left as it is, so
 * the same wish may come twice; each death has an audit chain of its own, for an address may die again.
 */
export async function liftDeadAddress(
  desk: Pick<Desk, 'table' | 'world'>,
  actor: Actor,
  wish: { readonly organisation: string; readonly email: string; readonly reason: string },
): Promise<Result<undefined, LiftRefused>> {
  const key = deadKey(wish.email);
  const [hospital, death] = await Promise.all([
    find(desk.table, rows.organisation, keys.organisation(wish.organisation)),
    find(desk.table, rows.deadAddress, key),
  ]);
  const listed = hospital?.contacts.some(({ email }) => comparable(email) === comparable(wish.email));
  if (!hospital || !listed || !may(actor, 'address.lift', hospital)) return refuse({ kind: 'not-theirs' });
  const reason = wish.reason.trim();
  if (reason === '') return refuse({ kind: 'no-reason' });
  if ([...reason].length > longest) return refuse({ kind: 'reason-too-long' });
  if (!death) return ok(undefined);
  const trail = audited(emptyChain, {
    aggregate: `address#${death.emailHash}#${death.at}`,
    at: desk.world.now(),
    actor,
    act: 'address.lift',
    detail: { organisation: hospital.id, why: death.why, reason },
  });
  const written = await desk.table.commit([{ delete: key, expect: { equals: { at: death.at } } }, trail.write]);
  return written.ok ? ok(undefined) : refuse({ kind: 'moved-meanwhile' });
}
