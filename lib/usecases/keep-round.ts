import type { Act } from '#lib/core/audit/entry.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';

export interface MovedMeanwhile {
  readonly kind: 'moved-meanwhile';
}

/** Keeps a round's change in one transaction with its audit entry and whatever else must happen with it; refused when the round is no longer as it was read. */
export async function keepRound(
  desk: Desk,
  actor: Actor,
  before: Round,
  change: Partial<Round>,
  told: Pick<Act, 'act' | 'detail'> & { readonly at: string },
  others: readonly Write[] = [],
): Promise<Result<Round, MovedMeanwhile>> {
  const trail = audited(before.chain, { aggregate: before.id, actor, ...told });
  const after: Round = { ...before, ...change, version: before.version + 1, chain: trail.chain };
  const written = await desk.table.commit([
    { put: rows.round.item(after), expect: { equals: { version: before.version } } },
    trail.write,
    ...others,
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}
