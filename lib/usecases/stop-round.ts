import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { keepMove, type MoveRefused } from './move-round.ts';

/** Longest reason for stopping, characters. */
export const stopReasonLimit = 500;

/** Stops taking answers for now: nothing is saved or submitted and no reminder leaves until the round is taken up again or released. Hospitals read the reason. */
export async function stopRound(
  desk: Desk,
  actor: Actor,
  id: string,
  typedReason: string,
): Promise<Result<Round, MoveRefused | { readonly kind: 'problem'; readonly message: string }>> {
  const before = await find(desk.table, rows.round, keys.round(id));
  if (!before) return refuse({ kind: 'no-such-round' });
  if (before.state === 'stopped') return ok(before);
  const reason = typedReason.trim();
  if (reason === '') return refuse({ kind: 'problem', message: '受付を止める理由を入力してください。' });
  if (reason.length > stopReasonLimit) {
    return refuse({ kind: 'problem', message: `理由は${stopReasonLimit}文字までで入力してください。` });
  }
  const told = { act: 'round.stop', detail: { reason } };
  return keepMove(desk, actor, before, 'stopped', { stoppedFor: reason }, [], told);
}

/** Takes answers again after a stop; reminders whose time passed meanwhile are not caught up one by one. */
export async function reopenRound(desk: Desk, actor: Actor, id: string): Promise<Result<Round, MoveRefused>> {
  const before = await find(desk.table, rows.round, keys.round(id));
  if (!before) return refuse({ kind: 'no-such-round' });
  if (before.state === 'open') return ok(before);
  if (before.state !== 'stopped') return refuse({ kind: 'wrong-state', state: before.state });
  const told = { act: 'round.reopen', detail: {} };
  return keepMove(desk, actor, before, 'open', { stoppedFor: undefined }, [], told);
}
