import { type Breach, checkMarket, checkProjects, checkRegional } from '../check/checker.ts';
import { type Assignment, matchProjects, matchRegional, matchStable } from '../stable/match-market.ts';
import type { Market, RegionalMarket } from './read-market.ts';
import type { ProjectMarket } from './read-projects.ts';

/** Throws when the checker finds a result broken: that is a bug of the solver, never an answer. */
export function assertSound(breaches: readonly Breach[]): void {
  const [first] = breaches;
  if (first !== undefined) throw new Error(`the checker refuses the result: ${first.kind} ${first.who.join(' ')}`);
}

/** Mode A for a market: the answer's JSON text. */
export function answerMarket(market: Market): string {
  const assignment = matchStable(market);
  assertSound(checkMarket(market, assignment).breaches);
  return `{"status":"ok","assignment":${assignmentText(assignment)}}`;
}

/** Mode B for a regional market. */
export function answerRegional(market: RegionalMarket): string {
  const assignment = matchRegional(market);
  assertSound(checkRegional(market, assignment).breaches);
  return `{"status":"ok","assignment":${assignmentText(assignment)}}`;
}

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
