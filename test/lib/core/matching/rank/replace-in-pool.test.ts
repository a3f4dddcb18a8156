import { describe, expect, test } from 'vitest';
import { packPool, type Read } from '#lib/core/matching/rank/pool.ts';
import { replaceInPool } from '#lib/core/matching/rank/replace-in-pool.ts';

const fields = { sources: ['wanted'], hosts: ['rooms'] };
const row = (organisation: string, field: string, value: number, day: string): Read => ({
  party: {
    organisation,
    name: `${organisation}病院`,
    prefecture: '03',
    area: null,
    class: null,
    ownPrefectureOnly: false,
  },
  facts: { [field]: value },
  on: { [field]: day },
});
const sources = [row('S1', 'wanted', 1, '2026-11-01')];
const pack = (...hosts: Read[]) => packPool('v', '2027-02-12', fields, { sources, hosts });

describe('replacing hospitals in a pool', () => {
  const before = pack(row('A', 'rooms', 1, '2026-11-20'), row('B', 'rooms', 2, '2026-11-22'));

  test('gives the pool that packing all anew would give', () => {
    const corrected = row('B', 'rooms', 9, '2027-03-01');
    const added = row('AA', 'rooms', 5, '2026-11-21');
    const fresh = packPool('v', '2027-02-12', fields, { sources: [], hosts: [corrected, added] });
    const whole = pack(row('A', 'rooms', 1, '2026-11-20'), corrected, added);
    const after = replaceInPool(before, fresh, new Set(['B', 'AA']));
    expect({ ...after, days: [], hosts: { ...after.hosts, on: {} } }).toEqual({
      ...whole,
      days: [],
      hosts: { ...whole.hosts, on: {} },
    });
    expect(after.hosts.on.rooms?.map((at) => after.days[at])).toEqual(['2026-11-20', '2026-11-21', '2027-03-01']);
    expect(after.sources.on.wanted?.map((at) => after.days[at])).toEqual(['2026-11-01']);
  });

  test('takes a hospital out that the new rows do not have, and leaves all others', () => {
    const after = replaceInPool(before, pack(), new Set(['B']));
    expect(after.hosts.organisation).toEqual(['A']);
    expect(after.hosts.facts).toEqual({ rooms: [1] });
  });

  test('never mixes what two versions of a rule packed', () => {
    expect(() => replaceInPool(before, { ...pack(), rule: 'w' }, new Set())).toThrow(RangeError);
  });
});
