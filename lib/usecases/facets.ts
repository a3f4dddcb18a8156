import type { MatchEdition, Survey } from '#lib/core/program.ts';
import { answerTo, cellOf, codesOf, rowsOf } from '#lib/core/survey/answer.ts';
import type { Choice, Column, Form, Question, Values } from '#lib/core/survey/form.ts';
import { mayRead } from './visible-answers.ts';

/** A question by whose choices a list can be narrowed: of its own, of a table's column, or the months that a table's spans of days cover. */
export interface Facet {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly question: string;
  readonly column?: string;
  /** Columns of a span's first and last day; its choices are months ('2027-04'). */
  readonly span?: readonly [from: string, to: string];
}

/** The questions by which a partner may narrow its list: of the round's own form first, then of the edition's other forms for the same side. */
export function facetsOf(edition: Pick<MatchEdition, 'surveys' | 'fiscalYear'>, survey: Survey): readonly Facet[] {
  const found = new Map<string, Facet>();
  for (const form of [survey.form, ...otherForms(edition, survey)]) {
    for (const facet of form.sections.flatMap(({ questions }) => questions.flatMap((one) => facetsIn(one, edition)))) {
      if (!found.has(facet.id)) found.set(facet.id, facet);
    }
  }
  return [...found.values()];
}

/** The questions whose answers only hospitals that take requests pass on, in the forms' order: whom to call, of which the newest form names each once. */
export function contactsOf(edition: Pick<MatchEdition, 'surveys'>, survey: Survey): readonly Question[] {
  const found = new Map<string, Question>();
  for (const form of [survey.form, ...otherForms(edition, survey)]) {
    for (const question of form.sections.flatMap(({ questions }) => questions)) {
      const open = !mayRead(question.visibility, false) && mayRead(question.visibility, true);
      if (open && question.kind !== 'note' && question.kind !== 'file' && !found.has(question.id)) {
        found.set(question.id, question);
      }
    }
  }
  return [...found.values()];
}

/** The edition's other forms that ask the same side and are passed on to the same side. */
export const otherForms = (
  { surveys }: Pick<MatchEdition, 'surveys'>,
  { asks, informs, form }: Survey,
): readonly Form[] =>
  surveys
    .filter((other) => other.asks === asks && other.informs === informs && other.form.id !== form.id)
    .map((other) => other.form);

function facetsIn(question: Question, { fiscalYear }: Pick<MatchEdition, 'fiscalYear'>): readonly Facet[] {
  if (!mayRead(question.visibility, false)) return [];
  const { id, label } = question;
  if (question.kind === 'choice' || question.kind === 'choices') {
    return [{ id, label, choices: question.choices, question: id }];
  }
  if (question.kind !== 'table') return [];
  const columns = question.columns.filter(({ visibility }) => mayRead(visibility, false));
  const chosen = columns.flatMap((column) =>
    column.kind === 'choice'
      ? [{ id: `${id}.${column.id}`, label: column.label, choices: column.choices, question: id, column: column.id }]
      : [],
  );
  const span = spanOf(columns);
  return span
    ? [...chosen, { id: `${id}.month`, label: `${label}：月`, choices: monthsOf(fiscalYear), question: id, span }]
    : chosen;
}

/** A table of spans has exactly two columns of days, the first and the last. */
function spanOf(columns: readonly Column[]): readonly [string, string] | undefined {
  const [from, to, ...more] = columns.filter(({ kind }) => kind === 'date');
  return from && to && more.length === 0 ? [from.id, to.id] : undefined;
}

/** The twelve months of a fiscal year, from April. */
const monthsOf = (fiscalYear: number): readonly Choice[] =>
  Array.from({ length: 12 }, (_, at) => {
    const [year, month] = [fiscalYear + (at > 8 ? 1 : 0), ((at + 3) % 12) + 1];
    return { code: `${year}-${String(month).padStart(2, '0')}`, label: `${year}年${month}月` };
  });

/** The codes of a facet that some answers hold; a month is held where one span covers it whole. */
export function heldCodes(values: Values, { question, column, span, choices }: Facet): readonly string[] {
  const value = answerTo(values, question);
  if (span) {
    const spans = rowsOf(value).map((row) => span.map((each) => String(cellOf(row, each) ?? '')));
    return choices
      .map(({ code }) => code)
      .filter((month) =>
        spans.some(([from = '', to = '']) => from !== '' && from <= `${month}-01` && to >= lastDay(month)),
      );
  }
  if (column !== undefined) return [...new Set(rowsOf(value).map((row) => String(cellOf(row, column) ?? '')))];
  return codesOf(value);
}

const lastDay = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
};
