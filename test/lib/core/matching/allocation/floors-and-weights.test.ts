import { describe, expect, test } from 'vitest';
import { checkMarket, checkProjects } from '#lib/core/matching/allocation/check/checker.ts';
import type { Market } from '#lib/core/matching/allocation/lines/read-market.ts';
import { placements, solveFlow, totalScore } from '#lib/core/matching/allocation/round/best-total.ts';
import { indexRound } from '#lib/core/matching/allocation/round/indexed-round.ts';
import { deferredAcceptanceMany } from '#lib/core/matching/allocation/stable/many-to-many.ts';
import { type Assignment, matchProjects, matchStable } from '#lib/core/matching/allocation/stable/match-market.ts';
import { standings } from '#lib/core/matching/allocation/stable/standing.ts';
import { packLists } from '#lib/core/matching/allocation/stable/two-sided-lists.ts';
import { everyAssignment, marketIn } from './example-notation.ts';

const seatsAt = (assignment: Assignment, receiver: string) =>
  [...assignment.values()].filter((r) => r === receiver).length;

/** Assignments within seats, lists and floors. */
function* feasible(market: Market, floors: Readonly<Record<string, number>>): Generator<Assignment> {
  for (const one of everyAssignment(market.proposers)) {
    const rules = checkMarket(market, one).breaches.filter((b) => b.kind !== 'blocking-pair');
    if (rules.length === 0 && Object.entries(floors).every(([id, n]) => seatsAt(one, id) >= n)) yield one;
  }
}

const blockingCount = (market: Market, one: Assignment) => checkMarket(market, one).blocking.length;

describe('floors and stability', () => {
  test('one stable matching leaves h3 below its floor, so all do; the least unstable that meets it has two blocking pairs (rawatamit/GraphMatching, hrlq-m6, MIT)', () => {
    const market = marketIn({
      proposers: 'r1: h1 > h2 > h3\nr2: h1 > h2 > h3\nr3: h1 > h2\nr4: h1 > h2',
      receivers: 'h1 (2): r1 > r2 > r3 > r4\nh2 (1): r1 > r2 > r3 > r4\nh3 (1): r1 > r2',
    });
    expect([...matchStable(market)]).toEqual([
      ['r1', 'h1'],
      ['r2', 'h1'],
      ['r3', 'h2'],
      ['r4', null],
    ]);
    const counts = [...feasible(market, { h1: 1, h2: 1, h3: 1 })]
      .map((one) => blockingCount(market, one))
      .sort((a, b) => a - b);
    expect(counts.length).toBe(18);
    expect(counts.slice(0, 4)).toEqual([2, 2, 2, expect.any(Number)]);
    expect(counts[3]).toBeGreaterThan(2);
  });

  test('a floor can cost exactly one blocking pair (rawatamit/GraphMatching, hrlq-yokoi-max, MIT)', () => {
    const market = marketIn({ proposers: 'r1: h1 > h2\nr2: h3', receivers: 'h1 (1): r1\nh2 (1): r1\nh3 (1): r2' });
    expect([...matchStable(market).values()]).toEqual(['h1', 'h3']);
    const all = [...feasible(market, { h2: 1 })];
    const least = Math.min(...all.map((one) => blockingCount(market, one)));
    expect(least).toBe(1);
    expect(all.filter((one) => blockingCount(market, one) === least).map((one) => [...one.values()])).toEqual([
      ['h2', 'h3'],
    ]);
  });

  test('no matching that meets the floor is both fair and without waste (Ehlers et al. 2014; Fragiadakis et al. 2016)', () => {
    const market = marketIn({
      proposers: 's1: c1 > c2 > c3\ns2: c2 > c1 > c3',
      receivers: 'c1 (1): s2 > s1\nc2 (1): s1 > s2\nc3 (1): s1 > s2',
    });
    const full = [...feasible(market, { c3: 1 })].filter((one) => ![...one.values()].includes(null));
    const judged = full.map((one) => {
      const { blocking } = checkMarket(market, one);
      const fair = blocking.every((b) => seatsAt(one, b.receiver) === 0);
      const waste = blocking.some(
        (b) => seatsAt(one, b.receiver) === 0 && seatsAt(one, 'c3') - (one.get(b.proposer) === 'c3' ? 1 : 0) >= 1,
      );
      return [[...one.values()].join(' '), fair, !waste];
    });
    expect(judged.map(([pair]) => pair).sort()).toEqual(['c1 c3', 'c2 c3', 'c3 c1', 'c3 c2']);
    expect(
      judged
        .filter(([, fair]) => fair)
        .map(([pair]) => pair)
        .sort(),
    ).toEqual(['c2 c3', 'c3 c1']);
  });
});

