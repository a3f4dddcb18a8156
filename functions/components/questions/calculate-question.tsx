import type { VNode } from 'preact';
import type { CalculateQuestion } from '#lib/core/survey/form.ts';
import type { QuestionProps } from './question-props.ts';

/** A value worked out from what was saved; nothing where it cannot be worked out or is not meant to be seen. */
export const CalculateQuestionField = ({
  question,
  calculated,
  when,
}: QuestionProps<CalculateQuestion>): VNode | null =>
  calculated && question.label ? (
    <p class="field" data-when={when}>
      <span class="field__label">{question.label}</span>
      <output>{calculated}</output>
      <span class="hint">　（保存した内容から計算しています）</span>
    </p>
  ) : null;
