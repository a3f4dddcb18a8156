import type { Job } from '#lib/core/jobs/job.ts';
import { runFourModes } from '#lib/core/matching/allocation/compare/four-modes.ts';
import { countRun, movedChoices, steadyRuns } from '#lib/core/matching/allocation/compare/steadiness.ts';
import { runHighs } from '#lib/core/matching/allocation/free/run-highs.ts';
import { type AllocationPlan, settlingOf } from '#lib/core/matching/allocation/plan.ts';
import type { AllocationRule } from '#lib/core/matching/allocation/rule.ts';
import { rows } from '#lib/store/rows.ts';
import { allocationInput } from '../allocation-input.ts';
import type { RuleDesk } from '../desk.ts';
import { sha256 } from '../digest.ts';
import { type OpenPool, openPool } from '../open-pool.ts';
import { packText, readPlan, steadinessOf } from '../plan-allocation.ts';
import { readRound } from '../read-round.ts';
import type { Progress } from './work.ts';

/** Seconds that mode D may search; half of what the function has. */
const SECONDS = 60;

/** Runs under other weights and lots in one step. */
const RUNS_A_STEP = 2;

const total = 1 + steadyRuns;

/** Computes a what-if: the four modes in the first step, then how firm their pairs are, some runs a step. What the plan holds says where the work stands. */
export async function tryAllocation(desk: RuleDesk, job: Job): Promise<Progress> {
  const plan = await readPlan(desk, job.subject ?? '');
  const round = plan && (await readRound(desk, plan.round));
  const opened = round && (await openPool(desk, round));
  const rule = opened?.ok ? opened.value.edition.allocation : undefined;
  if (!plan || !opened?.ok || !rule)
    return { done: 0, total, state: 'failed', outcome: ['提供した回答を読み出せませんでした。'] };
  const { runs = 0 } = plan;
  if (plan.result !== '' && runs >= steadyRuns)
    return { done: total, total, state: 'done', outcome: ['計算しました。'] };
  const next = plan.result === '' ? await computed(plan, opened.value, rule) : steadied(plan, opened.value, rule);
  await desk.table.write({ put: rows.plan.item(next), expect: { equals: { runs, resultHash: plan.resultHash } } });
  return { done: next.result === '' ? 0 : 1 + (next.runs ?? 0), total, state: 'running' };
}

async function computed(plan: AllocationPlan, opened: OpenPool, rule: AllocationRule): Promise<AllocationPlan> {
  const { round, calendar } = allocationInput(opened, rule, plan.choices);
  const result = await runFourModes(round, {
    ...settlingOf(plan.choices),
    calendar,
    seconds: SECONDS,
    run: (program, seconds) => runHighs(program, seconds),
  });
  const text = JSON.stringify(result);
  return { ...plan, resultHash: sha256(text), result: packText(text) };
}

function steadied(plan: AllocationPlan, opened: OpenPool, rule: AllocationRule): AllocationPlan {
  const { runs = 0 } = plan;
  const to = Math.min(steadyRuns, runs + RUNS_A_STEP);
  let steady = steadinessOf(plan);
  for (let run = runs; run < to; run++) {
    const choices = movedChoices(plan.choices, opened.ranking.rule, run);
    steady = countRun(steady, allocationInput(opened, rule, choices).round, choices);
  }
  return { ...plan, runs: to, steady: packText(JSON.stringify(steady)) };
}
