import { answerTo, cellOf, codesOf, otherId, rowsOf } from '#lib/core/survey/answer.ts';
import { display, UNANSWERED } from '#lib/core/survey/display.ts';
import { type AnsweredFile, filesIn } from '#lib/core/survey/file-answer.ts';
import type { Column, Form, Question, Values, Visibility } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';

/** A released answer as a partner may read it. */
export interface VisibleAnswer {
  readonly id: string;
  readonly label: string;
  /** 未回答 where nothing was answered. */
  readonly text: string;
  readonly answered: boolean;
  /** Files, instead of the text. */
  readonly files?: readonly AnsweredFile[];
  /** Rows of a table, instead of the text. */
  readonly table?: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** One section of a form with the answers that a partner may read; never empty. */
export interface VisibleSection {
  readonly id: string;
  readonly title: string;
  readonly answers: readonly VisibleAnswer[];
}

/** Whether a matched partner may read the answer to this question; `consultable` is whether its hospital takes requests at present. */
export function mayRead(visibility: Visibility | undefined, consultable: boolean): boolean {
  switch (visibility) {
    case undefined:
    case 'released':
      return true;
    case 'when-consultable':
      return consultable;
    case 'office-only':
      return false;
  }
}

/** What of one hospital's answers a matched partner may read, in the form's order; questions that do not apply are left out. */
export function visibleAnswers(
  form: Form,
  values: Values,
  viewer: { readonly consultable: boolean; readonly without?: ReadonlySet<string> },
): readonly VisibleSection[] {
  const reached = reach(form.sections, values);
  const told = (question: Question): readonly VisibleAnswer[] => {
    if (question.kind === 'note' || !reached.question(question.id) || viewer.without?.has(question.id)) return [];
    if (!mayRead(question.visibility, viewer.consultable)) return [];
    const value =
      question.kind === 'calculate'
        ? reached.calculated(question.id) || undefined
        : answerTo(reached.values, question.id);
    const head = { id: question.id, label: question.label };
    if (value === undefined) return [{ ...head, text: UNANSWERED, answered: false }];
    if (question.kind === 'file') {
      return [{ ...head, text: display(question, value), answered: true, files: filesIn(codesOf(value)) }];
    }
    if (question.kind !== 'table') {
      return [
        { ...head, text: display(question, value, answerTo(reached.values, otherId(question.id))), answered: true },
      ];
    }
    const columns = question.columns.filter(({ visibility }) => mayRead(visibility, viewer.consultable));
    const rows = rowsOf(value).map((row) => columns.map((column) => cellText(column, row)));
    const text = display({ ...question, columns }, value);
    return [{ ...head, text, answered: true, table: { heads: columns.map(({ label }) => label), rows } }];
  };
  return form.sections
    .map(({ id, title, questions }) => ({ id, title, answers: questions.flatMap(told) }))
    .filter(({ id, answers }) => reached.section(id) && answers.length > 0);
}

function cellText(column: Column, row: Readonly<Record<string, string | number>>): string {
  const cell = cellOf(row, column.id);
  return cell === undefined ? UNANSWERED : display(column, cell, cellOf(row, otherId(column.id)));
}
