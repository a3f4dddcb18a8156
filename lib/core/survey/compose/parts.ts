import type { Column, Condition, Form, Question, Section } from '../form.ts';
import type { Target } from './target.ts';

/** A form whose sections' questions were changed. */
export const withQuestions = (
  form: Form,
  change: (questions: readonly Question[], section: Section) => readonly Question[],
): Form => ({
  ...form,
  sections: form.sections.map((section) => ({ ...section, questions: change(section.questions, section) })),
});

/** A form in which the columns of one table were changed. */
export const withColumns = (
  form: Form,
  table: string,
  change: (columns: readonly Column[]) => readonly Column[],
): Form =>
  withQuestions(form, (questions) =>
    questions.map((question) =>
      question.kind === 'table' && question.id === table
        ? { ...question, columns: change(question.columns) }
        : question,
    ),
  );

/** What happens to each part of a kind, wherever it stands; an empty list takes it away. */
export interface Change {
  readonly section: (section: Section) => readonly Section[];
  readonly question: (question: Question) => readonly Question[];
  readonly column: (column: Column) => readonly Column[];
}

/** A form in which one part was changed, doubled or taken away. */
export function withPart(form: Form, target: Target, change: Change): Form {
  switch (target.kind) {
    case 'section':
      return { ...form, sections: each(form.sections, target.id, change.section) };
    case 'question':
      return withQuestions(form, (questions) => each(questions, target.id, change.question));
    case 'column':
      return withColumns(form, target.table, (columns) => each(columns, target.id, change.column));
  }
}

const each = <T extends { readonly id: string }>(
  all: readonly T[],
  id: string,
  change: (one: T) => readonly T[],
): readonly T[] => all.flatMap((one) => (one.id === id ? change(one) : [one]));

/** A part with another condition, or with none. */
export function conditioned<T extends Question | Section>(part: T, when: Condition | undefined): T {
  const copy: T = { ...part };
  Reflect.deleteProperty(copy, 'when');
  return when === undefined ? copy : { ...copy, when };
}
