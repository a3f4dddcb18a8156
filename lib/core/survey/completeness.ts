import { answerTo } from './answer.ts';
import type { Form, Question, Section, Values } from './form.ts';
import { missingIn } from './missing.ts';
import { type Reach, reach } from './reach.ts';
import type { Problem } from './read-question.ts';

/** How far a section is: 対象外, 未着手, 入力中, 入力済. */
export type SectionState = 'not-applicable' | 'not-started' | 'in-progress' | 'complete';

/** What pages call a section's state. */
export const SECTION_STATES: Readonly<Record<SectionState, string>> = {
  'not-applicable': '対象外',
  'not-started': '未着手',
  'in-progress': '入力中',
  complete: '入力済',
};

/**
 * State of a section. It is complete when nothing required is missing and either every question has an answer or somebody
 * confirmed it (saved the page, 変更なし); a section that does not apply, or asks nothing now, is 対象外 and never 未回答.
 */
export function sectionState(
  form: Form,
  section: Section,
  values: Values,
  confirmed: boolean,
  today?: string,
): SectionState {
  return stateIn(section, reach(form.sections, values, today), confirmed);
}

function stateIn(section: Section, reached: Reach, confirmed: boolean): SectionState {
  const asked = askedIn(section, reached);
  if (asked.length === 0) return 'not-applicable';
  const answered = asked.filter(({ id }) => answerTo(reached.values, id) !== undefined).length;
  const missing = missingIn(section, reached.values, reached).length;
  if (missing === 0 && (confirmed || answered === asked.length)) return 'complete';
  return answered > 0 || confirmed ? 'in-progress' : 'not-started';
}

/** Questions of a section that are asked now; notes and calculated values are not questions. */
export function askedIn(section: Section, reached: Reach): readonly Question[] {
  return section.questions.filter((question) => isAsked(question) && reached.question(question.id));
}

const isAsked = (question: Question): boolean => question.kind !== 'note' && question.kind !== 'calculate';

/** A required field that is missing, with its section. */
export interface Unanswered extends Problem {
  readonly section: string;
}

/** Every required field that still lacks an answer, in the order of the form; empty means that the form can be submitted. */
export function unanswered(form: Form, values: Values, today?: string): readonly Unanswered[] {
  const reached = reach(form.sections, values, today);
  return form.sections.flatMap((section) =>
    missingIn(section, reached.values, reached).map((problem) => ({ ...problem, section: section.id })),
  );
}

/** Size of a form as the start page states it. */
export interface Extent {
  readonly sections: number;
  readonly questions: number;
  readonly answered: number;
  readonly minutes: number;
  /** Minutes of the sections that are not complete. */
  readonly minutesLeft: number;
}

/** The most that a form can ask, whatever is answered. */
export function largestExtent(form: Form): Extent {
  const sections = form.sections.map(({ when, ...section }) => ({
    ...section,
    questions: section.questions.map(({ when: _, ...question }) => question),
  }));
  return extent({ ...form, sections });
}

/** Counts sections, questions and minutes that apply with some answers; `confirmed` holds the ids of sections that somebody confirmed. */
export function extent(
  form: Form,
  values: Values = {},
  confirmed: ReadonlySet<string> = new Set(),
  today?: string,
): Extent {
  const reached = reach(form.sections, values, today);
  const asked = form.sections
    .map((section) => ({ section, questions: askedIn(section, reached) }))
    .filter(({ questions }) => questions.length > 0);
  const questions = asked.flatMap((each) => each.questions);
  const left = asked.filter(({ section }) => stateIn(section, reached, confirmed.has(section.id)) !== 'complete');
  return {
    sections: asked.length,
    questions: questions.length,
    answered: questions.filter(({ id }) => answerTo(reached.values, id) !== undefined).length,
    minutes: asked.reduce((sum, { section }) => sum + section.minutes, 0),
    minutesLeft: left.reduce((sum, { section }) => sum + section.minutes, 0),
  };
}
