import { longInstant } from '#lib/core/calendar/show-day.ts';
import { answerTo, sameValue } from '#lib/core/survey/answer.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import { display } from '#lib/core/survey/display.ts';
import type { Section, Values } from '#lib/core/survey/form.ts';
import type { Theirs } from './editor-page.tsx';

/** What somebody else saved of a part, field by field where it is not what was typed. */
export const theirsOf = (editor: Section, theirs: Values, mine: Values, { savedBy, savedAt }: FormDraft): Theirs => ({
  by: savedBy,
  at: longInstant(savedAt),
  differing: editor.questions
    .filter(({ id }) => !sameValue(answerTo(theirs, id), answerTo(mine, id)))
    .map((question) => ({
      label: question.label,
      theirs: display(question, answerTo(theirs, question.id)),
      mine: display(question, answerTo(mine, question.id)),
    })),
});