describe('weights', () => {
  test('the greatest total can differ from the stable matching and then has a blocking pair', () => {
    const market = marketIn({ proposers: 'a: A > B\nb: A > B', receivers: 'A (1): a > b\nB (1): a > b' });
    const indexed = indexRound({
      prefectures: new Map([['P', { limit: 0, floor: 0, ownCap: 0 }]]),
      sources: new Map(['a', 'b'].map((id) => [id, { pref: 'P', slots: 1 }])),
      hosts: new Map(['A', 'B'].map((id) => [id, { pref: 'Q', areaClass: 1, cap: 1 }])),
      score: new Map([
        [
          'a',
          new Map([
            ['A', 10],
            ['B', 9],
          ]),
        ],
        [
          'b',
          new Map([
            ['A', 9],
            ['B', 1],
          ]),
        ],
      ]),
    });
    const solved = solveFlow(indexed.problem);
    const best = new Map(placements(indexed, solved).map(({ source, host }) => [source, host]));
    expect([...matchStable(market)]).toEqual([
      ['a', 'A'],
      ['b', 'B'],
    ]);
    expect([...best]).toEqual([
      ['a', 'B'],
      ['b', 'A'],
    ]);
    expect(totalScore(indexed.problem, solved)).toBe(18);
    expect(checkMarket(market, best).blocking).toEqual([{ proposer: 'a', receiver: 'A', excuse: null }]);
  });
});

describe('seats on both sides', () => {
  test('the only pairwise stable many-to-many matching is found (rawatamit/GraphMatching, many_many_popular_lq_fig1, MIT)', () => {
    const lists = packLists([[0, 1], [0, 1], [1]]);
    const prefs = packLists([
      [0, 1],
      [2, 0, 1],
    ]);
    const market = {
      proposers: 3,
      receivers: 2,
      listStart: lists.start,
      list: lists.items,
      prefStart: prefs.start,
      pref: prefs.items,
      cap: Int32Array.of(1, 2),
    };
    const held = deferredAcceptanceMany(market, Int32Array.of(2, 2, 1), standings(market));
    expect([...held]).toEqual([1, 0, 1, 1, 0]);
  });

  test('projects inside supervisors: the documented matching (daffidwilde/matching, student_allocation, MIT)', () => {
    const { proposers } = marketIn({
      proposers: 'A: X1 > X2\nB: Y2 > X2 > Y1\nC: X1 > Y1 > X2\nD: Y2 > X1 > Y1\nE: X1 > Y2 > X2 > Y1',
      receivers: '',
    });
    const market = {
      students: proposers,
      projects: new Map(['X1', 'X2', 'Y1', 'Y2'].map((id) => [id, { cap: 2, supervisor: id.charAt(0) }])),
      supervisors: new Map([
        ['X', { cap: 3, prefs: ['B', 'C', 'A', 'E', 'D'] }],
        ['Y', { cap: 3, prefs: ['B', 'C', 'E', 'D'] }],
      ]),
    };
    const found = matchProjects(market);
    expect([...found.values()]).toEqual(['X1', 'Y2', 'X1', 'Y1', 'Y2']);
    const stable = [...everyAssignment(market.students)].filter((one) => checkProjects(market, one).length === 0);
    expect(stable).toEqual([found]);
  });
});
