import { compareExact, type Exact, exact, product, quotient, sum } from '../decimal.ts';
import type { AreaFigures, Field, HiringFigures, PrefectureFigures, ReferenceTables } from './rule.ts';

/** All that the tables say of one prefecture, or of one 二次医療圏 in it; what is not known is absent. */
export interface Place {
  readonly prefecture?: PrefectureFigures | undefined;
  readonly hiring?: HiringFigures | undefined;
  readonly area?: AreaFigures | undefined;
  readonly hasProgramme?: boolean | undefined;
}

/** What a test reads: a number or a code to compare, and how the publication prints it. */
export interface Fact {
  readonly value: Exact | string;
  readonly shown: string;
}

/** The tables arranged for looking up. */
export interface Gazetteer {
  readonly prefectures: readonly PrefectureFigures[];
  /** A prefecture's place without an area, by its two-digit code. */
  prefecture(code: string): Place;
  areasOf(prefecture: string): readonly AreaFigures[];
}

/** Arranges an edition's tables for looking up. */
export function gazetteer(reference: ReferenceTables): Gazetteer {
  const prefectures = new Map(reference.prefectures.rows.map((row) => [row.code, row]));
  const hiring = new Map(reference.hiring.rows.map((row) => [row.prefecture, row]));
  const areas = Map.groupBy(reference.areas.rows, (row) => row.prefecture);
  return {
    prefectures: reference.prefectures.rows,
    prefecture: (code) => ({ prefecture: prefectures.get(code), hiring: hiring.get(code) }),
    areasOf: (prefecture) => areas.get(prefecture) ?? [],
  };
}

/**
 * 医師偏在指標 of an area before rounding, as near as the publication lets it be known: recomputed from its 標準化医師数, 人口 and
 * 受療率比, which are rounded themselves, and held to the half unit either side of the printed index. So the printed index
 * decides wherever it can, and the recomputation only where both print alike (両毛 prints 179.3 and is above 179.3).
 */
export function unroundedIndex(area: AreaFigures): Exact {
  const demand = product(exact(area.population), exact(area.demandRatio));
  const computed = quotient(product(exact(area.physicians), exact(100_000)), demand);
  const printed = exact(area.index);
  const half = { numerator: 1n, denominator: 2n * printed.denominator };
  const low = sum(printed, { ...half, numerator: -1n });
  const high = sum(printed, half);
  return compareExact(computed, low) < 0 ? low : compareExact(computed, high) > 0 ? high : computed;
}

const number = (value: string | number): Fact => ({ value: exact(value), shown: grouped(String(value)) });
const code = (value: string): Fact => ({ value, shown: value });

/** What the place has under this field, or undefined where it is not known. */
export function factOf(field: Field, { prefecture, hiring, area, hasProgramme }: Place): Fact | undefined {
  switch (field) {
    case 'prefecture.code':
      return prefecture && { value: prefecture.code, shown: prefecture.name };
    case 'prefecture.index':
      return prefecture && number(prefecture.index);
    case 'prefecture.rank':
      return prefecture && number(prefecture.rank);
    case 'prefecture.class':
      return prefecture && code(prefecture.class);
    case 'prefecture.hiring':
      return hiring && code(hiring.hiring);
    case 'area.index':
      return area && { value: unroundedIndex(area), shown: area.index };
    case 'area.class':
      return area && code(area.class);
    case 'area.population':
      return area && number(area.population);
    case 'hospital.hasProgramme':
      return hasProgramme === undefined ? undefined : code(hasProgramme ? 'yes' : 'no');
  }
}

/** Thousands separated from five digits on (380,400), as the ministry prints populations. */
export const grouped = (digits: string): string =>
  /^\d{5,}$/.test(digits) ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : digits;
