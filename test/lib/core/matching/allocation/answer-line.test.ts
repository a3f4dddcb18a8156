import { describe, expect, test } from 'vitest';
import { runHighs } from '#lib/core/matching/allocation/free/run-highs.ts';
import { answerLine, type LineOptions } from '#lib/core/matching/allocation/lines/answer-line.ts';

const options: LineOptions = {
  shapes: new Map([
    ['HR', 'market'],
    ['regional', 'regional-market'],
    ['SPA-S', 'project-market'],
    ['round', 'quota-round'],
  ]),
  notOffered: new Map([['couples', 'couples are not offered']]),
  mode: null,
  prices: false,
  explain: null,
  tieSeed: 0,
  seconds: 10,
  words: {
    rule: { 'not-a-receiving-area': 'none', 'own-prefecture-only': 'own' },
    member: (member) => `${member.kind} ${member.amount}`,
    calendar: 'calendar',
  },
  run: runHighs,
};
const answer = async (input: unknown, more: Partial<LineOptions> = {}) =>
  JSON.parse(await answerLine(typeof input === 'string' ? input : JSON.stringify(input), { ...options, ...more }));

const market = { model: 'HR', proposers: { a: ['X'], b: ['X'] }, receivers: { X: { cap: 1, prefs: ['b', 'a'] } } };
const round = {
  model: 'round',
  prefectures: { P: { limit: 75, floorRate: 0.05, ownCapRate: 0.02 } },
  sources: { P1: { pref: 'P', slots: 2 }, P2: { pref: 'P', slots: 2 } },
  hosts: {
    iwate: { pref: '岩手県', class: 1, cap: 2 },
    nagano: { pref: '長野県', class: 1, cap: 1 },
    own: { pref: 'P', class: 3, cap: 2 },
    chiba: { pref: '千葉県', class: null, cap: 3 },
  },
  score: { P1: { iwate: 50, nagano: 70, own: 90, chiba: 99 }, P2: { iwate: 60, nagano: 65, own: 80 } },
};
const regional = {
  model: 'regional',
  proposers: { a: ['X'], b: ['Y'] },
  receivers: {
    X: { cap: 1, target: 0, region: 'g', prefs: ['a'] },
    Y: { cap: 1, target: 0, region: 'g', prefs: ['b'] },
  },
  regions: { g: { cap: 1, order: ['Y', 'X'] } },
};

describe('a line that can be answered', () => {
  test('a market gets its proposer-optimal matching', async () => {
    expect(await answer(market)).toEqual({ status: 'ok', assignment: { a: null, b: 'X' } });
  });

  test('an empty market gets an empty matching', async () => {
    expect(await answer({ model: 'HR', proposers: {}, receivers: {} })).toEqual({ status: 'ok', assignment: {} });
  });

  test('a regional market follows the order of its region, or ignores the cap and says so in mode stable', async () => {
    expect(await answer(regional)).toEqual({ status: 'ok', assignment: { a: null, b: 'Y' } });
    expect(await answer(regional, { mode: 'stable' })).toEqual({
      status: 'ok',
      assignment: { a: 'X', b: 'Y' },
      unmet: [{ kind: 'regionCap', region: 'g', asked: 1, placed: 2 }],
    });
  });

  test('a round gets its best total, the pairs its rules shut out and, when asked, what forcing a pair costs', async () => {
    expect(await answer(round, { prices: true })).toEqual({
      status: 'ok',
      total: 280,
      assignment: [
        { source: 'P1', host: 'nagano', n: 1 },
        { source: 'P1', host: 'own', n: 1 },
        { source: 'P2', host: 'iwate', n: 2 },
      ],
      rejected: [{ source: 'P1', host: 'chiba', rule: 'none' }],
      prices: { 'P1|iwate': 15, 'P1|nagano': 0, 'P1|own': 0, 'P2|iwate': 0, 'P2|nagano': 15, 'P2|own': 20 },
    });
  });

  test('a stable round names the own-area cap it passes by; the regional one keeps it', async () => {
    expect((await answer(round, { mode: 'stable' })).unmet).toEqual([
      { kind: 'ownCap', prefecture: 'P', asked: 1, placed: 2 },
    ]);
    expect(await answer(round, { mode: 'regional' })).toMatchObject({ total: 280, unmet: [] });
  });

  test('free start weeks keep stays from overlapping in one seat', async () => {
    const calendar = { blocks: 13, length: 6, seats: { iwate: new Array(13).fill(1) } };
    const found = await answer({ ...round, calendar }, { mode: 'free' });
    const starts = found.assignment
      .filter((x: { host: string }) => x.host === 'iwate')
      .map((x: { start: number }) => x.start)
      .sort();
    expect(found.total).toBe(280);
    expect(starts[1] - starts[0]).toBeGreaterThanOrEqual(6);
  });

  test('a calendar that nothing fits is infeasible', async () => {
    const calendar = { blocks: 11, length: 6, seats: { iwate: new Array(11).fill(1) } };
    expect(await answer({ ...round, calendar }, { mode: 'free' })).toMatchObject({
      status: 'infeasible',
      conflict: [{ kind: 'calendar' }],
    });
  });

  test('floors above what the slots hold name the conflict and its relaxations', async () => {
    const sources = { P1: { pref: 'P', slots: 2 }, P2: { pref: 'P', slots: 1 } };
    expect(await answer({ ...round, sources })).toMatchObject({
      status: 'infeasible',
      conflict: [
        { kind: 'floor', prefecture: 'P', amount: 4, words: 'floor 4' },
        { kind: 'slots', source: 'P1', amount: 2 },
        { kind: 'slots', source: 'P2', amount: 1 },
      ],
      shortfall: 1,
    });
  });

  test('rates are exact: 5 % of 180 is 9, not 10', async () => {
    const one = {
      ...round,
      prefectures: { P: { limit: 180, floorRate: 0.05, ownCapRate: 0 } },
      sources: { P1: { pref: 'P', slots: 9 } },
      hosts: { h: { pref: 'Q', class: 1, cap: 9 } },
      score: { P1: { h: -1 } },
    };
    expect(await answer(one)).toMatchObject({ status: 'ok', total: -9 });
  });

  test('ids that look like numbers or like object members are ids like any other', async () => {
    const text =
      '{"model":"HR","proposers":{"__proto__":["1"],"2":["1"]},"receivers":{"1":{"cap":1,"prefs":["__proto__","2"]}}}';
    expect(await answerLine(text, options)).toBe('{"status":"ok","assignment":{"2":null,"__proto__":"1"}}');
  });

  test('the same input gives the same bytes, whatever the order of its keys', async () => {
    const turn = (value: unknown): unknown =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, one]) => [key, turn(one)]),
          );
    const explain = { ruleVersion: 'r1', hash: (text: string) => `${text.length}` };
    for (const one of [market, regional, round])
      expect(await answerLine(JSON.stringify(turn(one)), { ...options, explain })).toBe(
        await answerLine(JSON.stringify(one), { ...options, explain }),
      );
  });
});

