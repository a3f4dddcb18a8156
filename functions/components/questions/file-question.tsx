import type { VNode } from 'preact';
import { FieldGroup } from '#functions/components/fields/field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import type { FileQuestion } from '#lib/core/survey/form.ts';
import { frameOf, type QuestionProps } from './question-props.ts';

/** Files that are already there are kept; files cannot be added on the page. */
export const FileQuestionField = (props: QuestionProps<FileQuestion>): VNode => {
  const { question, posted } = props;
  const ids = posted[question.id] ?? [];
  return (
    <FieldGroup {...frameOf(props)}>
      {ids.map((id) => (
        <HiddenFields key={id} fields={{ [question.id]: id }} />
      ))}
      <p id={question.id}>
        {ids.length > 0 ? `${ids.length}個のファイルがあります。` : ''}
        写真や書類は、問い合わせ先へお送りください。この画面からは添付できません。
      </p>
    </FieldGroup>
  );
};
