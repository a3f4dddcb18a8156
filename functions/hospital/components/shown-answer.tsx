import type { VNode } from 'preact';
import { FileList } from '#functions/components/file-list.tsx';
import { answerTo, codesOf, otherId } from '#lib/core/survey/answer.ts';
import { display } from '#lib/core/survey/display.ts';
import { filesIn } from '#lib/core/survey/file-answer.ts';
import type { Question, Values } from '#lib/core/survey/form.ts';

/** An answer to be read: as text, or as files that can be opened. */
export function shownAnswer(question: Question, values: Values, address: (id: string) => string): VNode | string {
  const value = answerTo(values, question.id);
  if (question.kind !== 'file' || value === undefined)
    return display(question, value, answerTo(values, otherId(question.id)));
  return <FileList files={filesIn(codesOf(value))} address={address} />;
}
