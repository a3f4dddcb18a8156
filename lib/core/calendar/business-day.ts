import { addDays, type Day, weekdayOf } from './day.ts';
import { holidayName } from './holidays.ts';

/** Whether public offices work on a day (行政機関の休日に関する法律 昭和63年法律第91号: not on weekends, holidays, 12月29日–1月3日). */
export function isBusinessDay(day: Day): boolean {
  const monthDay = day.slice(5);
  if (monthDay >= '12-29' || monthDay <= '01-03') return false;
  return weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && holidayName(day) === undefined;
}

/** The day itself where offices work on it, else the nearest after it (1) or before it (-1) on which they do. */
export const workingDay = (day: Day, towards: 1 | -1): Day =>
  isBusinessDay(day) ? day : workingDay(addDays(day, towards), towards);
