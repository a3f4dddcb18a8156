import { type Day, dayOfInstant, partsOf, timeOfInstant, weekdayOf } from './day.ts';
import { eraYearOf } from './era.ts';

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** A day as pages and mails write it: 2027年（令和9年）4月1日（木）. */
export function longDay(day: Day): string {
  const { year } = partsOf(day);
  const era = eraYearOf(day);
  return `${year}年${era === '' ? '' : `（${era}）`}${shortDay(day)}`;
}

/** A day in few words, where neither era nor weekday is asked for: 2027年4月1日. */
export function plainDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/** A day where the year is plain from its place: 4月1日（木）. */
export function shortDay(day: Day): string {
  const { month, date } = partsOf(day);
  return `${month}月${date}日（${weekdayName(day)}）`;
}

/** A day's weekday in one character: 木. */
export const weekdayName = (day: Day): string => WEEKDAYS[weekdayOf(day)] ?? '';

/** An instant (ISO UTC) as pages write it, in JST: 2027年（令和9年）4月1日（木）14:03. */
export const longInstant = (instant: string): string => `${longDay(dayOfInstant(instant))}${timeOfInstant(instant)}`;
