import { expect, test } from 'vitest';
import type { Breach } from '#lib/core/matching/allocation/check/breach.ts';
import {
  checkCalendar,
  checkCertificate,
  checkConflict,
  checkMarket,
  checkRegional,
  checkRound,
} from '#lib/core/matching/allocation/check/checker.ts';
import { certificateOf, placements, solveFlow, totalScore } from '#lib/core/matching/allocation/round/best-total.ts';
import { findConflict } from '#lib/core/matching/allocation/round/conflict.ts';
import { indexRound } from '#lib/core/matching/allocation/round/indexed-round.ts';
import type { Placement } from '#lib/core/matching/allocation/round/quota-round.ts';
import { matchRegional, matchStable } from '#lib/core/matching/allocation/stable/match-market.ts';
import { miniRound } from './mini-round.ts';

const market = {
  proposers: new Map([
    ['a', ['X']],
    ['b', ['X']],
    ['c', ['Y']],
  ]),
  receivers: new Map([
    ['X', { cap: 1, prefs: ['a', 'b'], target: 0, region: 'g' }],
    ['Y', { cap: 1, prefs: ['c'], target: 0, region: 'g' }],
  ]),
  regions: new Map([['g', { cap: 1, order: ['X', 'Y'] }]]),
};
type Places = ReadonlyMap<string, string | null>;
const matched = (change: (sound: Places) => Places) => checkMarket(market, change(matchStable(market))).breaches;
const setTo = (id: string, to: string | null) => (sound: Places) => new Map(sound).set(id, to);

const indexed = indexRound(miniRound);
const flow = solveFlow(indexed.problem);
const best = placements(indexed, flow);
const total = totalScore(indexed.problem, flow);
const certificate = certificateOf(indexed, flow);
const placed = (found: readonly Placement[], said = total) => checkRound(miniRound, found, said);
const also = (source: string, host: string, n = 1) => [...best, { source, host, n }];

const tooMuch = { ...miniRound, prefectures: new Map([['P', { limit: 100, floor: 5, ownCap: 1 }]]) };
const conflict = findConflict(indexRound(tooMuch));
if (conflict === null) throw new Error('five people cannot leave from four slots');

const calendar = {
  blocks: 13,
  length: new Map([['P1', 6]]),
  seats: new Map([['iwate', new Array<number>(13).fill(1)]]),
};
const stays = (...starts: number[]) =>
  checkCalendar(
    calendar,
    starts.map((start) => ({ source: 'P1', host: 'iwate', n: 1, start })),
  );

/** Every kind of breach, by one result broken so; a kind without a line here does not type-check. */
const broken = {
  'unknown-id': matched(setTo('z', null)),
  missing: matched((sound) => new Map([...sound].slice(1))),
  unacceptable: matched(setTo('c', 'X')),
  'over-capacity': matched(setTo('b', 'X')),
  'over-region-cap': checkRegional(market, setTo('c', 'Y')(matchRegional(market))).breaches,
  'over-own-cap': placed([{ source: 'P1', host: 'own', n: 2 }]),
  'over-slots': placed(also('P1', 'iwate')),
  'under-floor': placed(best.slice(1)),
  ineligible: placed(also('P1', 'chiba')),
  'not-scored': placed(also('P2', 'chiba')),
  'bad-count': placed(also('P1', 'iwate', 0.5)),
  'blocking-pair': matched(setTo('a', null)),
  'wrong-total': placed(best, total + 1),
  'certificate-invalid': checkCertificate(miniRound, total, { ...certificate, slots: new Map([['P1', -1]]) }),
  'certificate-gap': checkCertificate(miniRound, total - 1, certificate),
  'conflict-does-not-add-up': checkConflict(tooMuch, { ...conflict, shortfall: conflict.shortfall + 1 }),
  'over-seats-at-a-time': stays(0, 5),
  'outside-calendar': stays(8),
} satisfies Record<Breach['kind'], readonly Breach[]>;

test.each(Object.entries(broken))('a result broken by %s is caught as that', (kind, breaches) => {
  expect(breaches.map((breach) => breach.kind)).toContain(kind);
});

test('nothing is caught where nothing was broken', () => {
  expect([
    ...matched((sound) => sound),
    ...checkRegional(market, matchRegional(market)).breaches,
    ...placed(best),
    ...checkCertificate(miniRound, total, certificate),
    ...checkConflict(tooMuch, conflict),
    ...stays(0, 6),
  ]).toEqual([]);
});
