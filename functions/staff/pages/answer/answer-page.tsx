import type { VNode } from 'preact';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import type { DateParts } from '#functions/components/fields/date-field.tsx';
import { heardWords } from '#functions/components/heard-words.ts';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { answerWords } from '#functions/staff/components/state-words.ts';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import { may } from '#lib/core/permission/table.ts';
import { isEditable, owes } from '#lib/core/rounds/answer.ts';
import { dueOf } from '#lib/core/rounds/correction.ts';
import { takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import type { Decision } from '#lib/usecases/review-answer.ts';
import { AnswerHistory } from './answer-history.tsx';
import { AnswerSections } from './answer-sections.tsx';
import { CorrectionForms } from './correction-forms.tsx';
import type { AnswerView } from './load-answer.ts';
import { ReviewForms } from './review-forms.tsx';

export interface AnswerPageProps {
  readonly viewer: Viewer;
  readonly view: AnswerView;
  /** Id of the next press of a button. */
  readonly request: string;
  readonly problems: readonly FieldProblem[];
  readonly typed?: Decision;
  /** What was typed to let it be corrected, before it was refused. */
  readonly typedLeave?: { readonly reason: string; readonly due: DateParts };
  readonly said: string | undefined;
}

/** One hospital's answer whole, with last time's beside it, and what its reviewer can decide. */
export function AnswerPage(props: AnswerPageProps): VNode {
  const { viewer, view, problems, said } = props;
  const { round, file, hospital, revision, asOf } = view;
  const { answer } = file;
  const contact = hospital?.contacts[0];
  const open = takesAnswer(round, answer) && isEditable(answer.state) && may(viewer.actor, 'answer.hear', answer);
  const path = `/s/rounds/${round.id}`;
  return (
    <StaffLayout
      {...viewer}
      title={answer.name}
      at="/s/rounds"
      up={[
        { label: '調査', href: '/s/rounds' },
        { label: round.title, href: path },
        { label: '回答の一覧', href: `${path}/answers` },
      ]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>
        {answer.name} <State word={answerWords[answer.state]} />
      </h1>
      <SummaryList
        rows={[
          { key: '調査', value: `${round.title}（期限 ${longDay(dueOf(round, answer))}）` },
          { key: '都道府県', value: prefectureName(answer.prefecture) },
          {
            key: '提出',
            value:
              answer.submittedAt === undefined
                ? 'まだ提出されていません'
                : `${longInstant(answer.submittedAt)}（第${answer.revision}回・${answer.heardBy === undefined ? (answer.submittedBy ?? '') : heardWords(answer.heardBy)}）`,
          },
          { key: '担当者', value: contact ? [contact.department, contact.name].filter(Boolean).join(' ') : '登録なし' },
          { key: '電話', value: contact?.telephone ?? answer.telephone ?? '登録なし' },
          ...(answer.returned
            ? [{ key: '差戻しの理由', value: answer.returned.reason || '病院が、電話で聞き取った内容を訂正しています' }]
            : []),
          ...(answer.waivedFor === undefined ? [] : [{ key: '回答不要の理由', value: answer.waivedFor }]),
        ]}
      />
      {takesAnswer(round, answer) && owes(answer.state) && may(viewer.actor, 'contact.change', answer) && (
        <p>
          <a href={`${path}/answers/${answer.organisation}/hand-over`}>担当者を引き継ぐ（リンクを送り直す）</a>
        </p>
      )}
      {revision === 0 && (
        <NotificationBanner tone="warning" title="提出前の内容です">
          <p>病院が入力している途中です。変わることがあります。</p>
        </NotificationBanner>
      )}
      <p>
        <a href="#review">内容の確認を終えて、結果を決める</a>
      </p>
      {open && (
        <p>
          <a href={`${path}/answers/${answer.organisation}/telephone`}>電話で聞き取った回答を入力する</a>
        </p>
      )}
      <AnswerSections view={view} />
      <ReviewForms {...props} />
      <CorrectionForms {...props} />
      <AnswerHistory view={view} />
      <p class="as-of">{`${longInstant(asOf)}現在`}</p>
    </StaffLayout>
  );
}
