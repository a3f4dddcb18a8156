import type { Act } from '#lib/core/audit/entry.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { isEndable, moveRound, type Round, type RoundState, type WrongRoundState } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { keepRound, type MovedMeanwhile } from './keep-round.ts';
import { newJob } from './start-job.ts';

export type MoveRefused = WrongRoundState | { readonly kind: 'no-such-round' } | MovedMeanwhile;

/** Orders the opening of a prepared round: a job asks the hospitals one by one and can be watched. */
export const openRound = (desk: Desk, actor: Actor, id: string): Promise<Result<Round, MoveRefused>> =>
  orderMove(desk, actor, id, 'opening', { kind: 'open-round', title: '調査の依頼' });

/** Orders the release of an open round: answers are frozen into a pool and every matched 連携元 is told. `judged` is the round as it stood when the release was decided on; it must still stand so. */
export const releaseRound = (
  desk: Desk,
  actor: Actor,
  id: string,
  judged?: Round,
): Promise<Result<Round, MoveRefused>> =>
  orderMove(desk, actor, id, 'releasing', { kind: 'release-round', title: '回答の提供' }, judged);

/** Gives up a round that nobody was asked for yet; it stays in the list as 中止. */
export async function cancelRound(desk: Desk, actor: Actor, id: string): Promise<Result<Round, MoveRefused>> {
  const before = await find(desk.table, rows.round, keys.round(id));
  if (!before) return refuse({ kind: 'no-such-round' });
  if (before.state === 'cancelled') return ok(before);
  if (before.state !== 'preparing') return refuse({ kind: 'wrong-state', state: before.state });
  return keepMove(desk, actor, before, 'cancelled');
}

/** Ends a round whose answers are handed to nobody: nothing more is taken, and everything stays to be read. */
export async function endRound(desk: Desk, actor: Actor, id: string): Promise<Result<Round, MoveRefused>> {
  const before = await find(desk.table, rows.round, keys.round(id));
  if (!before) return refuse({ kind: 'no-such-round' });
  if (before.state === 'ended') return ok(before);
  return isEndable(before)
    ? keepMove(desk, actor, before, 'ended')
    : refuse({ kind: 'wrong-state', state: before.state });
}

async function orderMove(
  desk: Desk,
  actor: Actor,
  id: string,
  to: RoundState,
  order: Pick<Job, 'kind' | 'title'>,
  judged?: Round,
): Promise<Result<Round, MoveRefused>> {
  const before = judged ?? (await find(desk.table, rows.round, keys.round(id)));
  if (!before) return refuse({ kind: 'no-such-round' });
  if (before.state === to) return ok(before);
  const { job, write } = newJob(desk, actor, { ...order, round: id });
  return keepMove(desk, actor, before, to, { job: job.id }, [write]);
}

/** Moves a round in one transaction with its audit entry and whatever else must happen with it. */
export async function keepMove(
  desk: Desk,
  actor: Actor,
  before: Round,
  to: RoundState,
  change: Partial<Round> = {},
  others: readonly Write[] = [],
  told: Pick<Act, 'act' | 'detail'> = { act: `round.${to}` },
): Promise<Result<Round, MoveRefused>> {
  const next = moveRound(before, to);
  if (!next.ok) return next;
  return keepRound(desk, actor, before, { state: to, ...change }, { at: desk.world.now(), ...told }, others);
}