describe('a line that cannot be answered', () => {
  test.each([
    ['an empty line', '', 'line: is empty'],
    ['no JSON', '{', 'line: is not JSON'],
    ['no object', '[1]', 'line: must be a JSON object'],
    ['a key stated twice', '{"model":"HR","model":"HR"}', 'line: an object states the key "model" more than once'],
    ['no model', '{}', 'model: is missing (HR, regional, SPA-S, round)'],
    ['a model nobody knows', '{"model":"HX"}', 'model: unknown model "HX" (HR, regional, SPA-S, round)'],
    [
      'a model that no mode handles',
      '{"model":"couples"}',
      'model: couples are not offered (HR, regional, SPA-S, round)',
    ],
    ['a side missing', { ...market, receivers: undefined }, 'receivers: is missing'],
    ['an unknown receiver', { ...market, proposers: { a: ['Z'], b: [] } }, 'proposers.a[0]: unknown receiver "Z"'],
    ['a list that is none', { ...market, proposers: { a: 'X', b: [] } }, 'proposers.a: must be a list of ids'],
    [
      'an id listed twice',
      { ...market, proposers: { a: ['X', 'X'], b: [] } },
      'proposers.a: names receiver "X" more than once',
    ],
    [
      'a negative seat count',
      { ...market, receivers: { X: { cap: -1, prefs: [] } } },
      'receivers.X.cap: must be a whole number from 0 to 1000000000',
    ],
    [
      'half a seat',
      { ...market, receivers: { X: { cap: 0.5, prefs: [] } } },
      'receivers.X.cap: must be a whole number from 0 to 1000000000',
    ],
    ['an unknown region', { ...regional, regions: {} }, 'receivers.X.region: unknown region "g"'],
    [
      'a region whose order lacks a receiver',
      { ...regional, regions: { g: { cap: 1, order: ['X'] } } },
      'regions.g.order: lacks receiver "Y" of the region',
    ],
    [
      'an unknown prefecture',
      { ...round, sources: { ...round.sources, P1: { pref: 'Z', slots: 1 } } },
      'sources.P1.pref: unknown prefecture "Z"',
    ],
    ['an unknown scored host', { ...round, score: { P1: { nowhere: 1 } } }, 'score.P1.nowhere: unknown host "nowhere"'],
    ['a score with a fraction', { ...round, score: { P1: { own: 1.5 } } }, 'score.P1.own: must be a whole number'],
    [
      'a class that is none',
      { ...round, hosts: { ...round.hosts, own: { pref: 'P', class: 4, cap: 1 } } },
      'hosts.own.class: must be 1, 2, 3 or null',
    ],
    [
      'a rate in percent',
      { ...round, prefectures: { P: { limit: 1, floorRate: 5, ownCapRate: 0 } } },
      'prefectures.P.floorRate: must be a decimal from 0 to 1, such as 0.05 for 5 percent',
    ],
  ])('%s is invalid and says why', async (_, input, error) => {
    const found = await answer(input);
    expect(found.status).toBe('invalid');
    expect(found.errors).toContain(error);
  });

  test.each([
    ['HR', 'best', market],
    ['HR', 'regional', market],
    ['regional', 'free', regional],
  ] as const)('mode %s does not fit %s', async (_, mode, input) => {
    const found = await answer(input, { mode });
    expect(found.status).toBe('invalid');
    expect(found.errors[0]).toContain(`mode: ${mode} does not fit`);
  });

  test('targets that add up to more than the region’s cap are refused', async () => {
    const receivers = { X: { ...regional.receivers.X, target: 1 }, Y: { ...regional.receivers.Y, target: 1 } };
    expect((await answer({ ...regional, receivers })).errors[0]).toContain('add up to 2');
  });
});
