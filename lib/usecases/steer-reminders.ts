import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { isQuiet, type Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { keepRound } from './keep-round.ts';
import type { MoveRefused } from './move-round.ts';
import { newJob } from './start-job.ts';

/** Pauses a round's reminders: no step fires until they are taken up again. Repeating it changes nothing. */
export const pauseReminders = (desk: Desk, actor: Actor, id: string): Promise<Result<Round, MoveRefused>> =>
  steer(desk, actor, id, 'round.quiet', (round, at) => (isQuiet(round) ? undefined : { remindersPausedAt: at }));

/** Takes a round's reminders up again; steps that passed meanwhile are not caught up. */
export const resumeReminders = (desk: Desk, actor: Actor, id: string): Promise<Result<Round, MoveRefused>> =>
  steer(desk, actor, id, 'round.remind', (round, at) => (isQuiet(round) ? { remindersResumedAt: at } : undefined));

/** Reminds everybody who owes, now; once a JST day, whoever presses how often. Works while reminders are paused too. */
export async function remindNow(
  desk: Desk,
  actor: Actor,
  id: string,
): Promise<Result<Round, MoveRefused | { readonly kind: 'sent-today' }>> {
  const at = desk.world.now();
  const step = `now:${dayOfInstant(at)}`;
  if (await desk.table.get(keys.rung(id, step))) return refuse({ kind: 'sent-today' });
  const { job, write } = newJob(desk, actor, { kind: 'remind', title: '督促（今すぐ）', round: id, subject: step });
  const taken = { put: rows.rung.item({ round: id, step, at, job: job.id }), expect: { absent: true as const } };
  return steer(desk, actor, id, 'round.remind-now', () => ({}), [taken, write]);
}

async function steer(
  desk: Desk,
  actor: Actor,
  id: string,
  act: string,
  change: (round: Round, at: string) => Partial<Round> | undefined,
  others: readonly Write[] = [],
): Promise<Result<Round, MoveRefused>> {
  const before = await find(desk.table, rows.round, keys.round(id));
  if (!before) return refuse({ kind: 'no-such-round' });
  if (before.state !== 'open') return refuse({ kind: 'wrong-state', state: before.state });
  const at = desk.world.now();
  const changed = change(before, at);
  if (!changed) return ok(before);
  return keepRound(desk, actor, before, changed, { at, act }, others);
}
