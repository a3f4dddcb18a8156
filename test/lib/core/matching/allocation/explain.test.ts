import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRegional } from '#lib/core/matching/allocation/check/checker.ts';
import { explainMarket, seatsThatWouldDo } from '#lib/core/matching/allocation/explain/explain-market.ts';
import { explainRound, explainTerms } from '#lib/core/matching/allocation/explain/explain-round.ts';
import { countUnderPerturbation, seededChance } from '#lib/core/matching/allocation/explain/perturbation.ts';
import { canonicalJson, provenanceOf } from '#lib/core/matching/allocation/explain/provenance.ts';
import { floorsMet, placements, solveFlow } from '#lib/core/matching/allocation/round/best-total.ts';
import { indexRound } from '#lib/core/matching/allocation/round/indexed-round.ts';
import type { QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';
import { marketOfRound } from '#lib/core/matching/allocation/round/stated-by-score.ts';
import { matchForReceivers, matchRegional, matchStable } from '#lib/core/matching/allocation/stable/match-market.ts';
import { anyMarket, anyRegionalMarket, anyRound } from './arbitrary-instances.ts';
import { marketIn } from './example-notation.ts';
import { miniRound } from './mini-round.ts';

const explained = (round: QuotaRound) => {
  const indexed = indexRound(round);
  return explainRound(indexed, solveFlow(indexed.problem));
};

describe('the reasons of a market', () => {
  test('each pair has one code, with rank and cutoff where seats decided', () => {
    const market = marketIn({ proposers: 'a: X > Y\nb: X > Y\nc: X', receivers: 'X (1): a > b\nY (1): b > a' });
    const found = matchStable(market);
    expect(explainMarket(market, found, [], matchForReceivers(market))).toEqual([
      { proposer: 'a', receiver: 'X', code: 'MATCHED', rank: 1, cutoff: 1, always: true },
      { proposer: 'a', receiver: 'Y', code: 'BETTER' },
      { proposer: 'b', receiver: 'X', code: 'HOST_FULL', rank: 2, cutoff: 1 },
      { proposer: 'b', receiver: 'Y', code: 'MATCHED', rank: 1, cutoff: 1, always: true },
      { proposer: 'c', receiver: 'X', code: 'NOT_LISTED', unlistedBy: ['receiver'] },
    ]);
    expect(seatsThatWouldDo(market, 'b', 'X')).toBe(1);
    expect(seatsThatWouldDo(market, 'c', 'X')).toBeNull();
  });

  test('HOST_FULL is only said of receivers that hold nobody ranked lower and have no seat left', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const found = matchStable(market);
        for (const reason of explainMarket(market, found)) {
          if (reason.code !== 'HOST_FULL') continue;
          const seats = [...found.values()].filter((r) => r === reason.receiver).length;
          expect(seats).toBe(market.receivers.get(reason.receiver)?.cap);
          expect(reason.rank).toBeGreaterThan(reason.cutoff ?? 0);
        }
      }),
    );
  });

  test('REGION_CAP is said of exactly the excused pairs', () => {
    fc.assert(
      fc.property(anyRegionalMarket, (market) => {
        const found = matchRegional(market);
        const { blocking } = checkRegional(market, found);
        const said = explainMarket(market, found, blocking).filter((r) => r.code === 'REGION_CAP');
        expect(said.map((r) => `${r.proposer} ${r.receiver}`).sort()).toEqual(
          blocking.map((b) => `${b.proposer} ${b.receiver}`).sort(),
        );
      }),
    );
  });
});

