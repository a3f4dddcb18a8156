import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deferredAcceptance } from '#lib/core/matching/allocation/stable/deferred-acceptance.ts';
import { flexibleDeferredAcceptance } from '#lib/core/matching/allocation/stable/flexible-deferred-acceptance.ts';
import { indexRegionalMarket } from '#lib/core/matching/allocation/stable/index-market.ts';
import { reusable } from '#lib/core/matching/allocation/stable/memory.ts';
import { standings } from '#lib/core/matching/allocation/stable/standing.ts';
import { anyRegionalMarket } from './arbitrary-instances.ts';

test('markets solved one after another in the same memory end as each does in its own', () => {
  const memory = reusable();
  fc.assert(
    fc.property(anyRegionalMarket, (market) => {
      const { lists } = indexRegionalMarket(market);
      for (const solve of [deferredAcceptance, flexibleDeferredAcceptance]) {
        memory.again();
        const inKept = solve(lists, standings(lists, memory), memory);
        expect(inKept).toEqual(solve(lists, standings(lists)));
      }
    }),
    { numRuns: 300 },
  );
});
