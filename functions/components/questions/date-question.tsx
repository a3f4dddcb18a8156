import type { VNode } from 'preact';
import { DateField } from '#functions/components/fields/date-field.tsx';
import type { DateQuestion } from '#lib/core/survey/form.ts';
import { frameOf, type QuestionProps, typedIn } from './question-props.ts';

const example = '例：2027年4月1日。「令和9年4月1日」のように年の欄にまとめて入力することもできます。';

/** A day in three fields; a whole day that was typed or pasted into one of them stays there until it is read. */
export const DateQuestionField = (props: QuestionProps<DateQuestion>): VNode => {
  const { question, posted } = props;
  const frame = frameOf(props);
  const part = (name: string) => typedIn(posted, `${question.id}-${name}`);
  return (
    <DateField
      {...frame}
      help={frame.help ? `${frame.help}\n${example}` : example}
      value={{ year: part('year') || typedIn(posted, question.id), month: part('month'), day: part('day') }}
      readOnly={question.readOnly}
    />
  );
};
