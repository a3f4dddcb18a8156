import { otherId } from '#lib/core/survey/answer.ts';
import { type SectionState, sectionState, type Unanswered, unanswered } from '#lib/core/survey/completeness.ts';
import type { Condition, Form, Section, Values } from '#lib/core/survey/form.ts';
import { type AnswerFile, isConfirmed } from './read-answer.ts';

/** Where one section of a working copy stands. */
export interface SectionProgress {
  readonly section: Section;
  readonly state: SectionState;
  /** Does not apply yet, since an answer that decides it is not given. */
  readonly pending: boolean;
  /** Holds last time's answers, which nobody has confirmed yet. */
  readonly prefilled: boolean;
}

/** A working copy on its way to being submitted. */
export interface Progress {
  readonly sections: readonly SectionProgress[];
  /** What is shown: the working copy, with last time's answers in the sections that nobody has saved yet. */
  readonly values: Values;
  /** What must be done before submitting; empty means that it can be submitted. */
  readonly obstacles: readonly Unanswered[];
}

/** Says where each section stands; `previous` are last time's answers, `today` the JST day. */
export function progressOf(form: Form, file: AnswerFile, previous: Values, today: string): Progress {
  const untouched = form.sections.filter(({ id }) => !file.drafts.has(id));
  const values = { ...Object.assign({}, ...untouched.map((section) => within(section, previous))), ...file.values };
  const sections = form.sections.map((section): SectionProgress => {
    const draft = file.drafts.get(section.id);
    const state = sectionState(form, section, values, isConfirmed(draft), today);
    const pending = state === 'not-applicable' && decidedBy(section.when).some((id) => values[id] === undefined);
    if (draft || state === 'not-applicable') return { section, state, pending, prefilled: false };
    const prefilled = Object.keys(within(section, previous)).length > 0;
    return { section, state: 'not-started', pending, prefilled };
  });
  const toConfirm = sections.filter(({ prefilled }) => prefilled).map(({ section }) => section);
  const missing = unanswered(form, values, today);
  const obstacles = form.sections.flatMap((section) =>
    toConfirm.includes(section)
      ? [{ section: section.id, field: '', message: `「${section.title}」を開いて、前回の回答を確認してください。` }]
      : missing.filter((one) => one.section === section.id),
  );
  return { sections, values, obstacles };
}

/** Questions that a condition looks at; what an expression looks at is not told. */
function decidedBy(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(decidedBy);
  if ('any' in condition) return condition.any.flatMap(decidedBy);
  if ('not' in condition) return decidedBy(condition.not);
  return 'question' in condition ? [condition.question] : [];
}

/** Whether nothing is left but to submit. */
export const isComplete = ({ sections, obstacles }: Progress): boolean =>
  obstacles.length === 0 && sections.every(({ state }) => state === 'complete' || state === 'not-applicable');

/** The part of some answers that belongs to a section. */
export function within(section: Section, values: Values): Values {
  const own = ownIds(section);
  return Object.fromEntries(Object.entries(values).filter(([id]) => own.has(id)));
}

/** The part of some answers that belongs to other sections. */
export function outside(section: Section, values: Values): Values {
  const own = ownIds(section);
  return Object.fromEntries(Object.entries(values).filter(([id]) => !own.has(id)));
}

const ownIds = (section: Section): ReadonlySet<string> =>
  new Set(section.questions.flatMap(({ id }) => [id, otherId(id)]));
