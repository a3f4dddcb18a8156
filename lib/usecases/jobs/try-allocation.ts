import type { Job } from '#lib/core/jobs/job.ts';
import { runFourModes } from '#lib/core/matching/allocation/compare/four-modes.ts';
import {
  countFreeRun,
  countRun,
  freeSeconds,
  movedChoices,
  type Steadiness,
  steadyFreeRuns,
  steadyRuns,
} from '#lib/core/matching/allocation/compare/steadiness.ts';
import type { RunHighs } from '#lib/core/matching/allocation/free/run-highs.ts';
import { type AllocationPlan, settlingOf } from '#lib/core/matching/allocation/plan.ts';
import type { AllocationRule } from '#lib/core/matching/allocation/rule.ts';
import { allocationInput } from '../allocation-input.ts';
import type { MatchDesk } from '../desk.ts';
import { sha256 } from '../digest.ts';
import { type OpenPool, openPool } from '../open-pool.ts';
import { packText } from '../packed-text.ts';
import { readPlan, resultOf, steadinessOf } from '../plan-allocation.ts';
import { planRow } from '../plan-row.ts';
import { readRound } from '../read-round.ts';
import type { Progress } from './work.ts';

/** What an allocation works with besides: where D is solved. */
export interface SolverDesk extends MatchDesk {
  readonly solve: RunHighs;
}

/** Runs of A, B and C under other weights and lots in one step; of D one, which may take as long as `freeSeconds` allows. */
const RUNS_A_STEP = 2;

/** Runs that a what-if needs: D is run again only where it came to an allocation. */
function runsOf(plan: AllocationPlan): number {
  const free = resultOf(plan)?.free;
  return free === 'infeasible' || free === 'timeout' ? steadyRuns : steadyRuns + steadyFreeRuns;
}

/** Computes a what-if: the four modes in the first step, then how firm their pairs are, some runs a step. What the plan holds says where the work stands. */
export async function tryAllocation(desk: SolverDesk, job: Job): Promise<Progress> {
  const plan = await readPlan(desk, job.subject ?? '');
  const round = plan && (await readRound(desk, plan.round));
  const opened = round && (await openPool(desk, round));
  const rule = opened?.ok ? opened.value.edition.allocation : undefined;
  if (!plan || !opened?.ok || !rule)
    return { done: 0, total: job.total, state: 'failed', outcome: ['提供した回答を読み出せませんでした。'] };
  const { runs = 0 } = plan;
  if (plan.result !== '' && runs >= runsOf(plan)) {
    const total = 1 + runs;
    return { done: total, total, state: 'done', outcome: ['計算しました。'] };
  }
  const next =
    plan.result === ''
      ? await computed(desk, plan, opened.value, rule)
      : await steadied(desk, plan, opened.value, rule);
  await desk.table.write({ put: planRow.item(next), expect: { equals: { runs, resultHash: plan.resultHash } } });
  return { done: 1 + (next.runs ?? 0), total: 1 + runsOf(next), state: 'running' };
}

async function computed(
  { solve }: SolverDesk,
  plan: AllocationPlan,
  opened: OpenPool,
  rule: AllocationRule,
): Promise<AllocationPlan> {
  const { round, calendar } = allocationInput(opened, rule, plan.choices);
  const result = await runFourModes(round, {
    ...settlingOf(plan.choices),
    calendar,
    seconds: freeSeconds.result,
    run: solve,
  });
  const text = JSON.stringify(result);
  return { ...plan, resultHash: sha256(text), result: packText(text) };
}

async function steadied(
  { solve }: SolverDesk,
  plan: AllocationPlan,
  opened: OpenPool,
  rule: AllocationRule,
): Promise<AllocationPlan> {
  const { runs = 0 } = plan;
  const to = runs < steadyRuns ? Math.min(steadyRuns, runs + RUNS_A_STEP) : runs + 1;
  let steady: Steadiness = steadinessOf(plan);
  for (let at = runs; at < to; at++) {
    const free = at >= steadyRuns;
    const choices = movedChoices(plan.choices, opened.ranking.rule, free ? at - steadyRuns : at);
    const input = allocationInput(opened, rule, choices);
    steady = free ? await countFreeRun(steady, input, solve) : countRun(steady, input.round, choices);
  }
  return { ...plan, runs: to, steady: packText(JSON.stringify(steady)) };
}
