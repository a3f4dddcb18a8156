import { describe, expect, test } from 'vitest';
import { laidOver, totalAt } from '#lib/core/rounds/curve.ts';

describe('an earlier round laid over a later one', () => {
  const past = {
    title: '前回',
    asked: 200,
    due: '2026-01-30',
    curve: [
      { day: '2026-01-20', total: 50 },
      { day: '2026-01-31', total: 101 },
    ],
  };

  test('has its due day on the later one’s, and its share of those asked now', () => {
    const laid = laidOver(past, { asked: 100, due: '2027-01-29' });
    expect(laid).toEqual([
      { day: '2027-01-19', total: 25 },
      { day: '2027-01-30', total: 50 },
    ]);
    expect(['2027-01-18', '2027-01-19', '2027-01-29', '2027-02-10'].map((day) => totalAt(laid, day))).toEqual([
      0, 25, 25, 50,
    ]);
  });
});
