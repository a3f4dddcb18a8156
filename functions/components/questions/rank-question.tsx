import type { VNode } from 'preact';
import { FieldGroup } from '#functions/components/fields/field.tsx';
import { Select } from '#functions/components/fields/select-field.tsx';
import type { RankQuestion } from '#lib/core/survey/form.ts';
import { frameOf, type QuestionProps } from './question-props.ts';

/** All choices in order: one pull-down a place, which needs no dragging. */
export const RankQuestionField = (props: QuestionProps<RankQuestion>): VNode => {
  const { question, posted } = props;
  const options = question.choices.map(({ code, label }) => ({ value: code, label }));
  return (
    <FieldGroup {...frameOf(props)}>
      {options.map((option, at) => (
        <div key={option.value} class="with-unit rank">
          <span aria-hidden="true">{`${at + 1}位`}</span>
          <Select
            id={at === 0 ? question.id : `${question.id}-${at}`}
            name={question.id}
            label={`${at + 1}位`}
            value={posted[question.id]?.[at]}
            options={options}
            none="選択してください"
          />
        </div>
      ))}
    </FieldGroup>
  );
};
