import { type Day, daysBetween } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';

/** How long there is to a due day, from a JST day. */
export function daysLeftWords(due: Day, today: Day): string {
  const days = daysBetween(today, due);
  if (days > 0) return `あと${days}日`;
  return days === 0 ? '今日まで' : `期限を${-days}日過ぎています。提出はまだできます`;
}

/** A due day with its weekday and what is left: 2027年（令和9年）1月29日（金）（あと5日）. */
export const dueWords = (due: Day, today: Day): string => `${longDay(due)}（${daysLeftWords(due, today)}）`;
