import { answerTo, cellOf, hasCode, rowsOf } from '#lib/core/survey/answer.ts';
import type { Choice, Form, Values } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import type { OpenList } from './open-list.ts';
import { valuesOf } from './read-answer.ts';
import type { ReleasedPool } from './released-pool.ts';
import { mayRead } from './visible-answers.ts';

/** A question by whose choices a list can be narrowed: of its own, or of a table's column. */
export interface Facet {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly question: string;
  readonly column?: string;
}

/** The questions of a form by which a partner may narrow its list. */
export const facetsOf = (form: Form): readonly Facet[] =>
  form.sections.flatMap(({ questions }) =>
    questions.flatMap((question): readonly Facet[] => {
      if (!mayRead(question.visibility, false)) return [];
      const { id, label } = question;
      if (question.kind === 'choice' || question.kind === 'choices') {
        return [{ id, label, choices: question.choices, question: id }];
      }
      if (question.kind !== 'table') return [];
      return question.columns.flatMap((column) =>
        column.kind === 'choice' && mayRead(column.visibility, false)
          ? [
              {
                id: `${id}.${column.id}`,
                label: column.label,
                choices: column.choices,
                question: id,
                column: column.id,
              },
            ]
          : [],
      );
    }),
  );

/** Whether some answers hold a choice. */
export function holdsChoice(values: Values, { question, column }: Facet, code: string): boolean {
  const value = answerTo(values, question);
  if (column === undefined) return hasCode(value, code);
  return rowsOf(value).some((row) => cellOf(row, column) === code);
}

/** Answers of released pools that a warm function has read. */
const known = new WeakMap<ReleasedPool, ReadonlyMap<string, Values>>();

/** The released answers of everybody in a list, by hospital; read when a list is first narrowed by an answer. */
export async function chosenAnswers(desk: Desk, opened: OpenList): Promise<ReadonlyMap<string, Values>> {
  const { released, round, survey } = opened;
  const before = known.get(released);
  if (before) return before;
  const revisions = Object.entries(released.revisions);
  const items = await desk.table.getAll(revisions.map(([id, number]) => keys.revision(round.id, id, number)));
  const questions = new Set(facetsOf(survey.form).map(({ question }) => question));
  const answers = new Map(
    items.map((item) => {
      const { organisation, values } = rows.revision.read(item);
      const kept = Object.entries(valuesOf(values)).filter(([id]) => questions.has(id));
      return [organisation, Object.fromEntries(kept)] as const;
    }),
  );
  known.set(released, answers);
  return answers;
}
