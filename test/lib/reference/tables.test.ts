import { describe, expect, test } from 'vitest';
import { compareExact, exact, product, quotient } from '#lib/core/decimal.ts';
import { unroundedIndex } from '#lib/core/eligibility/place.ts';
import { areaIndexR5 } from '#lib/reference/area-index-r5.ts';
import { hiringR5 } from '#lib/reference/hiring-r5.ts';
import { prefectureIndexR5 } from '#lib/reference/prefecture-index-r5.ts';
import { PREFECTURES, prefectureNamed, prefectureOf } from '#lib/reference/prefectures.ts';

describe('reference tables of 令和5年度', () => {
  test('hold 47 prefectures and 330 二次医療圏, each code once and in order', () => {
    expect(PREFECTURES.map(({ code }) => code)).toEqual(
      Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0')),
    );
    expect(prefectureIndexR5.rows.map(({ code, name }) => [code, name])).toEqual(
      PREFECTURES.map(({ code, name }) => [code, name]),
    );
    const codes = areaIndexR5.rows.map(({ code }) => code);
    expect(codes).toHaveLength(330);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(areaIndexR5.rows.map(({ prefecture }) => prefecture))).toEqual(
      new Set(hiringR5.rows.map(({ prefecture }) => prefecture)),
    );
  });

  test.each([prefectureIndexR5, areaIndexR5])('$title: ranks are a permutation that follows the index', ({ rows }) => {
    const ranked = rows.toSorted((a, b) => a.rank - b.rank);
    expect(ranked.map(({ rank }) => rank)).toEqual(rows.map((_, index) => index + 1));
    for (const [index, row] of ranked.entries()) {
      const next = ranked[index + 1];
      if (next) expect(compareExact(exact(row.index), exact(next.index))).toBeGreaterThanOrEqual(0);
    }
  });

  test('every printed index lies within what its own components allow', () => {
    for (const area of areaIndexR5.rows) {
      const half = (value: string | number, by: string) => ({ value: exact(value), by: exact(by) });
      const [physicians, population, ratio] = [
        half(area.physicians, '0.5'),
        half(area.population, '50'),
        half(area.demandRatio, '0.0005'),
      ];
      const at = (sign: 1 | -1) => {
        const shift = ({ value, by }: typeof physicians, way: number) => ({
          numerator: value.numerator * by.denominator + BigInt(way) * by.numerator * value.denominator,
          denominator: value.denominator * by.denominator,
        });
        return quotient(
          product(shift(physicians, sign), exact(100_000)),
          product(shift(population, -sign), shift(ratio, -sign)),
        );
      };
      const printed = exact(area.index);
      const around = (sign: 1 | -1) => ({
        numerator: printed.numerator * 2n + BigInt(sign),
        denominator: printed.denominator * 2n,
      });
      expect(compareExact(at(-1), around(1)), area.name).toBeLessThanOrEqual(0);
      expect(compareExact(at(1), around(-1)), area.name).toBeGreaterThanOrEqual(0);
    }
  });

  test('the unrounded index against 179.3 and 217.6 gives the class of the publication for all 330', () => {
    for (const area of areaIndexR5.rows) {
      const index = unroundedIndex(area);
      const computed =
        compareExact(index, exact('179.3')) <= 0
          ? 'minority'
          : compareExact(index, exact('217.6')) >= 0
            ? 'majority'
            : 'middle';
      expect(computed, area.name).toBe(area.class);
    }
  });

  test('両毛 prints 179.3 and is not 医師少数区域', () => {
    const ryomo = areaIndexR5.rows.find(({ name }) => name === '両毛');
    expect(ryomo).toMatchObject({ index: '179.3', class: 'middle' });
    expect(ryomo && compareExact(unroundedIndex(ryomo), exact('179.3'))).toBe(1);
  });

  test('prefectures are 16 over, 15 between and 16 under, by rank', () => {
    for (const { rank, class: given } of prefectureIndexR5.rows) {
      expect(given).toBe(rank <= 16 ? 'majority' : rank >= 32 ? 'minority' : 'middle');
    }
  });

  test('a prefecture is found by code and by either spelling of its name', () => {
    expect(prefectureOf('26')?.name).toBe('京都府');
    expect(prefectureNamed('京都')).toBe(prefectureNamed('京都府'));
    expect(prefectureNamed('北海道')?.shortName).toBe('北海道');
    expect(prefectureNamed('関東')).toBeUndefined();
  });
});
