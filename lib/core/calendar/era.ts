import { type Day, partsOf } from './day.ts';

/** A Japanese era (元号): its name, its letter in tables and the first JST day on which it was used. */
export interface Era {
  readonly name: string;
  readonly letter: string;
  readonly from: Day;
}

/** Eras since the solar calendar came into use in 1873, newest first (元号法 昭和54年法律第43号 and the orders of each change). */
export const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', from: '2019-05-01' },
  { name: '平成', letter: 'H', from: '1989-01-08' },
  { name: '昭和', letter: 'S', from: '1926-12-25' },
  { name: '大正', letter: 'T', from: '1912-07-30' },
  { name: '明治', letter: 'M', from: '1868-01-25' },
];

/** Era year of a day as it is said: 令和9年, 令和元年; empty before 明治. */
export function eraYearOf(day: Day): string {
  const era = ERAS.find((each) => each.from <= day);
  return era === undefined ? '' : `${era.name}${yearWord(partsOf(day).year - Number(era.from.slice(0, 4)) + 1)}年`;
}

/** The western year of an era year (令和, 9 → 2027); years are counted on past an era's end, as older papers do (平成39年). */
export function westernYear(era: string, year: number): number | undefined {
  const found = ERAS.find((each) => each.name === era || each.letter === era.toUpperCase());
  return found === undefined || year < 1 ? undefined : Number(found.from.slice(0, 4)) + year - 1;
}

const yearWord = (year: number): string => (year === 1 ? '元' : String(year));
