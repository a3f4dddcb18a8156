import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { keepRound } from './keep-round.ts';
import type { MoveRefused } from './move-round.ts';
import { newJob } from './start-job.ts';

/** Orders a mail to every hospital that a prepared round will ask, to find dead addresses while there is time to call; once a JST day, whoever presses how often. */
export async function checkAddresses(desk: Desk, actor: Actor, id: string): Promise<Result<Round, MoveRefused>> {
  const before = await find(desk.table, rows.round, keys.round(id));
  if (!before) return refuse({ kind: 'no-such-round' });
  if (before.state !== 'preparing') return refuse({ kind: 'wrong-state', state: before.state });
  const at = desk.world.now();
  const day = dayOfInstant(at);
  if (before.checkedAt !== undefined && dayOfInstant(before.checkedAt) === day) return ok(before);
  const { write } = newJob(desk, actor, { kind: 'check-addresses', title: '宛先の確認', round: id, subject: day });
  return keepRound(desk, actor, before, { checkedAt: at }, { at, act: 'round.check' }, [write]);
}
