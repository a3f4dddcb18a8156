import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type PlanProblem, readPlan, type TypedPlan } from '#lib/core/rounds/plan.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { keepRound } from './keep-round.ts';
import type { MoveRefused } from './move-round.ts';

/** A prepared round's plan as it was typed anew, and the round's version that the person saw. */
export interface PlanWish extends TypedPlan {
  readonly version: number;
}

/** Changes the plan of a round that nobody was asked for yet; what it asks, and whom, stays. The same plan again changes nothing. */
export async function changePlan(
  desk: Desk,
  actor: Actor,
  id: string,
  wish: PlanWish,
): Promise<Result<Round, MoveRefused | { readonly kind: 'problems'; readonly problems: readonly PlanProblem[] }>> {
  const before = await find(desk.table, rows.round, keys.round(id));
  if (!before) return refuse({ kind: 'no-such-round' });
  if (before.state !== 'preparing') return refuse({ kind: 'wrong-state', state: before.state });
  const at = desk.world.now();
  const { release = '', ...rest } = wish;
  const plan = readPlan(before.release === undefined ? rest : { ...rest, release }, at);
  if (!plan.ok) return refuse({ kind: 'problems', problems: plan.error });
  const changed = { ...before, ...plan.value, ladder: [...plan.value.ladder] };
  if (JSON.stringify(changed) === JSON.stringify(before)) return ok(before);
  if (before.version !== wish.version) return refuse({ kind: 'moved-meanwhile' });
  return keepRound(desk, actor, before, changed, { at, act: 'round.plan', detail: { due: plan.value.due } });
}
