import { describe, expect, test } from 'vitest';
import { type Filing, ownAreaCap, seatFloor, seatsR8, standSeats } from '#lib/programs/koiki/seats.ts';

const floor = (limit: number, addition = 0) => seatFloor(seatsR8, { limit, addition });

/** So many hospitals that share so many seats, the first taking what does not divide. */
function hospitals(type: Filing['type'], count: number, seats: number): readonly Filing[] {
  return Array.from({ length: count }, (_, index) => ({
    hospital: `${type}-${index}`,
    type,
    seats: Math.floor(seats / count) + (index < seats % count ? 1 : 0),
    ownAreaSeats: 0,
    weeks: 24,
  }));
}

// 医師臨床研修部会 資料3「令和8年度の広域連携型プログラムの状況①」, 2025-08-21. The limits themselves are not in it: each
// published floor is what rounding up gives for limits of (floor − 1) × 20 + 1 to floor × 20.
const filings = [
  { prefecture: '東京都', university: [16, 59], general: [2, 4], total: [18, 63], floor: 63 },
  { prefecture: '大阪府', university: [4, 4], general: [28, 28], total: [32, 32], floor: 32 },
  { prefecture: '京都府', university: [2, 14], general: [0, 0], total: [2, 14], floor: 13 },
  { prefecture: '岡山県', university: [2, 6], general: [1, 3], total: [3, 9], floor: 9 },
  { prefecture: '福岡県', university: [4, 16], general: [2, 4], total: [6, 20], floor: 20 },
] as const;

describe('seats of 令和8年度', () => {
  const rows = filings.map((filed) => ({
    filed,
    standing: standSeats(seatsR8, { limit: filed.floor * 20, addition: 0 }, [
      ...hospitals('university', filed.university[0], filed.university[1]),
      ...hospitals('general', filed.general[0], filed.general[1]),
    ]),
  }));

  test.each(rows)('$filed.prefecture: hospitals and seats add up to the printed row', ({ filed, standing }) => {
    const pair = ({ hospitals, seats }: { hospitals: number; seats: number }) => [hospitals, seats];
    expect(pair(standing.university)).toEqual(filed.university);
    expect(pair(standing.general)).toEqual(filed.general);
    expect(pair(standing.total)).toEqual(filed.total);
    expect(standing).toMatchObject({ floor: filed.floor, findings: [] });
  });

  test.each(filings)(
    '$prefecture: the floor holds over the twenty limits that give it, and no further',
    ({ floor: printed }) => {
      expect([
        floor(printed * 20 - 20),
        floor(printed * 20 - 19),
        floor(printed * 20),
        floor(printed * 20 + 1),
      ]).toEqual([printed - 1, printed, printed, printed + 1]);
    },
  );

  test('the rows add up to 61 hospitals, 138 seats and a floor of 137', () => {
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
    expect(sum(({ standing }) => standing.total.hospitals)).toBe(61);
    expect(sum(({ standing }) => standing.total.seats)).toBe(138);
    expect(sum(({ standing }) => standing.floor)).toBe(137);
  });
});

describe('the arithmetic of seats', () => {
  test('half of the E addition joins before rounding up', () => {
    expect(floor(100, 1)).toBe(6);
    expect(floor(110, 1)).toBe(6);
    expect(floor(111, 1)).toBe(7);
    expect(floor(100, 4)).toBe(7);
  });

  test('the own-area cap is two points of the limit, rounded down', () => {
    expect([49, 50, 75, 99, 100].map((limit) => ownAreaCap(seatsR8, { limit, addition: 0 }))).toEqual([0, 1, 1, 1, 2]);
  });

  test('what falls short, exceeds the cap or is too short is found', () => {
    const filing = { hospital: 'h', type: 'general', seats: 3, ownAreaSeats: 2, weeks: 23 } as const;
    expect(standSeats(seatsR8, { limit: 75, addition: 0 }, [filing]).findings).toEqual([
      { kind: 'below-floor', missing: 1 },
      { kind: 'over-own-area-cap', over: 1 },
      { kind: 'too-short', hospital: 'h', weeks: 23 },
    ]);
    expect(
      standSeats(seatsR8, { limit: 20, addition: 0 }, [{ ...filing, seats: 1, weeks: 24 }]).findings,
    ).toContainEqual({
      kind: 'own-area-exceeds-seats',
      hospital: 'h',
    });
  });

  test('a number of seats that is none is a bug', () => {
    expect(() => floor(1.5)).toThrow(RangeError);
    expect(() => floor(-20)).toThrow(RangeError);
  });
});
