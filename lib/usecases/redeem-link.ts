import type { Capability } from '#lib/core/access/access.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { progressed } from '#lib/core/rounds/answer.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { tokenHash } from './link-token.ts';
import { openSession } from './sessions.ts';

/** Why a link does not open: never given out, past its day, or taken back. */
export interface LinkRefused {
  readonly kind: 'unknown' | 'expired' | 'revoked';
}

/** What a link is for, without opening it. */
export async function readLink(desk: Desk, token: string): Promise<Result<Capability, LinkRefused>> {
  const found = await find(desk.table, rows.capability, keys.capability(tokenHash(token)));
  if (!found) return refuse({ kind: 'unknown' });
  if (found.revokedAt) return refuse({ kind: 'revoked' });
  if (found.expiresAt <= desk.world.now()) return refuse({ kind: 'expired' });
  return ok(found);
}

/** Opens a link by its button: a session for that hospital, round and purpose; the answer is 開封 from now on. May be repeated. */
export async function redeemLink(
  desk: Desk,
  token: string,
): Promise<Result<{ capability: Capability; actor: Actor; secret: string }, LinkRefused>> {
  const link = await readLink(desk, token);
  if (!link.ok) return link;
  const { organisation, prefecture, round, purpose, name, colleague } = link.value;
  const actor: Actor = { kind: 'hospital', organisation, prefecture, round, purpose, name };
  const secret = await openSession(desk, actor, colleague === undefined ? undefined : tokenHash(token));
  if (purpose === 'answer') await markOpened(desk, round, organisation);
  return ok({ capability: link.value, actor, secret });
}

async function markOpened({ table }: Desk, round: string, organisation: string): Promise<void> {
  const answer = await find(table, rows.answer, keys.answer(round, organisation));
  if (!answer) return;
  const next = progressed(answer, 'opened');
  if (next === answer) return;
  await table.write({ put: rows.answer.item(next), expect: { equals: { version: answer.version } } });
}
