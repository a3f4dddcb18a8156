import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { parseDay } from '#lib/core/calendar/parse-day.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { dueProblem } from '#lib/core/rounds/plan.ts';
import { isAnswerable, type Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { keepRound } from './keep-round.ts';
import type { MoveRefused } from './move-round.ts';

/** Moves the due day of a round; reminders follow by themselves, since the ladder is read from the round when it fires. The same day again changes nothing. */
export async function extendRound(
  desk: Desk,
  actor: Actor,
  id: string,
  typedDue: string,
): Promise<Result<Round, MoveRefused | { readonly kind: 'problem'; readonly message: string }>> {
  const before = await find(desk.table, rows.round, keys.round(id));
  if (!before) return refuse({ kind: 'no-such-round' });
  if (!isAnswerable(before)) return refuse({ kind: 'wrong-state', state: before.state });
  const at = desk.world.now();
  const due = parseDay(typedDue);
  if (due !== undefined && due === before.due) return ok(before);
  const problem = dueProblem(due, dayOfInstant(at));
  if (problem !== undefined || due === undefined) return refuse({ kind: 'problem', message: `新しい${problem}` });
  if (before.release !== undefined && due >= before.release)
    return refuse({ kind: 'problem', message: '新しい回答期限には、提供日より前の日を入力してください。' });
  const detail = { from: before.due, to: due };
  return keepRound(desk, actor, before, { due }, { at, act: 'round.extend', detail });
}
