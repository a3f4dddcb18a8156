import type { VNode } from 'preact';
import { TextArea } from '#functions/components/fields/text-area.tsx';
import { grouped } from '#lib/core/survey/display.ts';
import type { LongTextQuestion } from '#lib/core/survey/form.ts';
import { frameOf, type QuestionProps, typedIn } from './question-props.ts';

/** A text of several lines, with its limit in words. */
export const LongTextQuestionField = (props: QuestionProps<LongTextQuestion>): VNode => {
  const { question, posted } = props;
  const frame = frameOf(props);
  const limit = `${grouped(String(question.maxLength))}文字まで`;
  return (
    <TextArea
      {...frame}
      help={frame.help ? `${frame.help}\n${limit}` : limit}
      value={typedIn(posted, question.id)}
      rows={question.maxLength > 200 ? 6 : 3}
      limit={question.maxLength}
      readOnly={question.readOnly}
    />
  );
};
