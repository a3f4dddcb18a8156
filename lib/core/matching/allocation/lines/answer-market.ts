import { type Breach, checkMarket, checkProjects, checkRegional } from '../check/checker.ts';
import { explainMarket } from '../explain/explain-market.ts';
import {
  type Assignment,
  matchForReceivers,
  matchProjects,
  matchRegional,
  matchStable,
} from '../stable/match-market.ts';
import type { Market, RegionalMarket } from './read-market.ts';
import type { ProjectMarket } from './read-projects.ts';

/** Throws when the checker finds a result broken: that is a bug of the solver, never an answer. */
export function assertSound(breaches: readonly Breach[]): void {
  const [first] = breaches;
  if (first !== undefined) throw new Error(`the checker refuses the result: ${first.kind} ${first.who.join(' ')}`);
}

/** Mode A for a market: the answer's JSON text; `explain` adds the reason of every pair. */
export function answerMarket(market: Market, explain: boolean): string {
  const assignment = matchStable(market);
  assertSound(checkMarket(market, assignment).breaches);
  const reasons = explain ? explainMarket(market, assignment, [], matchForReceivers(market)) : null;
  return marketText(assignment, reasons);
}

/** Mode B for a regional market. */
export function answerRegional(market: RegionalMarket, explain: boolean): string {
  const assignment = matchRegional(market);
  const { breaches, blocking } = checkRegional(market, assignment);
  assertSound(breaches);
  return marketText(assignment, explain ? explainMarket(market, assignment, blocking) : null);
}

const marketText = (assignment: Assignment, reasons: readonly unknown[] | null): string =>
  `{"status":"ok","assignment":${assignmentText(assignment)}${reasons === null ? '' : `,"reasons":${JSON.stringify(reasons)}`}}`;

/** Mode A for a regional market: plain stability, with the regions whose caps it passes by named beside it. */
export function answerIgnoringRegions(market: RegionalMarket): string {
  const assignment = matchStable(market);
  assertSound(checkMarket(market, assignment).breaches);
  const passed = checkRegional(market, assignment).breaches.filter((b) => b.kind === 'over-region-cap');
  const unmet = passed.map((b) => ({ kind: 'regionCap', region: b.who[0], asked: b.allowed, placed: b.found }));
  return `{"status":"ok","assignment":${assignmentText(assignment)},"unmet":${JSON.stringify(unmet)}}`;
}

/** Mode A for students and projects. */
export function answerProjects(market: ProjectMarket): string {
  const assignment = matchProjects(market);
  assertSound(checkProjects(market, assignment));
  return `{"status":"ok","assignment":${assignmentText(assignment)}}`;
}

/** Written by hand, so that ids which look like numbers or like `__proto__` keep their place and their meaning. */
function assignmentText(assignment: Assignment): string {
  const parts: string[] = [];
  for (const [id, other] of assignment) parts.push(`${JSON.stringify(id)}:${JSON.stringify(other)}`);
  return `{${parts.join(',')}}`;
}
