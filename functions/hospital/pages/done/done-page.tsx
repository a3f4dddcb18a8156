import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import { SurveyLayout } from '../../components/survey-layout.tsx';
import type { SurveyView } from '../../components/survey-view.ts';

/** What was submitted when, and what happens next. */
export function DonePage({ view }: { readonly view: SurveyView }): VNode {
  const { round, file } = view;
  const { submittedAt = '', submittedBy, revision } = file.answer;
  return (
    <SurveyLayout view={view} title="提出しました">
      <h1>提出しました</h1>
      <NotificationBanner tone="success" title={`${round.title}への回答を受け付けました。`} live>
        <p>{`${file.answer.name}　${longInstant(submittedAt)}${submittedBy ? `（${submittedBy}）` : ''}${revision > 1 ? `　${revision}回目の提出` : ''}`}</p>
      </NotificationBanner>
      <h2>このあとの流れ</h2>
      <ol>
        <li>受付のお知らせを、メールでお送りします。</li>
        <li>都道府県が内容を確認します。直していただきたいところがあれば、メールでお知らせします。</li>
        {round.release !== undefined && <li>{`${longDay(round.release)}に、条件の合う連携元病院へ提供します。`}</li>}
      </ol>
      <p>{`お問い合わせ：${round.office.name}　${round.office.telephone}`}</p>
      <div class="buttons">
        <LinkButton href={view.addresses.check}>提出した回答を見る・印刷する</LinkButton>
      </div>
    </SurveyLayout>
  );
}
