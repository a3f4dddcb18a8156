import { answerTo, otherId, sameValue } from './answer.ts';
import { shown } from './applies.ts';
import { display } from './display.ts';
import type { Form, Question, Section, Values } from './form.ts';

/** One question whose answer differs, with both answers as text. */
export interface Change {
  readonly section: Section;
  readonly question: Question;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly before: string;
  readonly after: string;
}

/** What differs between two sets of answers to one form, in the form's order; answers that do not apply count as none. */
export function changes(form: Form, before: Values, after: Values, today?: string): readonly Change[] {
  const [old, now] = [shown(form, before, today), shown(form, after, today)];
  return form.sections.flatMap((section) =>
    section.questions.flatMap((question): readonly Change[] => {
      const detail = otherId(question.id);
      const [was, is] = [answerTo(old, question.id), answerTo(now, question.id)];
      if (sameValue(was, is) && sameValue(answerTo(old, detail), answerTo(now, detail))) return [];
      const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
      return [
        {
          section,
          question,
          kind,
          before: display(question, was, answerTo(old, detail)),
          after: display(question, is, answerTo(now, detail)),
        },
      ];
    }),
  );
}
