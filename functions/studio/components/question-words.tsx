import type { VNode } from 'preact';
import { conditionText } from '#lib/core/survey/compose/condition-text.ts';
import { KINDS } from '#lib/core/survey/compose/question-kinds.ts';
import type { Column, Condition, Form, Question } from '#lib/core/survey/form.ts';

/** What a question asks, and what tells it from others. */
export const Words = ({ question }: { question: Question | Column }): VNode => (
  <p class="part__words">
    <strong class="lines">{question.label}</strong>
    <span class="hint">
      {[KINDS[question.kind].label, question.required ? '必須' : '', detailOf(question), `ID ${question.id}`]
        .filter(Boolean)
        .join('・')}
    </span>
  </p>
);

/** What tells a question from another of its kind, in a few words. */
function detailOf(question: Question | Column): string {
  switch (question.kind) {
    case 'choice':
    case 'choices':
    case 'rank':
      return `選択肢${question.choices.length}個`;
    case 'integer':
    case 'decimal':
      return `${question.min}から${question.max}${question.unit}`;
    case 'text':
    case 'long-text':
      return `${question.maxLength}文字まで`;
    case 'table':
      return `${question.columns.length}列・${question.maxRows}行まで`;
    case 'date':
    case 'time':
    case 'date-time':
    case 'range':
    case 'file':
    case 'note':
    case 'calculate':
      return '';
  }
}

/** When a part is shown; nothing where it always is. */
export const When = ({ form, when }: { form: Form; when: Condition | undefined }): VNode | null =>
  when === undefined ? null : <p class="part__when">{`表示する条件：${conditionText(form, when)}`}</p>;
