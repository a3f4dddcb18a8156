import { isDay } from '../calendar/day.ts';
import { longDay } from '../calendar/show-day.ts';
import { cellOf, codesOf, otherId, rowsOf } from './answer.ts';
import { filesIn, fileWords } from './file-answer.ts';
import type { Choice, Column, Question, Value } from './form.ts';

/** What lists and prints say of a question without an answer. */
export const UNANSWERED = '未回答';

/** An answer as text for print, lists and comparison; `detail` is the text that explains その他. Table rows are lines. */
export function display(question: Question, value: Value | undefined, detail?: Value): string {
  if (value === undefined) return UNANSWERED;
  switch (question.kind) {
    case 'choices':
      return codesOf(value)
        .map((code) => withDetail(question.choices, code, question.otherCode, detail))
        .join('、');
    case 'rank':
      return codesOf(value)
        .map((code, at) => `${at + 1}. ${labelOf(question.choices, code)}`)
        .join('、');
    case 'file':
      return filesIn(codesOf(value)).map(fileWords).join('\n');
    case 'table':
      return rowsOf(value)
        .map((row) => question.columns.flatMap((column) => displayCell(column, row)).join('／'))
        .join('\n');
    case 'note':
      return '';
    case 'calculate':
      return String(value);
    default:
      return displayOne(question, value, detail);
  }
}

function displayCell(column: Column, row: Readonly<Record<string, string | number>>): readonly string[] {
  const cell = cellOf(row, column.id);
  return cell === undefined ? [] : [`${column.label} ${displayOne(column, cell, cellOf(row, otherId(column.id)))}`];
}

function displayOne(question: Column, value: Value, detail?: Value): string {
  switch (question.kind) {
    case 'text':
      return question.purpose === 'postal-code'
        ? `〒${String(value).replace(/^(\d{3})(\d{4})$/, '$1-$2')}`
        : String(value);
    case 'long-text':
      return String(value);
    case 'integer':
    case 'decimal':
      return `${grouped(String(value))}${question.unit}`;
    case 'range':
      return String(value);
    case 'date':
      return dayText(String(value));
    case 'time':
      return String(value);
    case 'date-time':
      return `${dayText(String(value).slice(0, 10))}${String(value).slice(11)}`;
    case 'choice':
      return withDetail(question.choices, String(value), question.otherCode, detail);
  }
}

const dayText = (day: string): string => (isDay(day) ? longDay(day) : day);

/** A number with commas between thousands, exact for any length. */
export function grouped(number: string): string {
  const [whole = '', fraction] = number.split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? text : `${text}.${fraction}`;
}

const labelOf = (choices: readonly Choice[], code: string): string =>
  choices.find((choice) => choice.code === code)?.label ?? code;

function withDetail(choices: readonly Choice[], code: string, otherCode?: string, detail?: Value): string {
  const label = labelOf(choices, code);
  return code === otherCode && detail !== undefined ? `${label}（${String(detail)}）` : label;
}
