import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMarket, checkProjects, checkRegional } from '#lib/core/matching/allocation/check/checker.ts';
import type { Market } from '#lib/core/matching/allocation/lines/read-market.ts';
import {
  type Assignment,
  matchForReceivers,
  matchProjects,
  matchRegional,
  matchStable,
} from '#lib/core/matching/allocation/stable/match-market.ts';
import { anyMarket, anyProjectMarket, anyRegionalMarket, reversed } from './arbitrary-instances.ts';
import { everyAssignment } from './example-notation.ts';

/** Whether nobody does worse by their own list in `a` than in `b`. */
function nobodyWorse(lists: Market['proposers'], a: Assignment, b: Assignment): boolean {
  const rank = (id: string, at: string | null | undefined) =>
    at === null || at === undefined ? Number.POSITIVE_INFINITY : (lists.get(id)?.indexOf(at) ?? 0);
  return [...lists.keys()].every((id) => rank(id, a.get(id)) <= rank(id, b.get(id)));
}

/** Every list that somebody could hand in: each ordered choice of the given ids, the empty one too. */
const everyList = (ids: readonly string[]): readonly (readonly string[])[] => [
  [],
  ...ids.flatMap((first) => everyList(ids.filter((id) => id !== first)).map((rest) => [first, ...rest])),
];

/** Whether no proposer gains, by its own list, from handing in another one. */
function nobodyGainsByLying<M extends Market>(market: M, match: (market: M) => Assignment): boolean {
  const honest = match(market);
  return [...market.proposers].every(([id, list]) =>
    everyList([...market.receivers.keys()]).every((lie) => {
      const found = match({ ...market, proposers: new Map(market.proposers).set(id, lie) }).get(id);
      return nobodyWorse(new Map([[id, list]]), honest, new Map([[id, found && list.includes(found) ? found : null]]));
    }),
  );
}

const filled = (assignment: Assignment) => [...assignment.values()].filter((r) => r !== null).sort();

describe('mode A', () => {
  test('no pair blocks', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        expect(checkMarket(market, matchStable(market)).breaches).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('no proposer does better in any stable matching', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const found = matchStable(market);
        expect(checkMarket(market, found).breaches).toEqual([]);
        for (const other of everyAssignment(market.proposers))
          if (checkMarket(market, other).breaches.length === 0)
            expect(nobodyWorse(market.proposers, found, other)).toBe(true);
      }),
    );
  });

  test('the receiver-optimal matching is stable and every proposer does at least as well in any other', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const found = matchForReceivers(market);
        expect(checkMarket(market, found).breaches).toEqual([]);
        for (const other of everyAssignment(market.proposers))
          if (checkMarket(market, other).breaches.length === 0)
            expect(nobodyWorse(market.proposers, other, found)).toBe(true);
      }),
    );
  });

  test('every stable matching fills the same seats with the same people placed (rural hospitals)', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const a = matchStable(market);
        const b = matchForReceivers(market);
        expect(filled(a)).toEqual(filled(b));
        for (const [id, receiver] of a) expect(receiver === null).toBe(b.get(id) === null);
      }),
    );
  });

  test('the order of the input changes nothing', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const turned = { proposers: reversed(market.proposers), receivers: reversed(market.receivers) };
        expect([...matchStable(turned)]).toEqual([...matchStable(market)]);
      }),
    );
  });

  test('one more seat anywhere never hurts a proposer', () => {
    fc.assert(
      fc.property(anyMarket, fc.nat(), (market, pick) => {
        const ids = [...market.receivers.keys()];
        const chosen = ids[pick % Math.max(1, ids.length)];
        const receivers = new Map(
          [...market.receivers].map(([id, r]) => [id, id === chosen ? { ...r, cap: r.cap + 1 } : r]),
        );
        const more = matchStable({ proposers: market.proposers, receivers });
        expect(nobodyWorse(market.proposers, more, matchStable(market))).toBe(true);
      }),
    );
  });
});

describe('telling the truth', () => {
  test('no proposer gains by any other list, in mode A nor in mode B (Dubins & Freedman 1981, Kamada & Kojima 2015)', () => {
    fc.assert(
      fc.property(anyMarket, (market) => nobodyGainsByLying(market, matchStable)),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(anyRegionalMarket, (market) => nobodyGainsByLying(market, matchRegional)),
      { numRuns: 40 },
    );
  });
});

describe('mode B', () => {
  test('the matching is stable in the sense of Kamada & Kojima and within every regional cap', () => {
    fc.assert(
      fc.property(anyRegionalMarket, (market) => {
        expect(checkRegional(market, matchRegional(market)).breaches).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('every proposer does at least as well as with targets taken for seats', () => {
    fc.assert(
      fc.property(anyRegionalMarket, (market) => {
        const receivers = new Map(
          [...market.receivers].map(([id, r]) => [id, { cap: Math.min(r.cap, r.target), prefs: r.prefs }]),
        );
        const older = matchStable({ proposers: market.proposers, receivers });
        expect(nobodyWorse(market.proposers, matchRegional(market), older)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('the order of the input changes nothing', () => {
    fc.assert(
      fc.property(anyRegionalMarket, (market) => {
        const turned = {
          proposers: reversed(market.proposers),
          receivers: reversed(market.receivers),
          regions: reversed(market.regions),
        };
        expect([...matchRegional(turned)]).toEqual([...matchRegional(market)]);
      }),
    );
  });
});

describe('departments inside hospitals (SPA-S)', () => {
  test('no pair blocks, and no student does better in any stable matching', () => {
    fc.assert(
      fc.property(anyProjectMarket, (market) => {
        const found = matchProjects(market);
        expect(checkProjects(market, found)).toEqual([]);
        for (const other of everyAssignment(market.students))
          if (checkProjects(market, other).length === 0) expect(nobodyWorse(market.students, found, other)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
