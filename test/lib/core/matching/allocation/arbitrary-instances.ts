import * as fc from 'fast-check';
import type { Market, RegionalMarket } from '#lib/core/matching/allocation/lines/read-market.ts';
import type { ProjectMarket } from '#lib/core/matching/allocation/lines/read-projects.ts';
import type { AreaClass, QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';

const names = (prefix: string, most: number, least = 0) =>
  fc.integer({ min: least, max: most }).map((n) => Array.from({ length: n }, (_, i) => `${prefix}${i}`));

const mapOf = <V>(ids: readonly string[], value: fc.Arbitrary<V>): fc.Arbitrary<ReadonlyMap<string, V>> =>
  fc.tuple(...ids.map(() => value)).map((values) => new Map(ids.map((id, i) => [id, values[i] ?? fail()] as const)));

const fail = (): never => {
  throw new Error('no value was drawn');
};

/** A small plain market; lists are incomplete on both sides and need not name each other. */
export const anyMarket: fc.Arbitrary<Market> = fc.tuple(names('p', 5), names('r', 4)).chain(([p, r]) =>
  fc.record({
    proposers: mapOf(p, fc.shuffledSubarray(r)),
    receivers: mapOf(r, fc.record({ cap: fc.integer({ min: 0, max: 3 }), prefs: fc.shuffledSubarray(p) })),
  }),
);

/** A small regional market whose targets fit their regions. */
export const anyRegionalMarket: fc.Arbitrary<RegionalMarket> = fc
  .tuple(anyMarket, names('g', 2, 1))
  .chain(([market, g]) => {
    const r = [...market.receivers.keys()];
    return fc
      .record({
        place: mapOf(r, fc.record({ region: fc.constantFrom(...g), target: fc.integer({ min: 0, max: 2 }) })),
        order: fc.shuffledSubarray(r, { minLength: r.length }),
        room: mapOf(g, fc.integer({ min: 0, max: 3 })),
      })
      .map(({ place, order, room }) => {
        const at = (id: string) => place.get(id) ?? fail();
        const cap = (id: string) => market.receivers.get(id)?.cap ?? 0;
        return {
          proposers: market.proposers,
          receivers: new Map([...market.receivers].map(([id, x]) => [id, { ...x, ...at(id) }])),
          regions: new Map(
            g.map((region) => {
              const here = order.filter((id) => at(id).region === region);
              const targets = here.reduce((sum, id) => sum + Math.min(at(id).target, cap(id)), 0);
              return [region, { cap: targets + (room.get(region) ?? 0), order: here }] as const;
            }),
          ),
        };
      });
  });

/** A small market of students, projects and supervisors. */
export const anyProjectMarket: fc.Arbitrary<ProjectMarket> = fc
  .tuple(names('s', 4), names('j', 4), names('k', 2, 1))
  .chain(([s, j, k]) =>
    fc.record({
      students: mapOf(s, fc.shuffledSubarray(j)),
      projects: mapOf(j, fc.record({ cap: fc.integer({ min: 0, max: 2 }), supervisor: fc.constantFrom(...k) })),
      supervisors: mapOf(k, fc.record({ cap: fc.integer({ min: 0, max: 3 }), prefs: fc.shuffledSubarray(s) })),
    }),
  );

/** A small quota round; about half of them cannot meet their floors. */
export const anyRound: fc.Arbitrary<QuotaRound> = fc
  .tuple(names('P', 3, 1), names('s', 4), names('h', 5))
  .chain(([p, s, h]) =>
    fc.record({
      prefectures: mapOf(
        p,
        fc.record({
          limit: fc.integer({ min: 0, max: 100 }),
          floor: fc.integer({ min: 0, max: 2 }),
          ownCap: fc.integer({ min: 0, max: 2 }),
        }),
      ),
      sources: mapOf(s, fc.record({ pref: fc.constantFrom(...p), slots: fc.integer({ min: 0, max: 3 }) })),
      hosts: mapOf(
        h,
        fc.record({
          pref: fc.constantFrom(...p, 'elsewhere'),
          areaClass: fc.constantFrom<AreaClass>(1, 2, 3, 3, null),
          cap: fc.integer({ min: 0, max: 3 }),
        }),
      ),
      score: mapOf(
        s,
        fc.shuffledSubarray(h).chain((some) => mapOf(some, fc.integer({ min: -5, max: 12 }))),
      ),
    }),
  );

/** The same map with its entries in the opposite order. */
export const reversed = <V>(map: ReadonlyMap<string, V>): ReadonlyMap<string, V> => new Map([...map].reverse());
