import type { VNode } from 'preact';
import { TextField } from '#functions/components/fields/text-field.tsx';
import type { DateTimeQuestion, TimeQuestion } from '#lib/core/survey/form.ts';
import { frameOf, type QuestionProps, typedIn } from './question-props.ts';

/** How moments are typed, with an example. */
export const momentExample = { time: '例：14:03', 'date-time': '例：2027/4/1 14:03' } as const;

/** A time of day, or a day and time, in JST. */
export const MomentQuestionField = (props: QuestionProps<TimeQuestion | DateTimeQuestion>): VNode => {
  const { question, posted } = props;
  const frame = frameOf(props);
  const example = momentExample[question.kind];
  return (
    <TextField
      {...frame}
      help={frame.help ? `${frame.help}\n${example}` : example}
      value={typedIn(posted, question.id)}
      size={question.kind === 'time' ? 8 : 24}
      tidy
      readOnly={question.readOnly}
    />
  );
};
