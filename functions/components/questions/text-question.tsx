import type { VNode } from 'preact';
import { type TextControl, TextField } from '#functions/components/fields/text-field.tsx';
import type { TextQuestion } from '#lib/core/survey/form.ts';
import { frameOf, type QuestionProps, typedIn } from './question-props.ts';

/** How a text of each purpose is typed; names and addresses are never tidied. */
export function textControl({ purpose, maxLength }: TextQuestion): TextControl {
  switch (purpose ?? 'name') {
    case 'telephone':
      return { inputMode: 'tel', size: 18, tidy: true };
    case 'email':
      return { inputMode: 'email', size: 32, tidy: true };
    case 'postal-code':
      return { inputMode: 'numeric', size: 10, tidy: true };
    case 'name':
    case 'address':
      return maxLength <= 20 ? { size: maxLength } : {};
  }
}

/** A line of text. */
export const TextQuestionField = (props: QuestionProps<TextQuestion>): VNode => (
  <TextField
    {...frameOf(props)}
    {...textControl(props.question)}
    value={typedIn(props.posted, props.question.id)}
    readOnly={props.question.readOnly}
  />
);
