import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { messagesByField } from '#functions/components/error-summary.tsx';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { TextArea } from '#functions/components/fields/text-area.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { may } from '#lib/core/permission/table.ts';
import { isEditable, isReviewable } from '#lib/core/rounds/answer.ts';
import { takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import { reasonLimit } from '#lib/usecases/review-answer.ts';
import type { AnswerPageProps } from './answer-page.tsx';

/** What this person can decide of this answer now; says so when there is nothing to decide. */
export function ReviewForms({ viewer, view, request, problems, typed }: AnswerPageProps): VNode {
  const { round, form, file } = view;
  const { answer } = file;
  const said = messagesByField(problems);
  const act = (name: string) => `/s/rounds/${round.id}/answers/${answer.organisation}/${name}`;
  const hidden = <HiddenFields fields={{ csrf: viewer.csrf, request, revision: answer.revision }} />;
  const open = takesAnswer(round, answer);
  const approve = open && isReviewable(answer.state) && may(viewer.actor, 'answer.approve', answer);
  const back =
    (isReviewable(answer.state) || answer.state === 'approved') && may(viewer.actor, 'answer.return', answer);
  const waive = open && isEditable(answer.state) && may(viewer.actor, 'answer.waive', answer);
  return (
    <div id="review" tabIndex={-1}>
      {!approve && !back && !waive && <p>いま決められることはありません。</p>}
      {approve && (
        <form method="post" action={act('approve')}>
          <h2>承認する</h2>
          {hidden}
          <p>上の内容を確かめてから承認してください。病院にメールで知らせます。</p>
          <p class="buttons">
            <Button kind="primary">承認する</Button>
          </p>
        </form>
      )}
      {back && (
        <details open={typed?.kind === 'return'}>
          <summary>差し戻す</summary>
          <form method="post" action={act('return')} novalidate class="narrow">
            {hidden}
            <ChoiceField
              id="sections"
              label="確認してもらう項目"
              required={false}
              many
              chosen={typed?.kind === 'return' ? typed.sections : []}
              options={form.sections.map(({ id, title }) => ({ value: id, label: title }))}
              problem={said.get('sections')}
            />
            <TextArea
              id="return-reason"
              label="差し戻す理由"
              required
              help="病院へのメールにそのまま書かれます。患者や個人が分かることは書かないでください。"
              limit={reasonLimit}
              value={typed?.kind === 'return' ? typed.reason : ''}
              problem={said.get('return-reason')}
            />
            <p class="buttons">
              <Button>差し戻す</Button>
            </p>
          </form>
        </details>
      )}
      {waive && (
        <details open={typed?.kind === 'waive'}>
          <summary>回答を不要とする</summary>
          <form method="post" action={act('waive')} novalidate class="narrow">
            {hidden}
            <TextArea
              id="waive-reason"
              label="回答を不要とする理由"
              required
              help="例：閉院した、統合された。督促は送られなくなります。"
              limit={reasonLimit}
              value={typed?.kind === 'waive' ? typed.reason : ''}
              problem={said.get('waive-reason')}
            />
            <p class="buttons">
              <Button kind="danger">回答を不要とする</Button>
            </p>
          </form>
        </details>
      )}
    </div>
  );
}
