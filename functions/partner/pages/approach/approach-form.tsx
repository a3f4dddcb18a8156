import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { messagesByField } from '#functions/components/error-summary.tsx';
import { TextArea } from '#functions/components/fields/text-area.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { type Approach, isOpenedBy } from '#lib/core/approaches/approach.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { messageLimit } from '#lib/usecases/start-approach.ts';
import type { TypedMessage } from '../sheet/get-sheet.tsx';
import { approachWord } from './approach-word.ts';

export interface ApproachFormProps {
  readonly action: string;
  readonly csrf: string;
  readonly round: string;
  readonly approach: Approach | undefined;
  /** The hospital that looks at the page. */
  readonly own: string;
  readonly closed: boolean;
  readonly typed: TypedMessage | undefined;
}

/** 相談したい: the message to a partner, or how the conversation with it stands. */
export function ApproachForm({ action, csrf, round, approach, own, closed, typed }: ApproachFormProps): VNode | null {
  if (approach) {
    return (
      <section>
        <h2>相談</h2>
        <p>
          {isOpenedBy(approach, own)
            ? `${longInstant(approach.startedAt)}に相談を申し込みました。現在の状態は「${approachWord[approach.state]}」です。`
            : `${longInstant(approach.startedAt)}に相談が届いています。現在の状態は「${approachWord[approach.state]}」です。`}
        </p>
        <p>
          <a href={`/h/rounds/${round}/approaches`}>相談の状況を見る</a>
        </p>
      </section>
    );
  }
  if (closed) return null;
  return (
    <section class="approach-form" aria-labelledby="approach-title">
      <h2 id="approach-title">相談したい</h2>
      <p>相手の担当者に、次の内容と貴院の担当者の連絡先をメールで送ります。ほかの病院には知らされません。</p>
      <form method="post" action={action} novalidate>
        <HiddenFields fields={{ csrf }} />
        <TextArea
          id="message"
          label="相談の内容"
          required
          help={`希望する診療科、時期、人数などを${messageLimit}文字以内でお書きください。`}
          value={typed?.message}
          rows={6}
          limit={messageLimit}
          problem={messagesByField(typed?.problems ?? []).get('message')}
        />
        <div class="buttons">
          <Button kind="primary">相談を申し込む</Button>
        </div>
      </form>
    </section>
  );
}
