import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { messagesByField } from '#functions/components/error-summary.tsx';
import { DateField, partsOfDay } from '#functions/components/fields/date-field.tsx';
import { TextArea } from '#functions/components/fields/text-area.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { may } from '#lib/core/permission/table.ts';
import { isCorrected } from '#lib/core/rounds/answer.ts';
import { usualCorrectionDay } from '#lib/core/rounds/correction-steps.ts';
import { takesCorrections } from '#lib/core/rounds/takes-answer.ts';
import { reasonLimit } from '#lib/usecases/review-answer.ts';
import type { AnswerPageProps } from './answer-page.tsx';

/** Letting one answer be corrected after its round was released or ended: that it is, and how its office begins and takes it back. */
export function CorrectionForms({ viewer, view, request, problems, typedLeave }: AnswerPageProps): VNode | null {
  const { round, file } = view;
  const { answer } = file;
  const { correction } = answer;
  const mayCorrect = may(viewer.actor, 'answer.correct', { office: ownerOf(round) });
  if (!takesCorrections(round) || (!correction && !mayCorrect)) return null;
  const path = `/s/rounds/${round.id}/answers/${answer.organisation}/correction`;
  const hidden = <HiddenFields fields={{ csrf: viewer.csrf, request }} />;
  const messages = messagesByField(problems);
  const wrong = { reason: messages.get('correction-reason'), due: messages.get('correction-due') };
  const released = round.state === 'released';
  if (correction) {
    return (
      <NotificationBanner tone="info" title={`${released ? '提供' : '終了'}後の修正を受け付けています`}>
        <p>{`${longInstant(correction.at)}に${correction.by}さんが認めました。理由：`}</p>
        <p class="lines">{correction.reason}</p>
        {correction.due !== undefined && <p>{`回答期限：${longDay(correction.due)}`}</p>}
        <p>{stageWords(isCorrected(answer), answer.revision > correction.revision, released)}</p>
        {released && may(viewer.actor, 'round.release') && (
          <p>
            <a href={`/s/rounds/${round.id}/update`}>提供後の修正をまとめて見る</a>
          </p>
        )}
        {answer.revision === correction.revision && mayCorrect && (
          <form method="post" action={`${path}/end`}>
            {hidden}
            <p class="buttons">
              <Button>修正の受付を取りやめる</Button>
            </p>
          </form>
        )}
      </NotificationBanner>
    );
  }
  if (answer.state === 'waived') return null;
  return (
    <details open={typedLeave !== undefined}>
      <summary>{`${released ? '提供' : '終了'}後の修正を認める`}</summary>
      <form method="post" action={path} novalidate class="narrow">
        {hidden}
        <p>
          {`この病院だけが、回答を直してもう一度提出できるようになり、都道府県が承認します。${released ? '提供した内容は、そのあと二人で更新を確かめるまで変わりません。' : ''}再提出されるまで、この病院の回答は集計・ダウンロードに含まれません。`}
        </p>
        <TextArea
          id="correction-reason"
          label="修正を認める理由"
          required
          help="病院へのメールにそのまま書かれます。患者や個人が分かることは書かないでください。"
          limit={reasonLimit}
          value={typedLeave?.reason ?? ''}
          problem={wrong.reason}
        />
        <DateField
          id="correction-due"
          label="修正の回答期限"
          required
          help="病院へのメールに書かれ、3日前・1日前・1日後に督促が送られます（閉庁日に当たるときは、その前後の開庁日）。"
          value={typedLeave?.due ?? partsOfDay(usualCorrectionDay(view.asOf))}
          problem={wrong.due}
        />
        <p class="buttons">
          <Button>修正を認める</Button>
        </p>
      </form>
    </details>
  );
}

function stageWords(corrected: boolean, submitted: boolean, released: boolean): string {
  if (corrected) return released ? '承認済です。提供した内容には、まだ反映していません。' : '承認済です。';
  return submitted ? '修正した回答が提出され、都道府県の確認を待っています。' : '病院からの再提出を待っています。';
}
