import { emptyChain } from '#lib/core/audit/entry.ts';
import type { FourModes } from '#lib/core/matching/allocation/compare/four-modes.ts';
import {
  noRuns,
  type Steadiness,
  steadyFreeRuns,
  steadyRuns,
} from '#lib/core/matching/allocation/compare/steadiness.ts';
import type { AllocationPlan, PlanChoices } from '#lib/core/matching/allocation/plan.ts';
import type { AllocationRule } from '#lib/core/matching/allocation/rule.ts';
import { type Actor, actorName } from '#lib/core/permission/actor.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { allocationInput } from './allocation-input.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';
import type { OpenPool } from './open-pool.ts';
import { unpackText } from './packed-text.ts';
import { planRow } from './plan-row.ts';
import { newJob } from './start-job.ts';

/** Orders a what-if as long work; the same press orders it once. Gives the plan's id, which is the job's too. */
export async function planAllocation(
  desk: Desk,
  actor: Actor,
  of: {
    readonly opened: OpenPool;
    readonly rule: AllocationRule;
    readonly choices: PlanChoices;
    /** Of the form's press; becomes the plan's id. */
    readonly request: string;
    /** The what-if that is computed again. */
    readonly repeats?: string | undefined;
  },
): Promise<string> {
  const { opened, rule, choices, request, repeats } = of;
  const at = desk.world.now();
  const id = sha256(`${opened.round.id} ${request}`).slice(0, 24);
  const { hash: inputHash } = allocationInput(opened, rule, choices);
  const plan: AllocationPlan = {
    id,
    round: opened.round.id,
    at,
    by: actorName(actor),
    choices,
    ruleVersion: rule.version,
    inputHash,
    ...(repeats === undefined ? {} : { repeats }),
    resultHash: '',
    result: '',
    runs: 0,
  };
  const { write } = newJob(desk, actor, {
    id,
    kind: 'try-allocation',
    title: '配置の試算',
    round: plan.round,
    subject: id,
    total: 1 + steadyRuns + steadyFreeRuns,
  });
  const detail = { round: plan.round, input: inputHash };
  const trail = audited(emptyChain, { aggregate: id, at, actor, act: 'planning.try', detail });
  await desk.table.commit([{ put: planRow.item(plan), expect: { absent: true } }, write, trail.write]);
  return id;
}

/** A round's kept what-ifs, newest first; the index may lag by a moment. */
export async function plansOf({ table }: Pick<Desk, 'table'>, round: string): Promise<readonly AllocationPlan[]> {
  const items = await allItems(table, { index: 'gsi1', pk: lists.plansOf(round), descending: true });
  return items.map((item) => planRow.read(item));
}

/** One kept what-if, or undefined. */
export const readPlan = ({ table }: Pick<Desk, 'table'>, id: string): Promise<AllocationPlan | undefined> =>
  find(table, planRow, keys.plan(id));

/** What a what-if came to; undefined while it is under way. */
export const resultOf = ({ result }: AllocationPlan): FourModes | undefined =>
  result === '' ? undefined : JSON.parse(unpackText(result));

/** How often each pair was formed under other weights and lots. */
export const steadinessOf = ({ steady }: AllocationPlan): Steadiness =>
  steady === undefined ? noRuns : { ...noRuns, ...JSON.parse(unpackText(steady)) };
