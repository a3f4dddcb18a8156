import { type Distribution, isOut, longestReason } from '#lib/core/distributions/distribution.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { distributionKeys } from '#lib/store/distribution-keys.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { keepDistribution } from './keep-distribution.ts';
import { readDistribution } from './read-distributions.ts';

export interface WithdrawRefused {
  readonly kind: 'not-sent' | 'no-reason' | 'reason-too-long' | 'has-files' | 'moved-meanwhile';
}

/** Withdraws a document that was sent (差し止め): its files are handed to nobody any more, its links show the reason, and mails that have not gone out stay. For good; a right one is sent as another document. */
export async function withdrawDistribution(
  desk: Pick<Desk, 'table' | 'world'>,
  actor: Actor,
  wish: { readonly id: string; readonly reason: string },
): Promise<Result<Distribution, WithdrawRefused>> {
  const before = await readDistribution(desk, wish.id);
  if (before?.state === 'withdrawn') return ok(before);
  if (!before || !isOut(before)) return refuse({ kind: 'not-sent' });
  const reason = wish.reason.trim();
  if (reason === '') return refuse({ kind: 'no-reason' });
  if ([...reason].length > longestReason) return refuse({ kind: 'reason-too-long' });
  const withdrawn = { at: desk.world.now(), reason };
  return keepDistribution(
    desk,
    actor,
    { ...before, state: 'withdrawn', withdrawn },
    { act: 'distribution.withdraw', detail: { reason } },
  );
}

/** Deletes a draft that nobody was sent; its files are taken out first, so that none is left behind. One that is gone is no trouble. */
export async function discardDraft(
  desk: Pick<Desk, 'table' | 'world'>,
  actor: Actor,
  wish: { readonly id: string; readonly version: number },
): Promise<Result<undefined, WithdrawRefused>> {
  const before = await readDistribution(desk, wish.id);
  if (!before) return ok(undefined);
  if (before.files.length > 0) return refuse({ kind: 'has-files' });
  if (before.state !== 'draft' || before.version !== wish.version) return refuse({ kind: 'moved-meanwhile' });
  const aggregate = `document#${before.id}`;
  const at = desk.world.now();
  const detail = { title: before.title };
  const trail = audited(before.chain, { aggregate, at, actor, act: 'distribution.discard', detail });
  const written = await desk.table.commit([
    { delete: distributionKeys.distribution(before.id), expect: { equals: { version: before.version } } },
    trail.write,
  ]);
  return written.ok ? ok(undefined) : refuse({ kind: 'moved-meanwhile' });
}
