import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { parseDay } from '#lib/core/calendar/parse-day.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { dueProblem } from '#lib/core/rounds/plan.ts';
import { isAnswerable, type Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
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
  const trail = audited(before.chain, {
    aggregate: id,
    at,
    actor,
    act: 'round.extend',
    detail: { from: before.due, to: due },
  });
  const after: Round = { ...before, due, version: before.version + 1, chain: trail.chain };
  const written = await desk.table.commit([
    { put: rows.round.item(after), expect: { equals: { version: before.version } } },
    trail.write,
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}
