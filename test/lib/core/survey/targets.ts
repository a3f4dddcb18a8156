import type { Target } from '#lib/core/survey/compose/target.ts';
import type { Form } from '#lib/core/survey/form.ts';

/** Every part of a form that can be edited by itself, in the form's order. */
export function targets(form: Form): readonly Target[] {
  return form.sections.flatMap(({ id, questions }): readonly Target[] => [
    { kind: 'section', id },
    ...questions.flatMap((question): readonly Target[] => [
      { kind: 'question', id: question.id },
      ...(question.kind === 'table'
        ? question.columns.map((column) => ({ kind: 'column', table: question.id, id: column.id }) as const)
        : []),
    ]),
  ]);
}
