import { longInstant } from '#lib/core/calendar/show-day.ts';
import { answerTo, sameValue } from '#lib/core/survey/answer.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import { display } from '#lib/core/survey/display.ts';
import type { Question, Section, Value, Values } from '#lib/core/survey/form.ts';
import type { Theirs } from './editor-page.tsx';

const shown = (question: Question, value: Value | undefined): string =>
  value === undefined ? '（空欄）' : display(question, value);

/** What somebody else saved of a part, field by field where it is not what was typed. */
export const theirsOf = (editor: Section, theirs: Values, mine: Values, { savedBy, savedAt }: FormDraft): Theirs => ({
  by: savedBy,
  at: longInstant(savedAt),
  differing: editor.questions
    .filter(({ id }) => !sameValue(answerTo(theirs, id), answerTo(mine, id)))
    .map((question) => ({
      label: question.label,
      theirs: shown(question, answerTo(theirs, question.id)),
      mine: shown(question, answerTo(mine, question.id)),
    })),
});
