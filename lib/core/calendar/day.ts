/** A JST calendar day, 'YYYY-MM-DD'; sorts and compares as text. */
export type Day = string;

const DAY_MS = 86_400_000;
const JST_OFFSET_MS = 9 * 3_600_000;

/** The day of a year, month (1–12) and day of month, or undefined where the calendar has none (2月30日). Years 1–9999. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (![year, month, date].every(Number.isInteger) || year < 1 || year > 9999) return undefined;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.toISOString().slice(0, 10) : undefined;
}

/** Whether a text is a day that exists, written 'YYYY-MM-DD'. */
export function isDay(text: string): text is Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** Year, month (1–12) and day of month of a day; a text that is no day is a bug. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

const serial = (day: Day): number => {
  partsOf(day);
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
};

/** The day that lies a number of days later (negative: earlier). */
export const addDays = (day: Day, days: number): Day =>
  new Date((serial(day) + days) * DAY_MS).toISOString().slice(0, 10);

/** Days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from);

/** Day of the week, 0 (日) to 6 (土). */
export const weekdayOf = (day: Day): number => new Date(serial(day) * DAY_MS).getUTCDay();

/** The JST day on which an instant (ISO UTC) falls. */
export const dayOfInstant = (instant: string): Day => shifted(instant).slice(0, 10);

/** The JST time of an instant (ISO UTC), as on a clock: "14:03". */
export const timeOfInstant = (instant: string): string => shifted(instant).slice(11, 16);

/** The instant (ISO UTC) at which a JST day reaches a time ("00:00" its beginning, "23:59" the minute before its end). */
export const instantOf = (day: Day, time = '00:00'): string => new Date(`${day}T${time}:00+09:00`).toISOString();

function shifted(instant: string): string {
  return new Date(Date.parse(instant) + JST_OFFSET_MS).toISOString();
}
