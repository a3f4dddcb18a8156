import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exposureByPrefecture, hostExposure } from '#lib/core/matching/rank/exposure.ts';
import { opened, orchard, somebody } from './orchard.ts';

const maybe = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
const given = (answers: Readonly<Record<string, number | undefined>>) =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])),
  );
const crowd = fc.record({
  sources: fc.array(fc.record({ wanted: maybe, crates: maybe }), { minLength: 1, maxLength: 5 }),
  hosts: fc.array(fc.record({ room: maybe, cool: maybe, dry: maybe }), { minLength: 1, maxLength: 12 }),
});
const people = ({
  sources,
  hosts,
}: {
  sources: readonly Record<string, number | undefined>[];
  hosts: readonly Record<string, number | undefined>[];
}) =>
  [
    sources.map((each, index) => somebody(`13s${index}`, given(each))),
    hosts.map((each, index) => somebody(`0${(index % 3) + 1}h${index}`, given(each))),
  ] as const;

describe('a ranked list', () => {
  test('every total is the sum of its directions and of its reasons', () => {
    fc.assert(
      fc.property(crowd, (made) => {
        const ranking = opened(...people(made));
        for (const entry of ranking.list('source', '13s0')?.entries() ?? []) {
          const reasons = entry.reasons();
          const sum = reasons.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
          expect(sum).toBe(entry.total ?? 0);
          expect((entry.scores['for-source'] ?? 0) + (entry.scores['for-destination'] ?? 0)).toBe(entry.total ?? 0);
          expect(entry.total === null).toBe(reasons.every(({ points }) => points === null));
        }
      }),
    );
  });

  test('the order in which hospitals are given changes nothing, to the byte', () => {
    fc.assert(
      fc.property(crowd, fc.integer(), (made, turn) => {
        const [sources, hosts] = people(made);
        const turned = <T>(list: readonly T[]): readonly T[] => {
          const at = ((turn % list.length) + list.length) % list.length;
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        };
        const asOf = '2026-12-01';
        expect(JSON.stringify(orchard.pool({ asOf, sources: turned(sources), hosts: turned(hosts) }))).toBe(
          JSON.stringify(orchard.pool({ asOf, sources, hosts })),
        );
        const places = (ranking: ReturnType<typeof opened>) =>
          ranking
            .list('source', '13s0')
            ?.entries()
            .map(({ partner, total }) => [partner.organisation, total]);
        expect(places(opened(turned(sources), turned(hosts)))).toEqual(places(opened(sources, hosts)));
      }),
    );
  });

  test('totals never rise from one place to the next among hosts of one standing', () => {
    fc.assert(
      fc.property(crowd, (made) => {
        const entries =
          opened(...people(made))
            .list('source', '13s0')
            ?.entries() ?? [];
        const standings = ['open', 'sparse', 'closed'];
        for (const [index, entry] of entries.entries()) {
          const next = entries[index + 1];
          if (!next) continue;
          const [now, then] = [standings.indexOf(entry.standing), standings.indexOf(next.standing)];
          expect(then).toBeGreaterThanOrEqual(now);
          if (now === then) expect(next.total ?? 0).toBeLessThanOrEqual(entry.total ?? 0);
        }
      }),
    );
  });

  test('both sides see the same total for the same pair', () => {
    fc.assert(
      fc.property(crowd, (made) => {
        const [sources, hosts] = people(made);
        const ranking = opened(sources, hosts);
        for (const { organisation } of hosts) {
          const back = ranking.list('destination', organisation.id.toString())?.entry('13s0');
          const there = ranking
            .list('source', '13s0')
            ?.entries()
            .find(({ partner }) => partner.organisation === organisation.id);
          expect(back?.total).toBe(there?.total);
        }
      }),
    );
  });

  test('a missing answer is missing and not zero', () => {
    const ranking = opened(
      [somebody('13s', { crates: 50 })],
      [somebody('01zero', { room: 80, cool: 0, dry: 80 }), somebody('01gap', { room: 80, dry: 80 })],
    );
    const [gap, zero] = ranking.list('source', '13s')?.entries() ?? [];
    expect([gap?.partner.organisation, zero?.partner.organisation]).toEqual(['01gap', '01zero']);
    const cool = (entry: typeof gap) => entry?.reasons().find(({ criterion }) => criterion === 'cool');
    expect(cool(gap)).toMatchObject({
      points: null,
      contribution: null,
      text: '涼しさ：先の回答がありません',
      fields: [{ answeredOn: null }],
    });
    expect(cool(zero)).toMatchObject({ points: 0, contribution: 0, text: '涼しさ 0（2026年11月20日 回答）' });
    expect(gap?.known).toBe(72);
  });

  test('a host that answered too little stands after those that answered, one that takes nobody stands last', () => {
    const ranking = opened(
      [somebody('13s', {})],
      [
        somebody('01a', { cool: 100 }),
        somebody('01b', { room: 10, cool: 10, dry: 10 }),
        somebody('01c', { room: 0, cool: 100, dry: 100 }),
        somebody('01d', {}),
      ],
    );
    expect(
      ranking
        .list('source', '13s')
        ?.entries()
        .map(({ partner, standing, closedBecause, total }) => [partner.organisation, standing, closedBecause, total]),
    ).toEqual([
      ['01b', 'open', null, 100],
      ['01a', 'sparse', null, 1000],
      ['01d', 'sparse', null, null],
      ['01c', 'closed', '空きがありません', 545],
    ]);
  });

  test('where one direction is silent the other stands for both', () => {
    const hosts = [somebody('01h', { room: 50, cool: 50, dry: 50 })];
    const entry = (answers: Record<string, number>) =>
      opened([somebody('13s', answers)], hosts)
        .list('source', '13s')
        ?.entries(0, 1)[0];
    expect(entry({})).toMatchObject({ total: 500, scores: { 'for-source': 500, 'for-destination': null } });
    expect(entry({ crates: 100 })).toMatchObject({ total: 700, scores: { 'for-source': 300, 'for-destination': 400 } });
  });

  test('own weights re-rank, a weight of 0 takes a criterion away, and nonsense keeps the published weight', () => {
    const ranking = opened(
      [somebody('13s', {})],
      [somebody('01cool', { room: 50, cool: 90, dry: 10 }), somebody('01dry', { room: 50, cool: 10, dry: 90 })],
    );
    const first = (own?: Record<string, number>) => ranking.list('source', '13s', own)?.entries(0, 1)[0];
    expect(first({ cool: 9, dry: 1 })?.partner.organisation).toBe('01cool');
    expect(first({ cool: 0 })?.partner.organisation).toBe('01dry');
    expect(
      first({ cool: 0 })
        ?.reasons()
        .map(({ criterion }) => criterion),
    ).not.toContain('cool');
    expect(first({ cool: Number.NaN })?.total).toBe(first()?.total);
    expect(first({ cool: 99 })?.total).toBe(first({ cool: 10 })?.total);
  });

  test('equals are ordered by lot: not the same for every source, and always the same for one', () => {
    const hosts = Array.from({ length: 12 }, (_, index) => somebody(`01h${index}`, { room: 50, cool: 50, dry: 50 }));
    const sources = Array.from({ length: 12 }, (_, index) => somebody(`13s${index}`, {}));
    const order = (id: string) =>
      opened(sources, hosts)
        .list('source', id)
        ?.entries()
        .map(({ partner }) => partner.organisation)
        .join();
    expect(order('13s0')).toBe(order('13s0'));
    expect(new Set(sources.map(({ organisation }) => order(organisation.id))).size).toBe(12);
  });

  test('a later answer lies over an earlier one, field by field, with its own day', () => {
    const host = somebody('01h', [
      ['2027-01-08', { room: 20 }],
      ['2026-11-20', { room: 90, cool: 40 }],
    ]);
    const reasons = opened([somebody('13s', {})], [host], '2027-01-10')
      .list('source', '13s')
      ?.entries(0, 1)[0]
      ?.reasons();
    expect(reasons?.map(({ text }) => text)).toEqual([
      '広さ 20（2027年1月8日 回答）',
      '涼しさ 40（2026年11月20日 回答）',
      '乾き：先の回答がありません',
      '箱：元の回答がありません',
    ]);
  });

  test('a host for its own prefecture only stands in no other list, and nobody in their own', () => {
    const ranking = opened(
      [somebody('13s', {}), somebody('27s', {}), somebody('13both', {})],
      [somebody('13h', { room: 1 }, { ownPrefectureOnly: true }), somebody('13both', { room: 1 })],
    );
    const names = (side: 'source' | 'destination', id: string) =>
      ranking
        .list(side, id)
        ?.entries()
        .map(({ partner }) => partner.organisation)
        .sort();
    expect(names('source', '13s')).toEqual(['13both', '13h']);
    expect(names('source', '27s')).toEqual(['13both']);
    expect(names('source', '13both')).toEqual(['13h']);
    expect(names('destination', '13h')).toEqual(['13both', '13s']);
  });

  test('a hospital that the pool does not hold has no list, and another version does not open the pool', () => {
    expect(opened([], []).list('source', '13s')).toBeUndefined();
    const pool = orchard.pool({ asOf: '2026-12-01', sources: [], hosts: [] });
    expect(() => orchard.open({ ...pool, rule: 'orchard-0' })).toThrow(RangeError);
  });
});

describe('exposure', () => {
  test('counts the first places of every list, prefecture by prefecture', () => {
    const hosts = ['01', '01', '02'].map((prefecture, index) =>
      somebody(`${prefecture}h${index}`, { room: 50 + index, cool: 50, dry: 50 }),
    );
    const sources = ['13s0', '13s1'].map((id) => somebody(id, {}));
    expect(exposureByPrefecture(hostExposure(opened(sources, hosts), 2))).toEqual([
      { prefecture: '01', hosts: 2, appearances: 2, seen: 1 },
      { prefecture: '02', hosts: 1, appearances: 2, seen: 1 },
    ]);
  });
});
