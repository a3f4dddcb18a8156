import type { Form, Section } from '../form.ts';
import { withColumns, withQuestions } from './parts.ts';
import { questionsOf, type Target } from './target.ts';

/** A form in which one part went up or down by one; a question at its section's edge goes over into the next section. */
export function moved(form: Form, target: Target, by: -1 | 1): Form {
  if (target.kind === 'section') return { ...form, sections: swapped(form.sections, target.id, by) };
  if (target.kind === 'column') return withColumns(form, target.table, (columns) => swapped(columns, target.id, by));
  const at = form.sections.findIndex(({ questions }) => questions.some(({ id }) => id === target.id));
  const from = form.sections[at];
  const question = from?.questions.find(({ id }) => id === target.id);
  if (!from || !question) return form;
  const place = from.questions.indexOf(question) + by;
  if (place >= 0 && place < from.questions.length) {
    return withSection(form, from, { ...from, questions: swapped(from.questions, target.id, by) });
  }
  const to = form.sections[at + by];
  if (!to) return form;
  const left = { ...from, questions: from.questions.filter((each) => each !== question) };
  const joined = { ...to, questions: by < 0 ? [...to.questions, question] : [question, ...to.questions] };
  return withSection(withSection(form, from, left), to, joined);
}

/** A form in which a question stands last in a section. */
export function movedTo(form: Form, id: string, section: string): Form {
  const question = questionsOf(form).find((each) => each.id === id);
  if (!question) return form;
  return withQuestions(form, (questions, own) => {
    const rest = questions.filter((each) => each !== question);
    return own.id === section ? [...rest, question] : rest;
  });
}

const withSection = (form: Form, before: Section, after: Section): Form => ({
  ...form,
  sections: form.sections.map((section) => (section === before ? after : section)),
});

function swapped<T extends { readonly id: string }>(all: readonly T[], id: string, by: -1 | 1): readonly T[] {
  const at = all.findIndex((one) => one.id === id);
  const [one, other] = [all[at], all[at + by]];
  if (one === undefined || other === undefined) return all;
  return all.map((each) => (each === one ? other : each === other ? one : each));
}
