import type { VNode } from 'preact';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import type { RangeQuestion } from '#lib/core/survey/form.ts';
import { stepsOf } from '#lib/core/survey/scale-steps.ts';
import { frameOf, type QuestionProps, typedIn } from './question-props.ts';

/** A number on a scale, chosen from its steps. */
export const RangeQuestionField = (props: QuestionProps<RangeQuestion>): VNode => (
  <SelectField
    {...frameOf(props)}
    value={typedIn(props.posted, props.question.id)}
    options={stepsOf(props.question).map((step) => ({ value: step, label: step }))}
    none="選択してください"
  />
);
