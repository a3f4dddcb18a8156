import type { Row, Value, Values } from './form.ts';

/** The answer to a question, or undefined where there is none; safe for every id. */
export const answerTo = (values: Values, id: string): Value | undefined =>
  Object.hasOwn(values, id) ? values[id] : undefined;

/** A cell of a table's row, or undefined where it was left empty. */
export const cellOf = (row: Row, column: string): string | number | undefined =>
  Object.hasOwn(row, column) ? row[column] : undefined;

/** Whether an answer is a table's rows. */
export const isRows = (value: Value | undefined): value is readonly Row[] =>
  Array.isArray(value) && value.some((each) => typeof each === 'object');

/** Whether an answer is codes or file ids; an empty list is both codes and rows. */
export const isCodes = (value: Value | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** Rows of an answer; none for any other kind of answer. */
export const rowsOf = (value: Value | undefined): readonly Row[] => (isRows(value) ? value : []);

/** Codes of an answer; none for any other kind of answer. */
export const codesOf = (value: Value | undefined): readonly string[] => (isCodes(value) ? value : []);

/** Whether two answers are the same, row by row and cell by cell. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((each, index) => sameItem(each, b[index]));
}

function sameItem(a: string | Row, b: string | Row | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => cellOf(a, key) === cellOf(b, key));
}

/** Where the text is stored that explains the choice その他. */
export const otherId = (question: string): string => `${question}-other`;

/** Whether an answer is a code or holds it. */
export const hasCode = (value: Value | undefined, code: string | undefined): boolean =>
  code !== undefined && (value === code || codesOf(value).includes(code));
