import type { VNode } from 'preact';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { otherId } from '#lib/core/survey/answer.ts';
import type { ChoiceQuestion, ChoicesQuestion } from '#lib/core/survey/form.ts';
import { frameOf, type QuestionProps, typedIn } from './question-props.ts';

/** Above so many choices of one, a pull-down. */
const mostRadios = 12;

/** One or several out of choices, with the text that explains その他. */
export const ChoiceQuestionField = (props: QuestionProps<ChoiceQuestion | ChoicesQuestion>): VNode => {
  const { question, posted, problems } = props;
  const chosen = posted[question.id] ?? [];
  const choices = props.choices ?? question.choices;
  const options = choices.map(({ code, label, hint }) => ({ value: code, label, hint }));
  const detailId = otherId(question.id);
  const detail = (
    <TextField
      id={detailId}
      label="その他の内容"
      value={typedIn(posted, detailId)}
      problem={problems.get(detailId)}
      when={
        question.otherCode === undefined
          ? undefined
          : JSON.stringify({ question: question.id, includes: question.otherCode })
      }
    />
  );
  if (question.kind === 'choice' && choices.length > mostRadios) {
    return (
      <>
        <SelectField {...frameOf(props)} options={options} value={chosen[0]} none="選択してください" />
        {question.otherCode !== undefined && detail}
      </>
    );
  }
  return (
    <ChoiceField
      {...frameOf(props)}
      options={options}
      chosen={chosen}
      many={question.kind === 'choices'}
      alone={question.kind === 'choices' ? question.noneCode : undefined}
      readOnly={question.readOnly}
      {...(question.otherCode === undefined ? {} : { detail: { value: question.otherCode, children: detail } })}
    />
  );
};
