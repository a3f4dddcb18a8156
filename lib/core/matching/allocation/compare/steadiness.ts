import type { ScoringRule, Weights } from '../../rank/scoring-rule.ts';
import { seededChance } from '../explain/perturbation.ts';
import type { Calendar } from '../free/calendar.ts';
import { perPair, startedPlacements, startProgram } from '../free/integer-program.ts';
import type { RunHighs } from '../free/run-highs.ts';
import { type PlanChoices, settlingOf } from '../plan.ts';
import { floorsMet, placements, solveFlow } from '../round/best-total.ts';
import { indexRound } from '../round/indexed-round.ts';
import type { Placement, QuotaRound } from '../round/quota-round.ts';
import { marketOfRound, placementsOfUnits } from '../round/stated-by-score.ts';
import { matchRegional } from '../stable/match-market.ts';
import { stablePlacements } from './four-modes.ts';

/** Runs of A, B and C under other weights and lots by which a pair is told to be firm. */
export const steadyRuns = 20;

/** Runs of D, which takes far longer: the first so many of the same runs. */
export const steadyFreeRuns = 5;

/** Seconds that D may search: for the result, and in each run under other weights. */
export const freeSeconds = { result: 60, run: 20 } as const;

/** In how many runs each pair was formed: source → host → runs. */
type Formed = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** How often each pair was formed, by mode. */
export interface Steadiness {
  readonly stable: Formed;
  readonly regional: Formed;
  readonly best: Formed;
  readonly free: Formed;
  /** Runs of D that ended within their time. */
  readonly freeEnded: number;
}

/** Before the first run. */
export const noRuns: Steadiness = { stable: {}, regional: {}, best: {}, free: {}, freeEnded: 0 };

/** The choices of one run: every weight above 0 moved by −1, 0 or +1, and another lot, drawn from the run's number; the same for everybody. */
export function movedChoices(choices: PlanChoices, rule: ScoringRule, run: number): PlanChoices {
  const chance = seededChance(run + 1);
  const weights: Weights = Object.fromEntries(
    rule.criteria.map(({ id, weight }) => {
      const own = choices.weights?.[id] ?? weight;
      const moved = own + Math.floor(chance() * 3) - 1;
      return [id, own === 0 ? 0 : Math.min(rule.maxWeight, Math.max(0, moved))];
    }),
  );
  return { ...choices, weights, tieSeed: 1 + Math.floor(chance() * 999_999_998) };
}

/** Adds one run's pairs to what was counted before; where floors and limits cannot be met, mode C forms none. */
export function countRun(before: Steadiness, round: QuotaRound, choices: PlanChoices): Steadiness {
  const { tieSeed, tieBy, proposer } = settlingOf(choices);
  const market = marketOfRound(round, tieSeed, tieBy);
  const indexed = indexRound(round);
  const solved = solveFlow(indexed.problem);
  return {
    ...before,
    stable: counted(before.stable, stablePlacements(market, proposer)),
    regional: counted(before.regional, placementsOfUnits(matchRegional(market))),
    best: counted(before.best, floorsMet(solved) ? placements(indexed, solved) : []),
  };
}

/** Adds one run of D; one that was cut off is not counted, one where nothing fits forms no pair. */
export async function countFreeRun(
  before: Steadiness,
  { round, calendar }: { readonly round: QuotaRound; readonly calendar: Calendar },
  run: RunHighs,
): Promise<Steadiness> {
  const indexed = indexRound(round);
  const stated = startProgram(indexed, calendar);
  const ending = await run(stated.program, freeSeconds.run);
  if (ending.status === 'timeout') return before;
  const started = ending.status === 'optimal' ? startedPlacements(indexed, stated, ending.x) : [];
  return { ...before, free: counted(before.free, perPair(started)), freeEnded: before.freeEnded + 1 };
}

function counted(before: Formed, formed: readonly Placement[]): Formed {
  const after: Record<string, Record<string, number>> = Object.fromEntries(
    Object.entries(before).map(([source, hosts]) => [source, { ...hosts }]),
  );
  for (const { source, host } of formed) {
    const hosts = after[source] ?? {};
    hosts[host] = (hosts[host] ?? 0) + 1;
    after[source] = hosts;
  }
  return after;
}
