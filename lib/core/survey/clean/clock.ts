import { parseDay } from '../../calendar/parse-day.ts';
import { plain } from './characters.ts';

/** A time of day as typed (14:03, 14時3分, 午後2時3分, 1403), as "14:03". */
export function readTime(typed: string): string | undefined {
  const text = plain(typed).replace(/\s+/g, '');
  const match =
    /^(午前|午後)?(\d{1,2})(?::(\d{2})(?::\d{2}(?:\.\d+)?)?|時(?:(\d{1,2})分|(半))?)$/.exec(text) ??
    /^()(\d{2})(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const minute = match[5] === '半' ? 30 : Number(match[3] ?? match[4] ?? 0);
  const hour = Number(match[2]) + (match[1] === '午後' && Number(match[2]) < 12 ? 12 : 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A day and time as typed (2027/4/1 14:03, 令和9年4月1日14時), as "2027-04-01T14:03". */
export function readDateTime(typed: string): string | undefined {
  const text = plain(typed);
  const match = /^(.*?)(?:[T\s]+|(?<=[日)]))((?:午前|午後)?\d{1,2}[:時].*)$/.exec(text);
  const day = parseDay(match?.[1] ?? '');
  const time = readTime(match?.[2] ?? '');
  return day === undefined || time === undefined ? undefined : `${day}T${time}`;
}
