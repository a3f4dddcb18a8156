import { describe, expect, test } from 'vitest';
import {
  checkCalendar,
  checkCertificate,
  checkConflict,
  checkMarket,
  checkProjects,
  checkRegional,
  checkRound,
} from '#lib/core/matching/allocation/check/checker.ts';
import type { ProjectMarket } from '#lib/core/matching/allocation/lines/read-projects.ts';
import { certificateOf, placements, solveFlow, totalScore } from '#lib/core/matching/allocation/round/best-total.ts';
import { type Conflict, findConflict } from '#lib/core/matching/allocation/round/conflict.ts';
import { indexRound } from '#lib/core/matching/allocation/round/indexed-round.ts';
import type { Placement, QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';
import { matchProjects, matchRegional, matchStable } from '#lib/core/matching/allocation/stable/match-market.ts';
import { miniRound } from './mini-round.ts';

const market = {
  proposers: new Map([
    ['a', ['X', 'Y']],
    ['b', ['X', 'Y']],
    ['c', ['Y']],
  ]),
  receivers: new Map([
    ['X', { cap: 1, prefs: ['a', 'b'] }],
    ['Y', { cap: 1, prefs: ['c', 'b', 'a'] }],
  ]),
};
const kinds = (breaches: readonly { kind: string }[]) => breaches.map((b) => b.kind);
const changed = <V>(map: ReadonlyMap<string, V>, id: string, value: V) => new Map(map).set(id, value);

describe('a matching broken on purpose', () => {
  const sound = matchStable(market);

  test('is sound before it is broken', () => {
    expect(checkMarket(market, sound).breaches).toEqual([]);
  });

  test.each([
    ['a proposer left out of the answer', new Map([...sound].slice(1)), 'missing'],
    ['a proposer nobody knows', changed(sound, 'z', null), 'unknown-id'],
    ['a receiver nobody knows', changed(sound, 'a', 'Z'), 'unknown-id'],
    ['a receiver the proposer does not list', changed(sound, 'c', 'X'), 'unacceptable'],
    ['two people in one seat', changed(sound, 'b', 'X'), 'over-capacity'],
    ['somebody sent away from a free seat', changed(sound, 'a', null), 'blocking-pair'],
    ['somebody displaced by a person ranked lower', changed(changed(sound, 'a', null), 'b', 'X'), 'blocking-pair'],
  ])('%s is caught', (_, broken, kind) => {
    expect(kinds(checkMarket(market, broken).breaches)).toContain(kind);
  });
});

describe('a regional matching broken on purpose', () => {
  const regional = {
    proposers: market.proposers,
    receivers: new Map([...market.receivers].map(([id, r]) => [id, { ...r, target: 0, region: 'g' }])),
    regions: new Map([['g', { cap: 1, order: ['X', 'Y'] }]]),
  };
  const sound = matchRegional(regional);

  test('is sound before it is broken, and its blocking pairs carry the excuse of the region', () => {
    const report = checkRegional(regional, sound);
    expect(report.breaches).toEqual([]);
    expect(report.blocking).toContainEqual({ proposer: 'c', receiver: 'Y', excuse: 'region' });
  });

  test('more people than the region may take are caught', () => {
    expect(kinds(checkRegional(regional, changed(sound, 'c', 'Y')).breaches)).toContain('over-region-cap');
  });

  test('an empty region excuses nobody', () => {
    expect(kinds(checkRegional(regional, changed(sound, 'a', null)).breaches)).toContain('blocking-pair');
  });

  test('a full region does not excuse holding a person ranked lower', () => {
    const broken = changed(changed(sound, 'a', null), 'b', 'X');
    expect(kinds(checkRegional(regional, broken).breaches)).toContain('blocking-pair');
  });
});

describe('a matching to projects broken on purpose', () => {
  const projects: ProjectMarket = {
    students: new Map([
      ['a', ['P', 'Q']],
      ['b', ['P', 'Q']],
      ['c', ['P']],
    ]),
    projects: new Map([
      ['P', { cap: 1, supervisor: 'k' }],
      ['Q', { cap: 1, supervisor: 'k' }],
    ]),
    supervisors: new Map([['k', { cap: 2, prefs: ['a', 'b'] }]]),
  };
  const sound = matchProjects(projects);

  test('is sound before it is broken', () => {
    expect([...sound]).toEqual([
      ['a', 'P'],
      ['b', 'Q'],
      ['c', null],
    ]);
    expect(checkProjects(projects, sound)).toEqual([]);
  });

  test.each([
    ['a student left out', new Map([...sound].slice(1)), 'missing'],
    ['an unknown student', changed(sound, 'z', null), 'unknown-id'],
    ['an unknown project', changed(sound, 'a', 'R'), 'unknown-id'],
    ['a student the supervisor does not list', changed(sound, 'c', 'P'), 'unacceptable'],
    ['two students in one seat', changed(sound, 'b', 'P'), 'over-capacity'],
    ['a free seat kept from a student', changed(sound, 'b', null), 'blocking-pair'],
    ['a better student kept from a seat', changed(changed(sound, 'b', 'P'), 'a', 'Q'), 'blocking-pair'],
  ])('%s is caught', (_, broken, kind) => {
    expect(kinds(checkProjects(projects, broken))).toContain(kind);
  });

  test('a supervisor with more students than places is caught', () => {
    const one = { ...projects, supervisors: new Map([['k', { cap: 1, prefs: ['a', 'b'] }]]) };
    expect(kinds(checkProjects(one, sound))).toContain('over-capacity');
  });
});

describe('placements of a round broken on purpose', () => {
  const indexed = indexRound(miniRound);
  const solved = solveFlow(indexed.problem);
  const sound = placements(indexed, solved);
  const total = totalScore(indexed.problem, solved);
  const certificate = certificateOf(indexed, solved);
  const judged = (found: readonly Placement[], round: QuotaRound = miniRound) => kinds(checkRound(round, found, total));

  test('is sound before it is broken', () => {
    expect(checkRound(miniRound, sound, total)).toEqual([]);
    expect(checkCertificate(miniRound, total, certificate)).toEqual([]);
  });

  test.each<readonly [string, readonly Placement[], string]>([
    ['an unknown source', [...sound, { source: 'P9', host: 'iwate', n: 1 }], 'unknown-id'],
    ['nobody sent', [...sound, { source: 'P1', host: 'iwate', n: 0 }], 'bad-count'],
    ['half a person', [...sound, { source: 'P1', host: 'iwate', n: 0.5 }], 'bad-count'],
    ['a pair nobody scored', [...sound, { source: 'P2', host: 'chiba', n: 1 }], 'not-scored'],
    ['a host in no receiving area', [{ source: 'P1', host: 'chiba', n: 1 }], 'ineligible'],
    ['more people than slots', [...sound, { source: 'P1', host: 'iwate', n: 1 }], 'over-slots'],
    ['more people than seats', [{ source: 'P1', host: 'nagano', n: 2 }], 'over-capacity'],
    ['more than the own-area cap', [{ source: 'P1', host: 'own', n: 2 }], 'over-own-cap'],
    ['a floor not met', sound.slice(1), 'under-floor'],
    ['a total that does not add up', sound.slice(1), 'wrong-total'],
  ])('%s is caught', (_, broken, kind) => {
    expect(judged(broken)).toContain(kind);
  });

  test('an own-prefecture host is not for another prefecture', () => {
    const hosts = changed(miniRound.hosts, 'own', { pref: 'Q', areaClass: 3, cap: 2 });
    expect(judged(sound, { ...miniRound, hosts })).toContain('ineligible');
  });

  test('a total below the best leaves a gap to the price list', () => {
    expect(kinds(checkCertificate(miniRound, total - 1, certificate))).toEqual(['certificate-gap']);
  });

  test.each([
    ['a price below nothing', { slots: changed(certificate.slots, 'P1', -1) }],
    ['half a point', { slots: changed(certificate.slots, 'P1', 0.5) }],
    ['prices that a pair’s score exceeds', { slots: new Map(), hosts: new Map(), ownCaps: new Map() }],
  ])('%s is caught', (_, broken) => {
    expect(kinds(checkCertificate(miniRound, total, { ...certificate, ...broken }))).toContain('certificate-invalid');
  });

  test('every single price moved by one point is caught', () => {
    for (const part of ['slots', 'hosts', 'ownCaps', 'floors'] as const)
      for (const [id, points] of certificate[part])
        for (const by of [1, -1]) {
          const broken = { ...certificate, [part]: changed(certificate[part], id, points + by) };
          const amount = {
            slots: miniRound.sources.get(id)?.slots,
            hosts: miniRound.hosts.get(id)?.cap,
            ownCaps: 1,
            floors: 4,
          }[part];
          if (amount !== 0) expect(checkCertificate(miniRound, total, broken)).not.toEqual([]);
        }
  });
});

describe('a conflict broken on purpose', () => {
  const short: QuotaRound = { ...miniRound, prefectures: new Map([['P', { limit: 100, floor: 5, ownCap: 1 }]]) };
  const sound = findConflict(indexRound(short));
  if (sound === null) throw new Error('five people cannot leave from four slots');

  test('names the floor and the slots, and says which changes would mend it', () => {
    expect(sound).toEqual({
      members: [
        { kind: 'floor', prefecture: 'P', amount: 5 },
        { kind: 'slots', source: 'P1', amount: 2 },
        { kind: 'slots', source: 'P2', amount: 2 },
      ],
      shortfall: 1,
      relief: [{ kind: 'floor', prefecture: 'P', amount: 5 }],
    });
    expect(checkConflict(short, sound)).toEqual([]);
  });

  test.each<readonly [string, Conflict]>([
    ['a limit left out', { ...sound, members: sound.members.slice(0, 2), shortfall: 3 }],
    [
      'an amount that is not the round’s',
      { ...sound, members: [{ kind: 'floor', prefecture: 'P', amount: 6 }, ...sound.members.slice(1)] },
    ],
    ['a shortfall that does not add up', { ...sound, shortfall: 2 }],
    ['a limit named twice', { ...sound, members: [...sound.members, { kind: 'slots', source: 'P1', amount: 2 }] }],
    ['no shortfall at all', { ...sound, members: sound.members.slice(1), shortfall: -4 }],
  ])('%s is caught', (_, broken) => {
    expect(kinds(checkConflict(short, broken))).toContain('conflict-does-not-add-up');
  });
});

describe('started placements broken on purpose', () => {
  const calendar = {
    blocks: 13,
    length: new Map([['P1', 6]]),
    seats: new Map([['iwate', new Array<number>(13).fill(1)]]),
  };
  const stay = (start: number) => ({ source: 'P1', host: 'iwate', n: 1, start });

  test('two stays one after the other are sound', () => {
    expect(checkCalendar(calendar, [stay(0), stay(6)])).toEqual([]);
  });

  test('two people in one seat at a time are caught', () => {
    expect(kinds(checkCalendar(calendar, [stay(0), stay(5)]))).toEqual(['over-seats-at-a-time']);
  });

  test('a stay beyond the year is caught', () => {
    expect(kinds(checkCalendar(calendar, [stay(8)]))).toContain('outside-calendar');
  });
});
