import type { Condition, Form, Section, Values } from './form.ts';
import { reach } from './reach.ts';

/** Whether a condition holds for some answers, each taken as it is; no condition always holds. */
export function applies(condition: Condition | undefined, values: Values, today?: string): boolean {
  if (condition === undefined) return true;
  const section: Section = { id: 'when', title: '', minutes: 0, when: condition, questions: [] };
  return reach([section], values, today).section('when');
}

/** The answers that count: those of reachable questions of the form and nothing else. */
export function shown(form: Form, values: Values, today?: string): Values {
  const reached = reach(form.sections, values, today).values;
  const known = new Set(form.sections.flatMap((section) => section.questions.flatMap(({ id }) => [id, `${id}-other`])));
  return Object.fromEntries(Object.entries(reached).filter(([id]) => known.has(id)));
}
