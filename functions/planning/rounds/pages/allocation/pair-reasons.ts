import type { FourModes } from '#lib/core/matching/allocation/compare/four-modes.ts';
import { stablePlacements } from '#lib/core/matching/allocation/compare/four-modes.ts';
import { explainMode } from '#lib/core/matching/allocation/explain/explain-mode.ts';
import { explainRound, explainTerms, type RoundReason } from '#lib/core/matching/allocation/explain/explain-round.ts';
import { type PlanChoices, settlingOf } from '#lib/core/matching/allocation/plan.ts';
import { floorsMet, solveFlow } from '#lib/core/matching/allocation/round/best-total.ts';
import { indexRound } from '#lib/core/matching/allocation/round/indexed-round.ts';
import type { QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';
import { marketOfRound, placementsOfUnits } from '#lib/core/matching/allocation/round/stated-by-score.ts';
import { matchRegional } from '#lib/core/matching/allocation/stable/match-market.ts';

/** The four modes, in the order of their letters. */
export const planModes = ['stable', 'regional', 'best', 'free'] as const;
export type PlanMode = (typeof planModes)[number];

/** Pairs for which one more seat is tried in A and B; each costs a whole solve. */
const tried = 8;

/** The reason of each pair of one source in one mode, as a kept result has it; undefined where the mode has no allocation. */
export function pairReasons(
  round: QuotaRound,
  choices: PlanChoices,
  result: FourModes,
  mode: PlanMode,
  source: string,
): readonly RoundReason[] | undefined {
  const outcome = result[mode];
  if (outcome === null || typeof outcome === 'string') return undefined;
  const { tieSeed, tieBy, proposer } = settlingOf(choices);
  const market = marketOfRound(round, tieSeed, tieBy);
  if (mode === 'stable' || mode === 'regional') {
    return explainMode(round, {
      market,
      placements: outcome.placements,
      capped: mode === 'regional',
      source,
      tried,
      resolve: (other) => {
        const stated = marketOfRound(other, tieSeed, tieBy);
        return mode === 'regional' ? placementsOfUnits(matchRegional(stated)) : stablePlacements(stated, proposer);
      },
    });
  }
  const indexed = indexRound(round);
  const flow = solveFlow(indexed.problem);
  if (!floorsMet(flow)) return undefined;
  const reasons = explainRound(indexed, flow, source);
  return mode === 'best' ? reasons : explainTerms(reasons, outcome.placements);
}
