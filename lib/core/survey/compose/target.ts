import type { Column, Form, Question, Section } from '../form.ts';

/** A part of a form that can be edited by itself. */
export type Target =
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'column'; readonly table: string; readonly id: string };

/** Every question of a form in its order. */
export const questionsOf = (form: Form): readonly Question[] => form.sections.flatMap(({ questions }) => questions);

/** The section of that id. */
export const sectionAt = (form: Form, id: string): Section | undefined =>
  form.sections.find((section) => section.id === id);

/** The question or the table's column that a target names. */
export function questionAt(form: Form, target: Target): Question | Column | undefined {
  if (target.kind === 'section') return undefined;
  const questions = questionsOf(form);
  if (target.kind === 'question') return questions.find(({ id }) => id === target.id);
  const table = questions.find(({ id }) => id === target.table);
  return table?.kind === 'table' ? table.columns.find(({ id }) => id === target.id) : undefined;
}

/** A section's own words, without its questions. */
export type SectionWords = Omit<Section, 'questions'>;

/** What a target is, apart from what stands inside a section; undefined when it is not there (any more). */
export function partAt(form: Form, target: Target): SectionWords | Question | Column | undefined {
  if (target.kind !== 'section') return questionAt(form, target);
  const section = sectionAt(form, target.id);
  if (!section) return undefined;
  const { questions: _, ...words } = section;
  return words;
}
