import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { emptyChain } from '#lib/core/audit/entry.ts';
import { type FourModes, runFourModes } from '#lib/core/matching/allocation/compare/four-modes.ts';
import type { IntegerProgram } from '#lib/core/matching/allocation/free/integer-program.ts';
import type { HighsEnding } from '#lib/core/matching/allocation/free/run-highs.ts';
import type { AllocationPlan, PlanChoices } from '#lib/core/matching/allocation/plan.ts';
import type { AllocationRule } from '#lib/core/matching/allocation/rule.ts';
import { type Actor, actorName } from '#lib/core/permission/actor.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { allocationInput } from './allocation-input.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';
import type { OpenPool } from './open-pool.ts';

/** Where HiGHS runs; it keeps the limit in seconds itself. */
export type RunHighs = (program: IntegerProgram, seconds: number) => Promise<HighsEnding>;

/** Seconds that mode D may search: with the other modes, well within one request. */
const SECONDS = 12;

/** Runs the four modes and keeps what came out; the same press keeps it once. Gives the plan's id. */
export async function planAllocation(
  desk: Desk,
  actor: Actor,
  of: {
    readonly opened: OpenPool;
    readonly rule: AllocationRule;
    readonly choices: PlanChoices;
    /** Of the form's press; becomes the plan's id. */
    readonly request: string;
  },
  run: RunHighs,
): Promise<string> {
  const { opened, rule, choices, request } = of;
  const at = desk.world.now();
  const id = sha256(`${opened.round.id} ${request}`).slice(0, 24);
  const { inputHash, text } = await solved(opened, rule, choices, run);
  const plan: AllocationPlan = {
    id,
    round: opened.round.id,
    at,
    by: actorName(actor),
    choices,
    ruleVersion: rule.version,
    inputHash,
    resultHash: sha256(text),
    result: brotliCompressSync(text).toString('base64'),
  };
  const detail = { round: plan.round, input: inputHash };
  const trail = audited(emptyChain, { aggregate: id, at, actor, act: 'planning.try', detail });
  await desk.table.commit([{ put: rows.plan.item(plan), expect: { absent: true } }, trail.write]);
  return id;
}

async function solved(opened: OpenPool, rule: AllocationRule, choices: PlanChoices, run: RunHighs) {
  const { round, calendar, hash } = allocationInput(opened, rule, choices);
  const result = await runFourModes(round, { calendar, tieSeed: choices.tieSeed, seconds: SECONDS, run });
  return { inputHash: hash, text: JSON.stringify(result) };
}

/** A round's kept what-ifs, newest first; the index may lag by a moment. */
export async function plansOf({ table }: Pick<Desk, 'table'>, round: string): Promise<readonly AllocationPlan[]> {
  const items = await allItems(table, { index: 'gsi1', pk: lists.plansOf(round), descending: true });
  return items.map((item) => rows.plan.read(item));
}

/** One kept what-if, or undefined. */
export const readPlan = ({ table }: Pick<Desk, 'table'>, id: string): Promise<AllocationPlan | undefined> =>
  find(table, rows.plan, keys.plan(id));

/** What a kept what-if came to. */
export const resultOf = ({ result }: AllocationPlan): FourModes =>
  JSON.parse(brotliDecompressSync(Buffer.from(result, 'base64')).toString('utf8'));

/** Runs a kept what-if again: whether input and result are the same to the byte. */
export async function repeatPlan(
  plan: AllocationPlan,
  opened: OpenPool,
  rule: AllocationRule,
  run: RunHighs,
): Promise<boolean> {
  const { inputHash, text } = await solved(opened, rule, plan.choices, run);
  return inputHash === plan.inputHash && sha256(text) === plan.resultHash;
}
