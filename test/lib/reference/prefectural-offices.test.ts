import { describe, expect, test } from 'vitest';
import { officeDistance } from '#lib/reference/prefectural-offices.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';

describe('distances between prefectural offices', () => {
  // Straight-line distances as commonly given; eight kilometres cover the rounding of both.
  test.each([
    ['13', '27', 396],
    ['13', '20', 172],
    ['13', '01', 832],
    ['27', '40', 477],
    ['13', '47', 1554],
  ])('%s to %s is about %i km', (from, to, km) => {
    const distance = officeDistance(from, to) ?? 0;
    expect(Math.abs(distance - km)).toBeLessThan(8);
  });

  test('are the same both ways, nothing to itself, and known for all', () => {
    for (const { code } of PREFECTURES) {
      expect(officeDistance(code, code)).toBe(0);
      for (const other of PREFECTURES) expect(officeDistance(code, other.code)).toBe(officeDistance(other.code, code));
    }
    expect(officeDistance('13', '48')).toBeUndefined();
  });
});
