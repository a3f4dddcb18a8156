import { isDay } from '../../calendar/day.ts';
import type { Expression, FunctionName } from './expression.ts';
import { dayOfNumber, type Operand, toBoolean, toNumber, toText } from './operand.ts';
import { matchesPattern } from './pattern.ts';

/** Calls one function of the subset; `work` works an argument out, only as far as the function needs it; `today` is a JST day or ''. */
export function callFunction(
  name: FunctionName,
  args: readonly Expression[],
  work: (arg: Expression) => Operand,
  today: string,
): Operand {
  const at = (index: number): Operand => {
    const arg = args[index];
    return arg === undefined ? '' : work(arg);
  };
  const text = (index: number): string => toText(at(index));
  const number = (index: number): number => toNumber(at(index));
  const codes = (index: number): readonly string[] => text(index).split(' ').filter(Boolean);
  const all = (from = 0): readonly string[] => args.slice(from).flatMap((_, index) => texts(at(from + index)));

  switch (name) {
    case 'selected':
      return codes(0).includes(text(1));
    case 'selected-at':
      return codes(0)[number(1)] ?? '';
    case 'count-selected':
      return codes(0).length;
    case 'not':
      return !toBoolean(at(0));
    case 'true':
      return true;
    case 'false':
      return false;
    case 'boolean':
      return toBoolean(at(0));
    case 'if':
      return toBoolean(at(0)) ? at(1) : at(2);
    case 'coalesce':
      return text(0) === '' ? at(1) : at(0);
    case 'once':
    case 'string':
      return text(0);
    case 'number':
      return number(0);
    case 'int':
      return Math.trunc(number(0));
    case 'round':
      return round(number(0), args.length > 1 ? number(1) : 0);
    case 'abs':
      return Math.abs(number(0));
    case 'floor':
      return Math.floor(number(0));
    case 'ceiling':
      return Math.ceil(number(0));
    case 'min':
      return extreme(all(), Math.min);
    case 'max':
      return extreme(all(), Math.max);
    case 'sum':
      return texts(at(0))
        .filter(Boolean)
        .map(toNumber)
        .reduce((total, each) => total + each, 0);
    case 'count':
      return texts(at(0)).length;
    case 'count-non-empty':
      return all().filter(Boolean).length;
    case 'concat':
      return all().join('');
    case 'join':
      return all(1).join(text(0));
    case 'contains':
      return text(0).includes(text(1));
    case 'starts-with':
      return text(0).startsWith(text(1));
    case 'ends-with':
      return text(0).endsWith(text(1));
    case 'substr':
      return text(0).slice(number(1), args.length > 2 ? number(2) : undefined);
    case 'substring-before':
      return before(text(0), text(1));
    case 'substring-after':
      return after(text(0), text(1));
    case 'string-length':
      return [...text(0)].length;
    case 'normalize-space':
      return text(0).trim().replace(/\s+/g, ' ');
    case 'translate':
      return translate(text(0), [...text(1)], [...text(2)]);
    case 'regex':
      return matchesPattern(text(0), text(1));
    case 'date':
      return isDay(text(0).slice(0, 10)) ? text(0).slice(0, 10) : dayOfNumber(number(0));
    case 'format-date':
      return formatDate(text(0), text(1));
    case 'today':
      return today;
  }
}

const texts = (operand: Operand): readonly string[] => (typeof operand === 'object' ? operand : [toText(operand)]);

function extreme(values: readonly string[], pick: (...values: number[]) => number): Operand {
  const answered = values.filter(Boolean);
  return answered.length === 0 ? '' : pick(...answered.map(toNumber));
}

const round = (value: number, digits: number): number =>
  Number(`${Math.round(Number(`${value}e${digits}`))}e${-digits}`);

const before = (text: string, mark: string): string => text.slice(0, Math.max(0, text.indexOf(mark)));

const after = (text: string, mark: string): string =>
  text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : '';

const translate = (text: string, from: readonly string[], to: readonly string[]): string =>
  [...text].map((each) => (from.includes(each) ? (to[from.indexOf(each)] ?? '') : each)).join('');

function formatDate(text: string, format: string): string {
  if (!isDay(text.slice(0, 10))) return '';
  const [year = '', month = '', date = ''] = text.slice(0, 10).split('-');
  const parts: Readonly<Record<string, string>> = {
    Y: year,
    y: year.slice(2),
    m: month,
    n: String(Number(month)),
    d: date,
    e: String(Number(date)),
    H: text.slice(11, 13),
    M: text.slice(14, 16),
    '%': '%',
  };
  return format.replace(/%(.)/g, (whole, letter: string) => parts[letter] ?? whole);
}
