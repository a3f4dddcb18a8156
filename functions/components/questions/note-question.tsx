import type { VNode } from 'preact';
import type { NoteQuestion } from '#lib/core/survey/form.ts';
import type { QuestionProps } from './question-props.ts';

/** Words between questions, or the title of those that follow. */
export const NoteQuestionField = ({ question, when }: QuestionProps<NoteQuestion>): VNode => (
  <div data-when={when}>
    {question.heading ? <h2>{question.label}</h2> : <p class="lines">{question.label}</p>}
    {question.help && <p class="hint lines">{question.help}</p>}
  </div>
);
