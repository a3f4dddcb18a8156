import type { VNode } from 'preact';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Choice, Disputed } from '#lib/usecases/workbook/plan-workbook.ts';
import { keepField } from './upload-fields.ts';

export interface DisputeFieldsProps {
  readonly disputed: readonly Disputed[];
  readonly choices: ReadonlyMap<string, Choice>;
  readonly messages: ReadonlyMap<string, string>;
}

/** Questions that both the file and somebody else changed: both answers are shown, and a person decides. */
export function DisputeFields({ disputed, choices, messages }: DisputeFieldsProps): VNode | null {
  if (disputed.length === 0) return null;
  return (
    <>
      <h2>どちらの回答を残すか選んでください</h2>
      <p>調査票をダウンロードした後に、院内のほかの方も変えた設問です。どちらの回答も失われていません。</p>
      {disputed.map(({ question, mine, theirs, by, at }) => {
        const chosen = choices.get(question.id);
        return (
          <ChoiceField
            key={question.id}
            id={keepField(question.id)}
            label={question.label}
            required
            problem={messages.get(keepField(question.id))}
            chosen={chosen === undefined ? [] : [chosen]}
            options={[
              { value: 'mine', label: 'ファイルの回答', hint: mine },
              {
                value: 'theirs',
                label: `${by === '' ? '院内のほかの方' : `${by}さん`}が保存した回答${at === '' ? '' : `（${longInstant(at)}）`}`,
                hint: theirs,
              },
            ]}
          />
        );
      })}
    </>
  );
}
