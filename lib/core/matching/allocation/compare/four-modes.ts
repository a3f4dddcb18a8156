import {
  checkCalendar,
  checkCertificate,
  checkConflict,
  checkMarket,
  checkRegional,
  checkRound,
} from '../check/checker.ts';
import type { Calendar } from '../free/calendar.ts';
import { perPair, startedPlacements, startProgram } from '../free/integer-program.ts';
import type { RunHighs } from '../free/run-highs.ts';
import { assertSound } from '../lines/answer-market.ts';
import type { RegionalMarket } from '../lines/read-market.ts';
import type { ProposingSide, TieOrder } from '../plan.ts';
import { certificateOf, floorsMet, placements, solveFlow, totalScore } from '../round/best-total.ts';
import { type Conflict, findConflict } from '../round/conflict.ts';
import { indexRound } from '../round/indexed-round.ts';
import type { Placement, QuotaRound } from '../round/quota-round.ts';
import { marketOfRound, placementsOfUnits, withoutRegions } from '../round/stated-by-score.ts';
import { matchForReceivers, matchRegional, matchStable } from '../stable/match-market.ts';
import { asUnits, type ModeOutcome, moved, outcomeOf } from './mode-outcome.ts';

/** The four modes' results of one round, side by side. */
export interface FourModes {
  readonly stable: ModeOutcome;
  readonly regional: ModeOutcome;
  /** Null where floors and limits cannot hold together; `conflict` then says which. */
  readonly best: ModeOutcome | null;
  readonly free: ModeOutcome | 'infeasible' | 'timeout';
  readonly conflict: Conflict | null;
  /** People whom mode A would place otherwise if the other side proposed, 人; absent in older results. */
  readonly proposerMatters?: number;
}

/** What the modes are given besides the round. */
export interface FourModesOptions {
  readonly calendar: Calendar;
  readonly tieSeed: number;
  readonly tieBy: TieOrder;
  /** Who proposes in mode A. */
  readonly proposer: ProposingSide;
  /** HiGHS's own limit. */
  readonly seconds: number;
  readonly run: RunHighs;
}

/** Mode A's placements. */
export const stablePlacements = (market: RegionalMarket, proposer: ProposingSide): Placement[] =>
  placementsOfUnits((proposer === 'source' ? matchStable : matchForReceivers)(withoutRegions(market)));

/** Runs the four modes on a round. Every result has passed the checker on what its mode promises; otherwise it throws, which is a bug. */
export async function runFourModes(round: QuotaRound, options: FourModesOptions): Promise<FourModes> {
  const indexed = indexRound(round);
  const market = marketOfRound(round, options.tieSeed, options.tieBy);
  const stable = outcomeOf(round, market, stablePlacements(market, options.proposer));
  const others = stablePlacements(market, options.proposer === 'source' ? 'host' : 'source');
  assertSound(checkMarket(market, asUnits(market, others)).breaches);
  const proposerMatters = moved(others, stable.placements);
  const regional = outcomeOf(round, market, placementsOfUnits(matchRegional(market)));
  assertSound(checkRound(round, stable.placements, stable.total, { floors: false, ownCaps: false }));
  assertSound(checkMarket(market, asUnits(market, stable.placements)).breaches);
  assertSound(checkRound(round, regional.placements, regional.total, { floors: false, ownCaps: true }));
  assertSound(checkRegional(market, asUnits(market, regional.placements)).breaches);
  const solved = solveFlow(indexed.problem);
  if (!floorsMet(solved)) {
    const conflict = findConflict(indexed);
    if (conflict === null) throw new Error('floors are unmet, yet no conflict was found');
    assertSound(checkConflict(round, conflict));
    return { stable, regional, best: null, free: 'infeasible', conflict, proposerMatters };
  }
  const best = outcomeOf(round, market, placements(indexed, solved));
  assertSound(best.breaches);
  assertSound(checkCertificate(round, totalScore(indexed.problem, solved), certificateOf(indexed, solved)));
  const stated = startProgram(indexed, options.calendar);
  const ending = await options.run(stated.program, options.seconds);
  if (ending.status !== 'optimal')
    return { stable, regional, best, free: ending.status, conflict: null, proposerMatters };
  const started = startedPlacements(indexed, stated, ending.x);
  assertSound(checkCalendar(options.calendar, started));
  const free = outcomeOf(round, market, perPair(started));
  assertSound(free.breaches);
  return { stable, regional, best, free, conflict: null, proposerMatters };
}
