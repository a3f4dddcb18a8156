import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf } from '#lib/core/matching/allocation/compare/mode-outcome.ts';
import {
  marketOfRound,
  placementsOfUnits,
  withoutRegions,
} from '#lib/core/matching/allocation/round/stated-by-score.ts';
import { matchRegional, matchStable } from '#lib/core/matching/allocation/stable/match-market.ts';
import { anyRound } from '../arbitrary-instances.ts';

test('gathered by hospital and shown, a stable result still has no pair that would rather be together without an excuse', () => {
  fc.assert(
    fc.property(anyRound, fc.nat(9), (round, seed) => {
      const market = marketOfRound(round, seed);
      for (const found of [matchStable(withoutRegions(market)), matchRegional(market)]) {
        const { blocking } = outcomeOf(round, market, placementsOfUnits(found));
        expect(blocking.filter(({ excuse }) => excuse === null)).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});
