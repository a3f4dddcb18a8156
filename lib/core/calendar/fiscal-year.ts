import { type Day, partsOf } from './day.ts';
import { eraYearOf } from './era.ts';

/** The 年度 (April to March) in which a day falls, by the year of its April. */
export function fiscalYearOf(day: Day): number {
  const { year, month } = partsOf(day);
  return month >= 4 ? year : year - 1;
}

/** First day of a 年度, its 1 April. */
export const fiscalYearStart = (year: number): Day => `${String(year).padStart(4, '0')}-04-01`;

/** Last day of a 年度, the 31 March that follows. */
export const fiscalYearEnd = (year: number): Day => `${String(year + 1).padStart(4, '0')}-03-31`;

/** A 年度 as people say it: 令和9年度; 令和元年度 is the year whose April still bore 平成31年. */
export function fiscalYearLabel(year: number): string {
  const era = year === 2019 ? '令和元年' : eraYearOf(fiscalYearStart(year));
  return era === '' ? `${year}年度` : `${era}度`;
}
