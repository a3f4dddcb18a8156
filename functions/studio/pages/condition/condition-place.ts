import type { PageRequest } from '#functions/site/request.ts';
import { comparisonsOf, type SimpleCondition, simpleOf } from '#lib/core/survey/compose/simple-condition.ts';
import { questionAt, questionsOf, sectionAt, type Target } from '#lib/core/survey/compose/target.ts';
import type { Column, Condition, Form, Question } from '#lib/core/survey/form.ts';
import { fingerprint } from '#lib/usecases/forms/read-draft.ts';

/** The part whose condition a page edits, and the questions before it that can decide. */
export interface ConditionPlace {
  readonly target: Target;
  readonly name: string;
  readonly when: Condition | undefined;
  /** The condition as it can be chosen on the page; undefined where there is none, or it is of another shape. */
  readonly stands: SimpleCondition | undefined;
  /** By which it is known that somebody else changed the part meanwhile. */
  readonly seen: string;
  readonly earlier: readonly Question[];
  /** Those of `earlier` that are columns of the same table: the cell of the same row decides. */
  readonly sameRow: readonly Column[];
}

/** Reads from an address whose condition is edited; undefined when there is no such part. */
export function conditionPlace(form: Form, { params }: Pick<PageRequest, 'params'>): ConditionPlace | undefined {
  const { section, question, column } = params;
  const deciding = (before: readonly Question[]) => before.filter((each) => comparisonsOf(each).length > 0);
  if (section !== undefined) {
    const own = sectionAt(form, section);
    const before = own ? form.sections.slice(0, form.sections.indexOf(own)).flatMap(({ questions }) => questions) : [];
    return own && placeOf(form, { kind: 'section', id: section }, own.title, own.when, deciding(before));
  }
  const asked: Target = { kind: 'question', id: question ?? '' };
  const target: Target = column === undefined ? asked : { kind: 'column', table: asked.id, id: column };
  const own = questionAt(form, target);
  const table = questionAt(form, asked);
  const columns = column !== undefined && table?.kind === 'table' ? table.columns : [];
  const before = deciding(above(questionsOf(form), question));
  return own && placeOf(form, target, own.label, own.when, before, above(columns, column));
}

/** Those that stand before one of them; none where it is not among them. */
const above = <Q extends Question>(all: readonly Q[], id: string | undefined): readonly Q[] =>
  all.slice(
    0,
    Math.max(
      0,
      all.findIndex((each) => each.id === id),
    ),
  );

const placeOf = (
  form: Form,
  target: Target,
  name: string,
  when: Condition | undefined,
  before: readonly Question[],
  sameRow: readonly Column[] = [],
): ConditionPlace => ({
  target,
  name,
  when,
  stands: when && simpleOf(when),
  seen: fingerprint(form, { target }),
  earlier: [...sameRow, ...before],
  sameRow,
});
