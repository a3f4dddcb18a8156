import { addDays, daysBetween, isDay } from '../../calendar/day.ts';

/** What an expression works with; a list is the answers of all rows of a table's column. */
export type Operand = string | number | boolean | readonly string[];

/** Where an expression finds its answers; what is unanswered is the empty text. */
export interface Scope {
  readonly answer: (question: string) => Operand;
  readonly self?: string;
  readonly attribute?: (name: string) => string;
  /** JST day for `today()`; the empty text when the caller has none. */
  readonly today?: string;
}

const EPOCH = '1970-01-01';

/** XPath's number(); a day or a day and time counts days since 1970, as ODK does. */
export function toNumber(operand: Operand): number {
  if (typeof operand === 'number') return operand;
  if (typeof operand === 'boolean') return operand ? 1 : 0;
  const text = (typeof operand === 'string' ? operand : (operand[0] ?? '')).trim();
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
  if (isDay(text.slice(0, 10))) {
    const time = /^T(\d{2}):(\d{2})$/.exec(text.slice(10));
    if (text.length > 10 && time === null) return Number.NaN;
    return daysBetween(EPOCH, text.slice(0, 10)) + (Number(time?.[1] ?? 0) * 60 + Number(time?.[2] ?? 0)) / 1440;
  }
  return Number.NaN;
}

/** XPath's boolean(). */
export function toBoolean(operand: Operand): boolean {
  if (typeof operand === 'number') return operand !== 0 && !Number.isNaN(operand);
  return typeof operand === 'boolean' ? operand : operand.length > 0;
}

/** XPath's string(); a number that is none is the empty text, so that it never reaches a page. */
export function toText(operand: Operand): string {
  if (typeof operand === 'number') return Number.isFinite(operand) ? plainNumber(operand) : '';
  return typeof operand === 'object' ? (operand[0] ?? '') : String(operand);
}

function plainNumber(value: number): string {
  const text = String(Object.is(value, -0) ? 0 : value);
  return text.includes('e') ? BigInt(Math.trunc(value)).toString() : text;
}

/** The day of a number of days since 1970, or the empty text. */
export const dayOfNumber = (days: number): string =>
  Number.isFinite(days) && Math.abs(days) < 700_000 ? addDays(EPOCH, Math.floor(days)) : '';
