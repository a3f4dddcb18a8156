import { type Breach, checkCalendar, checkCertificate, checkConflict, checkRound } from '../check/checker.ts';
import { explainRound, explainTerms } from '../explain/explain-round.ts';
import type { Calendar } from '../free/calendar.ts';
import { startedPlacements, startProgram } from '../free/integer-program.ts';
import type { RunHighs } from '../free/run-highs.ts';
import { certificateOf, floorsMet, placements, solveFlow, totalScore } from '../round/best-total.ts';
import { type ConflictMember, findConflict } from '../round/conflict.ts';
import { forcingPrices } from '../round/forcing-prices.ts';
import { type IndexedRound, indexRound } from '../round/indexed-round.ts';
import type { PairRule, Placement, QuotaRound } from '../round/quota-round.ts';
import { marketOfRound, placementsOfUnits, withoutRegions } from '../round/stated-by-score.ts';
import { matchRegional, matchStable } from '../stable/match-market.ts';
import { assertSound } from './answer-market.ts';

/** The words an answer is given in: they belong to a programme, so the core is handed them. */
export type RoundWords = {
  readonly rule: Readonly<Record<PairRule, string>>;
  readonly member: (member: ConflictMember) => string;
  readonly calendar: string;
};

/** Mode C: the best total score under floors and caps, proven by its certificate; `prices` adds what forcing each pair would cost, `explain` each pair's reason. */
export function answerBest(round: QuotaRound, words: RoundWords, prices: boolean, explain: boolean): string {
  const indexed = indexRound(round);
  const solved = solveFlow(indexed.problem);
  if (!floorsMet(solved)) return answerConflict(round, indexed, words);
  const total = totalScore(indexed.problem, solved);
  const found = placements(indexed, solved);
  assertSound(checkRound(round, found, total));
  assertSound(checkCertificate(round, total, certificateOf(indexed, solved)));
  const more = prices ? `,"prices":${pricesText(indexed, forcingPrices(solved, indexed.problem.pairSource))}` : '';
  const reasons = explain ? `,"reasons":${JSON.stringify(explainRound(indexed, solved))}` : '';
  return `${okText(indexed, words, total, found)}${more}${reasons}}`;
}

/** Modes A and B: what a stable matching by score would do, with the floors (and in A the own-area caps) it leaves unmet. */
export function answerStableRound(round: QuotaRound, words: RoundWords, regional: boolean, tieSeed: number): string {
  const indexed = indexRound(round);
  const market = marketOfRound(round, tieSeed);
  const found = placementsOfUnits(regional ? matchRegional(market) : matchStable(withoutRegions(market)));
  const total = found.reduce((sum, x) => sum + (round.score.get(x.source)?.get(x.host) ?? 0) * x.n, 0);
  assertSound(checkRound(round, found, total, { floors: false, ownCaps: regional }));
  const unmet = checkRound(round, found, total).map(unmetOf);
  return `${okText(indexed, words, total, found)},"unmet":${JSON.stringify(unmet)}}`;
}

/** Mode D: free start weeks by integer programming within `seconds`; `run` is where HiGHS runs. */
export async function answerFree(
  round: QuotaRound,
  calendar: Calendar | null,
  words: RoundWords,
  run: RunHighs,
  seconds: number,
  explain: boolean,
): Promise<string> {
  const indexed = indexRound(round);
  const solved = solveFlow(indexed.problem);
  if (!floorsMet(solved)) return answerConflict(round, indexed, words);
  const stated = startProgram(indexed, calendar);
  const ending = await run(stated.program, seconds);
  if (ending.status !== 'optimal')
    return ending.status === 'timeout'
      ? JSON.stringify({ status: 'timeout', seconds })
      : JSON.stringify({ status: 'infeasible', conflict: [{ kind: 'calendar', words: words.calendar }] });
  const found = startedPlacements(indexed, stated, ending.x);
  const total = found.reduce((sum, x) => sum + (round.score.get(x.source)?.get(x.host) ?? 0) * x.n, 0);
  assertSound(checkRound(round, found, total));
  if (calendar !== null) assertSound(checkCalendar(calendar, found));
  const shown = calendar === null ? found.map(({ source, host, n }) => ({ source, host, n })) : found;
  const reasons = explain ? `,"reasons":${JSON.stringify(explainTerms(explainRound(indexed, solved), found))}` : '';
  return `${okText(indexed, words, total, shown)}${reasons}}`;
}

function answerConflict(round: QuotaRound, indexed: IndexedRound, words: RoundWords): string {
  const conflict = findConflict(indexed);
  if (conflict === null) throw new Error('floors are unmet, yet no conflict was found');
  assertSound(checkConflict(round, conflict));
  const relaxations = conflict.relief.map((member) => ({
    ...member,
    to: member.amount + (member.kind === 'floor' ? -conflict.shortfall : conflict.shortfall),
  }));
  return JSON.stringify({
    status: 'infeasible',
    conflict: conflict.members.map((member) => ({ ...member, words: words.member(member) })),
    shortfall: conflict.shortfall,
    relaxations,
    rejected: rejectedOf(indexed, words),
  });
}

/** The answer up to, but without, its closing brace. */
function okText(indexed: IndexedRound, words: RoundWords, total: number, found: readonly Placement[]): string {
  return JSON.stringify({ status: 'ok', total, assignment: found, rejected: rejectedOf(indexed, words) }).slice(0, -1);
}

const rejectedOf = (indexed: IndexedRound, words: RoundWords) =>
  indexed.rejected.map(({ source, host, rule }) => ({ source, host, rule: words.rule[rule] }));

function unmetOf(breach: Breach) {
  const kind = breach.kind === 'under-floor' ? 'floor' : 'ownCap';
  return { kind, prefecture: breach.who[0], asked: breach.allowed, placed: breach.found };
}

function pricesText(indexed: IndexedRound, prices: readonly (number | null)[]): string {
  const { pairSource, pairHost } = indexed.problem;
  const parts = prices.map((price, i) => {
    const pair = `${indexed.sources[pairSource[i] ?? 0]}|${indexed.hosts[pairHost[i] ?? 0]}`;
    return `${JSON.stringify(pair)}:${price}`;
  });
  return `{${parts.join(',')}}`;
}
