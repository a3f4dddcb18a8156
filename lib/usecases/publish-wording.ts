import { emptyChain } from '#lib/core/audit/entry.ts';
import type { WordedMail } from '#lib/core/notices/notice.ts';
import { checkWording, type Wording, type WordingProblem } from '#lib/core/notices/wording.ts';
import { type Actor, actorName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { wordingInForce } from './wording-in-force.ts';

export type PublishRefused =
  | { readonly kind: 'problems'; readonly problems: readonly WordingProblem[] }
  | { readonly kind: 'moved-meanwhile' };

/** Publishes a wording as the next version of its kind, for every mail sent from now on; `seen` is the version that was edited. The same words again change nothing. */
export async function publishWording(
  desk: Desk,
  actor: Actor,
  wish: { readonly kind: WordedMail; readonly typed: Wording; readonly seen: number },
): Promise<Result<number, PublishRefused>> {
  const checked = checkWording(wish.kind, wish.typed);
  if (!checked.ok) return refuse({ kind: 'problems', problems: checked.error });
  const before = await wordingInForce(desk, wish.kind);
  if (before.subject === checked.value.subject && before.body === checked.value.body) return ok(before.version);
  if (before.version !== wish.seen) return refuse({ kind: 'moved-meanwhile' });
  const version = before.version + 1;
  const at = desk.world.now();
  const trail = audited(before.chain ?? emptyChain, {
    aggregate: `wording#${wish.kind}`,
    at,
    actor,
    act: 'wording.publish',
    detail: { version },
  });
  const row = {
    kind: wish.kind,
    version,
    ...checked.value,
    publishedAt: at,
    by: actorName(actor),
    chain: trail.chain,
  };
  const written = await desk.table.commit([{ put: rows.wording.item(row), expect: { absent: true } }, trail.write]);
  return written.ok ? ok(version) : refuse({ kind: 'moved-meanwhile' });
}
