import { addDays, daysBetween, isDay } from '../../calendar/day.ts';
import type { BinaryOperator, Expression } from './expression.ts';
import { callFunction } from './functions.ts';

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

/** Works out an expression; nothing is run as code and nothing throws. */
export function evaluate(expression: Expression, scope: Scope): Operand {
  switch (expression.kind) {
    case 'text':
    case 'number':
      return expression.value;
    case 'answer':
      return scope.answer(expression.question);
    case 'self':
      return scope.self ?? '';
    case 'attribute':
      return scope.attribute?.(expression.name) ?? '';
    case 'negative':
      return -toNumber(evaluate(expression.of, scope));
    case 'binary':
      return binary(expression.operator, expression.left, expression.right, scope);
    case 'call':
      return callFunction(expression.name, expression.args, scope);
  }
}

function binary(operator: BinaryOperator, left: Expression, right: Expression, scope: Scope): Operand {
  const a = evaluate(left, scope);
  if (operator === 'or') return toBoolean(a) || toBoolean(evaluate(right, scope));
  if (operator === 'and') return toBoolean(a) && toBoolean(evaluate(right, scope));
  const b = evaluate(right, scope);
  switch (operator) {
    case '=':
      return anyPair(a, b, equal);
    case '!=':
      return anyPair(a, b, (x, y) => !equal(x, y));
    case '<':
      return anyPair(a, b, (x, y) => toNumber(x) < toNumber(y));
    case '<=':
      return anyPair(a, b, (x, y) => toNumber(x) <= toNumber(y));
    case '>':
      return anyPair(a, b, (x, y) => toNumber(x) > toNumber(y));
    case '>=':
      return anyPair(a, b, (x, y) => toNumber(x) >= toNumber(y));
    case '+':
      return toNumber(a) + toNumber(b);
    case '-':
      return toNumber(a) - toNumber(b);
    case '*':
      return toNumber(a) * toNumber(b);
    case 'div':
      return toNumber(a) / toNumber(b);
    case 'mod':
      return toNumber(a) % toNumber(b);
  }
}

type Single = Exclude<Operand, readonly string[]>;

const singles = (operand: Operand): readonly Single[] => (typeof operand === 'object' ? operand : [operand]);

const anyPair = (a: Operand, b: Operand, test: (x: Single, y: Single) => boolean): boolean =>
  singles(a).some((x) => singles(b).some((y) => test(x, y)));

function equal(a: Single, b: Single): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return toBoolean(a) === toBoolean(b);
  if (typeof a === 'number' || typeof b === 'number') return toNumber(a) === toNumber(b);
  return a === b;
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
