import { addDays, type Day, dayOf, partsOf, weekdayOf } from './day.ts';

/** Years for which the law as it stands (国民の祝日に関する法律 昭和23年法律第178号, last amended 2018) gives the days; equinoxes by the usual approximation. */
export const HOLIDAY_YEARS = { from: 2022, to: 2099 } as const;

/** Name of the public holiday (国民の祝日, 振替休日, 国民の休日) on a day, or undefined; a year outside HOLIDAY_YEARS is a bug. */
export const holidayName = (day: Day): string | undefined => holidaysOf(partsOf(day).year).get(day);

const years = new Map<number, ReadonlyMap<Day, string>>();

/** All public holidays of a year with their names, in order. */
export function holidaysOf(year: number): ReadonlyMap<Day, string> {
  if (year < HOLIDAY_YEARS.from || year > HOLIDAY_YEARS.to) throw new RangeError(`holidays of ${year} are not known`);
  const known = years.get(year);
  if (known !== undefined) return known;
  const named = new Map(
    namedHolidays(year).flatMap(([day, name]) => (day === undefined ? [] : [[day, name] as const])),
  );
  const all = new Map([...named, ...substitutes(named), ...between(named)].sort(([a], [b]) => (a < b ? -1 : 1)));
  years.set(year, all);
  return all;
}

function namedHolidays(year: number): readonly (readonly [Day | undefined, string])[] {
  return [
    [dayOf(year, 1, 1), '元日'],
    [nthMonday(year, 1, 2), '成人の日'],
    [dayOf(year, 2, 11), '建国記念の日'],
    [dayOf(year, 2, 23), '天皇誕生日'],
    [dayOf(year, 3, equinox(year, 20.8431)), '春分の日'],
    [dayOf(year, 4, 29), '昭和の日'],
    [dayOf(year, 5, 3), '憲法記念日'],
    [dayOf(year, 5, 4), 'みどりの日'],
    [dayOf(year, 5, 5), 'こどもの日'],
    [nthMonday(year, 7, 3), '海の日'],
    [dayOf(year, 8, 11), '山の日'],
    [nthMonday(year, 9, 3), '敬老の日'],
    [dayOf(year, 9, equinox(year, 23.2488)), '秋分の日'],
    [nthMonday(year, 10, 2), 'スポーツの日'],
    [dayOf(year, 11, 3), '文化の日'],
    [dayOf(year, 11, 23), '勤労感謝の日'],
  ];
}

/** 第3条第2項: a holiday on a Sunday rests on the nearest following day that is none. */
function substitutes(named: ReadonlyMap<Day, string>): readonly (readonly [Day, string])[] {
  return [...named.keys()]
    .filter((day) => weekdayOf(day) === 0)
    .map((day) => [nextFree(addDays(day, 1), named), '振替休日']);
}

const nextFree = (day: Day, named: ReadonlyMap<Day, string>): Day =>
  named.has(day) ? nextFree(addDays(day, 1), named) : day;

/** 第3条第3項: a day with a holiday on either side is one too. */
function between(named: ReadonlyMap<Day, string>): readonly (readonly [Day, string])[] {
  return [...named.keys()]
    .filter((day) => named.has(addDays(day, 2)) && !named.has(addDays(day, 1)) && weekdayOf(addDays(day, 1)) !== 0)
    .map((day) => [addDays(day, 1), '国民の休日']);
}

function nthMonday(year: number, month: number, nth: number): Day | undefined {
  const first = dayOf(year, month, 1);
  return first === undefined ? undefined : addDays(first, ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7);
}

const equinox = (year: number, base: number): number =>
  Math.floor(base + 0.242194 * (year - 1980)) - Math.floor((year - 1980) / 4);