describe('the reasons of a round', () => {
  test('name what stands in the way and what would change it', () => {
    expect(explained(miniRound)).toEqual([
      { source: 'P1', host: 'chiba', rule: 'not-a-receiving-area', code: 'INELIGIBLE' },
      { source: 'P1', host: 'iwate', price: 15, code: 'BETTER' },
      { source: 'P1', host: 'nagano', price: 0, code: 'MATCHED' },
      { source: 'P1', host: 'own', price: 0, code: 'MATCHED' },
      { source: 'P2', host: 'iwate', price: 0, code: 'MATCHED' },
      { source: 'P2', host: 'nagano', price: 15, code: 'HOST_FULL', change: { kind: 'hostCap', to: 2 } },
      { source: 'P2', host: 'own', price: 20, code: 'OWN_AREA_CAP', prefecture: 'P' },
    ]);
  });

  test('a place taken for another prefecture’s floor says whose', () => {
    const round: QuotaRound = {
      prefectures: new Map([
        ['A', { limit: 0, floor: 0, ownCap: 0 }],
        ['B', { limit: 20, floor: 1, ownCap: 0 }],
      ]),
      sources: new Map([
        ['a', { pref: 'A', slots: 1 }],
        ['b', { pref: 'B', slots: 1 }],
      ]),
      hosts: new Map([['h', { pref: 'Q', areaClass: 1, cap: 1 }]]),
      score: new Map([
        ['a', new Map([['h', 10]])],
        ['b', new Map([['h', 1]])],
      ]),
    };
    expect(explained(round)).toEqual([
      {
        source: 'a',
        host: 'h',
        price: null,
        code: 'FLOOR_DISPLACED',
        prefecture: 'B',
        change: { kind: 'floor', to: 0 },
      },
      { source: 'b', host: 'h', price: 0, code: 'MATCHED' },
    ]);
  });

  test('every scored pair has exactly one reason, and MATCHED is said of exactly the placements', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const indexed = indexRound(round);
        const solved = solveFlow(indexed.problem);
        if (!floorsMet(solved)) return;
        const reasons = explainRound(indexed, solved);
        const scored = [...round.score].flatMap(([s, row]) => [...row.keys()].map((h) => `${s} ${h}`));
        expect(reasons.map((r) => `${r.source} ${r.host}`).sort()).toEqual(scored.sort());
        const matched = reasons.filter((r) => r.code === 'MATCHED').map((r) => `${r.source} ${r.host}`);
        expect(matched).toEqual(placements(indexed, solved).map((x) => `${x.source} ${x.host}`));
      }),
    );
  });

  test('a pair that only the calendar keeps apart says TERM_CONFLICT', () => {
    const free = [{ source: 'P1', host: 'iwate', n: 1 }];
    const found = explainTerms(explained(miniRound), free).map((r) => `${r.source} ${r.host} ${r.code}`);
    expect(found).toContain('P1 iwate MATCHED');
    expect(found).toContain('P1 nagano TERM_CONFLICT');
    expect(found).toContain('P2 own OWN_AREA_CAP');
  });
});

describe('perturbation and provenance', () => {
  test('the same seed counts the same; a pair far ahead stays in every run', () => {
    const indexed = indexRound(miniRound);
    const counts = countUnderPerturbation(indexed, 50, seededChance(7));
    expect(countUnderPerturbation(indexed, 50, seededChance(7))).toEqual(counts);
    expect(counts.some((n) => n === 50)).toBe(true);
    expect(counts.some((n) => n < 50)).toBe(true);
  });

  test('the tie seed decides among equal scores and nothing else', () => {
    const equal: QuotaRound = {
      ...miniRound,
      score: new Map([
        [
          'P1',
          new Map([
            ['iwate', 5],
            ['nagano', 5],
          ]),
        ],
      ]),
    };
    const first = (seed: number) => [...marketOfRound(equal, seed).proposers.values()][0];
    const drawn = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => first(seed)?.[0]));
    expect(drawn).toEqual(new Set(['iwate', 'nagano']));
    expect([...matchRegional(marketOfRound(miniRound, 1)).values()]).toEqual([
      ...matchRegional(marketOfRound(miniRound, 2)).values(),
    ]);
  });

  test('the hash is taken over the input with its keys in order', () => {
    const hash = (text: string) => text;
    expect(provenanceOf({ b: [1, { d: 2, c: null }], a: 'x' }, 'best', 'r1', 3, hash)).toEqual({
      inputHash: '{"a":"x","b":[1,{"c":null,"d":2}]}',
      ruleVersion: 'r1',
      mode: 'best',
      engineVersion: '1',
      tieSeed: 3,
    });
    expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
  });
});
