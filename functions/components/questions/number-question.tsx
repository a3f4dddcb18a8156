import type { VNode } from 'preact';
import { type TextControl, TextField } from '#functions/components/fields/text-field.tsx';
import type { DecimalQuestion, IntegerQuestion } from '#lib/core/survey/form.ts';
import { frameOf, type QuestionProps, typedIn } from './question-props.ts';

/** A number is typed as text; 全角, commas and the unit are understood. */
export const numberControl = ({ kind, unit, max }: IntegerQuestion | DecimalQuestion): TextControl => ({
  inputMode: kind === 'integer' ? 'numeric' : 'decimal',
  size: Math.min(Math.max(String(max).length + 3, 6), 16),
  unit,
  tidy: true,
});

/** A whole number or a decimal with its unit. */
export const NumberQuestionField = (props: QuestionProps<IntegerQuestion | DecimalQuestion>): VNode => (
  <TextField
    {...frameOf(props)}
    {...numberControl(props.question)}
    value={typedIn(props.posted, props.question.id)}
    readOnly={props.question.readOnly}
  />
);
