import type { ScoringRule, Weights } from '../../rank/scoring-rule.ts';
import { seededChance } from '../explain/perturbation.ts';
import { type PlanChoices, settlingOf } from '../plan.ts';
import { floorsMet, placements, solveFlow } from '../round/best-total.ts';
import { indexRound } from '../round/indexed-round.ts';
import type { Placement, QuotaRound } from '../round/quota-round.ts';
import { marketOfRound, placementsOfUnits } from '../round/stated-by-score.ts';
import { matchRegional } from '../stable/match-market.ts';
import { stablePlacements } from './four-modes.ts';

/** The modes that are run again under other weights and lots; D would take too long. */
export const steadyModes = ['stable', 'regional', 'best'] as const;
export type SteadyMode = (typeof steadyModes)[number];

/** Runs under other weights and lots by which a pair is told to be firm. */
export const steadyRuns = 20;

/** In how many runs each pair was formed: mode → source → host → runs. */
export type Steadiness = Readonly<Record<SteadyMode, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

/** Before the first run. */
export const noRuns: Steadiness = { stable: {}, regional: {}, best: {} };

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
    stable: counted(before.stable, stablePlacements(market, proposer)),
    regional: counted(before.regional, placementsOfUnits(matchRegional(market))),
    best: counted(before.best, floorsMet(solved) ? placements(indexed, solved) : []),
  };
}

function counted(before: Steadiness[SteadyMode], formed: readonly Placement[]): Steadiness[SteadyMode] {
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
