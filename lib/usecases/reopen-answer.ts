import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, returned, type WrongAnswerState } from '#lib/core/rounds/answer.ts';
import { isAnswerable } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { changeAnswer } from './change-answer.ts';
import type { Desk } from './desk.ts';

export type ReopenRefused =
  | WrongAnswerState
  /** The hospital submitted it itself; then only its prefecture can return it. */
  | { readonly kind: 'not-asked' | 'own-submission' | 'round-closed' | 'moved-meanwhile' };

/** Lets a hospital correct what its prefecture submitted for it by telephone: it is returned without a reason, for nobody asked for it. */
export async function reopenAnswer(
  { table, world }: Desk,
  actor: Actor,
  wish: {
    readonly round: string;
    readonly organisation: string;
    readonly request: string;
  },
): Promise<Result<Answer, ReopenRefused>> {
  const key = keys.answer(wish.round, wish.organisation);
  const [round, before] = await Promise.all([
    find(table, rows.round, keys.round(wish.round)),
    find(table, rows.answer, key),
  ]);
  if (!round || !before) return refuse({ kind: 'not-asked' });
  if (before.request === wish.request) return ok(before);
  if (!isAnswerable(round)) return refuse({ kind: 'round-closed' });
  if (before.heardBy === undefined) return refuse({ kind: 'own-submission' });
  const at = world.now();
  const next = returned(before, { sections: [], reason: '', at, request: wish.request });
  if (!next.ok) return next;
  const { after, writes } = changeAnswer(before, next.value, {
    at,
    actor,
    act: 'answer.reopen',
    detail: { revision: before.revision },
  });
  const written = await table.commit(writes);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}
