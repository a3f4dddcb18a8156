import { describe, expect, test } from 'vitest';
import { compareEditions, withThreshold } from '#lib/core/eligibility/compare-areas.ts';
import { judgeAreas } from '#lib/core/eligibility/judge-areas.ts';
import { inland } from './inland.ts';

const tried = (value: string) => {
  const areas = withThreshold(inland.areas, 'low', value);
  if (!areas.ok) throw new Error(areas.error.kind);
  return compareEditions(inland, { ...inland, areas: areas.value });
};
const codes = (changes: readonly { before?: { area: string } | undefined; after?: { area: string } | undefined }[]) =>
  changes.map(({ before, after }) => (before ?? after)?.area);

describe('what if a threshold were another', () => {
  test('a higher one lets areas in, a lower one sends them out', () => {
    expect(codes(tried('151').entering)).toEqual(['0202']);
    expect(codes(tried('119.9').leaving)).toEqual(['0201', '0203']);
  });

  test('the same one changes nothing', () => {
    expect(tried('150')).toEqual({ entering: [], leaving: [], changed: [] });
  });

  test('of two areas that print the threshold, the unrounded value tells which one passes', () => {
    const roles = judgeAreas(inland.areas, inland.reference);
    expect(roles.filter(({ role }) => role === 'destination').map(({ area }) => area)).toEqual(['0201', '0203']);
  });

  test('the rule that was asked about stays as it was', () => {
    const before = structuredClone(inland.areas);
    tried('10');
    expect(inland.areas).toEqual(before);
  });

  test('what is no number, or no test with a number, is refused', () => {
    expect(withThreshold(inland.areas, 'low', '百')).toEqual({ ok: false, error: { kind: 'not-a-number' } });
    expect(withThreshold(inland.areas, 'none', '1')).toEqual({ ok: false, error: { kind: 'no-such-test' } });
  });

  test('an area that only one of two tables has enters or leaves', () => {
    const { areas } = inland.reference;
    const merged = {
      ...inland,
      reference: { ...inland.reference, areas: { ...areas, rows: areas.rows.filter(({ code }) => code !== '0203') } },
    };
    expect(codes(compareEditions(inland, merged).leaving)).toEqual(['0203']);
    expect(codes(compareEditions(merged, inland).entering)).toEqual(['0203']);
  });
});
