import { answerTo, codesOf, otherId } from '#lib/core/survey/answer.ts';
import { shown } from '#lib/core/survey/applies.ts';
import { changes } from '#lib/core/survey/changes.ts';
import { display } from '#lib/core/survey/display.ts';
import { type AnsweredFile, filesIn } from '#lib/core/survey/file-answer.ts';
import type { Form, Question, Values } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';

/** One question with its answer and the one it is held against. */
export interface ComparedLine {
  readonly id: string;
  readonly label: string;
  readonly now: string;
  /** Undefined where there is nothing to compare with. */
  readonly before: string | undefined;
  /** Files of the answer; absent for other kinds of question. */
  readonly files?: readonly AnsweredFile[];
  readonly change: 'added' | 'changed' | 'removed' | undefined;
}

export interface ComparedSection {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly ComparedLine[];
}

/** An answer by section beside an earlier one; questions that do not apply are left out unless their answer fell away. */
export function compareAnswer(form: Form, now: Values, before: Values | undefined): readonly ComparedSection[] {
  const reached = reach(form.sections, now);
  const [own, old] = [shown(form, now), before && shown(form, before)];
  const kinds = new Map(before ? changes(form, before, now).map(({ question, kind }) => [question.id, kind]) : []);
  const textOf = (question: Question, values: Values) =>
    display(question, answerTo(values, question.id), answerTo(values, otherId(question.id)));
  const asked = ({ id, kind }: Question) =>
    kind !== 'note' && kind !== 'calculate' && (reached.question(id) || kinds.has(id));
  return form.sections
    .map((section) => ({
      id: section.id,
      title: section.title,
      lines: section.questions.filter(asked).map((question) => ({
        id: question.id,
        label: question.label,
        now: textOf(question, own),
        before: old && textOf(question, old),
        change: kinds.get(question.id),
        ...(question.kind === 'file' ? { files: filesIn(codesOf(answerTo(own, question.id))) } : {}),
      })),
    }))
    .filter(({ lines }) => lines.length > 0);
}
