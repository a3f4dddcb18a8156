import type { VNode } from 'preact';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import type { DateParts } from '#functions/components/fields/date-field.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { daysLeftWords } from '#functions/staff/components/days-left.ts';
import { Funnel } from '#functions/staff/components/funnel.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { ResponseCurve } from '#functions/staff/components/response-curve.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { roundWord } from '#functions/staff/components/state-words.ts';
import { StepsTable } from '#functions/staff/components/steps-table.tsx';
import { dayOfInstant, daysBetween } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { type Action, may } from '#lib/core/permission/table.ts';
import { isCorrected } from '#lib/core/rounds/answer.ts';
import { responseCurve } from '#lib/core/rounds/curve.ts';
import { tally } from '#lib/core/rounds/progress.ts';
import { isEndable, isQuiet, isReleasableRound } from '#lib/core/rounds/round.ts';
import { EndForm } from './end-form.tsx';
import { ExtendForm } from './extend-form.tsx';
import type { RoundView } from './load-round.ts';
import { NoticeSummary } from './notice-summary.tsx';
import { PrefectureProgress } from './prefecture-progress.tsx';
import { StopForm, Stopped } from './stop-forms.tsx';

export interface RoundPageProps {
  readonly viewer: Viewer;
  readonly view: RoundView;
  readonly typedDue?: DateParts;
  readonly typedReason?: string;
  readonly problems?: readonly FieldProblem[];
  /** What was just done. */
  readonly said?: string | undefined;
}

/** How a round goes, and what can be done with it. */
export function RoundPage({ viewer, view, typedDue, typedReason, problems = [], said }: RoundPageProps): VNode {
  const { round, answers, prefecture, today, asOf } = view;
  const messages = messagesByField(problems);
  const counted = tally(answers);
  const path = `/s/rounds/${round.id}`;
  const does = (act: Action) => may(viewer.actor, act, { office: ownerOf(round) });
  return (
    <StaffLayout
      {...viewer}
      title={round.title}
      at="/s/rounds"
      up={[{ label: '調査', href: '/s/rounds' }]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>
        {round.title} <State word={roundWord(round, today)} />
      </h1>
      <p>
        {`回答期限 ${longDay(round.due)}`}
        {round.state === 'open' && `（${daysLeftWords(daysBetween(today, round.due))}）`}
        {round.release !== undefined && `・提供日 ${longDay(round.release)}`}
        {round.owner !== undefined && `・${prefectureName(round.owner)}の調査`}
        {prefecture !== undefined &&
          round.owner === undefined &&
          `・${prefectureName(prefecture)}の病院だけを表示しています`}
      </p>
      {round.state === 'stopped' && <Stopped viewer={viewer} round={round} may={does('round.stop')} />}
      {round.job !== undefined && does('job.see') && ['opening', 'releasing'].includes(round.state) && (
        <p>
          <a href={`/s/jobs/${round.job}`}>処理の進み具合を見る</a>
        </p>
      )}
      <p>
        <a href={`${path}/answers`}>回答の一覧を見る</a>
        {round.state !== 'preparing' && (
          <>
            {'　'}
            <a href={`${path}/exports`}>集計・ダウンロード</a>
          </>
        )}
      </p>
      <h2>進み具合</h2>
      <AsOf count={counted.asked} unit="病院" at={asOf} />
      <Funnel tally={counted} />
      <p>{`確認待ち${counted.toReview}病院・差戻し中${counted.returned}病院・回答不要${counted.waived}病院`}</p>
      {prefecture === undefined && round.owner === undefined && (
        <PrefectureProgress round={round.id} answers={answers} />
      )}
      {round.openedAt !== undefined && (
        <>
          <h2>提出の推移</h2>
          <ResponseCurve
            asked={counted.asked}
            opened={dayOfInstant(round.openedAt)}
            due={round.due}
            today={round.releasedAt === undefined ? today : dayOfInstant(round.releasedAt)}
            curve={responseCurve(answers)}
            past={view.past}
          />
        </>
      )}
      <h2>督促</h2>
      {isQuiet(round) && <NotificationBanner tone="warning" title="督促を休止しています" />}
      <StepsTable {...view} />
      {round.state === 'open' && does('round.remind') && (
        <p>
          <a href={`${path}/reminders`}>今すぐ送る・休止する</a>
        </p>
      )}
      <h2>メール</h2>
      <NoticeSummary view={view} linked={does('notice.see')} />
      {round.state === 'open' && does('round.extend') && (
        <ExtendForm viewer={viewer} round={round} typed={typedDue} problem={messages.get('due')} />
      )}
      {round.state === 'open' && does('round.stop') && (
        <StopForm viewer={viewer} round={round} typed={typedReason} problem={messages.get('stop-reason')} />
      )}
      {isEndable(round) && does('round.close') && (
        <EndForm viewer={viewer} round={round} owing={counted.owing} problem={messages.get('end-confirm')} />
      )}
      {isReleasableRound(round) && may(viewer.actor, 'round.release') && (
        <>
          <h2>回答の提供</h2>
          <p>
            {round.releaseProposal && `${round.releaseProposal.name}さんが提供の確認を頼んでいます。`}
            <a href={`${path}/release`}>提供する内容を確かめる</a>
          </p>
        </>
      )}
      {round.state === 'released' && may(viewer.actor, 'round.release') && (
        <Corrections round={round} answers={answers} path={path} />
      )}
    </StaffLayout>
  );
}

/** Answers that are corrected after the release, with the way to pass them on. */
function Corrections({
  round,
  answers,
  path,
}: Pick<RoundView, 'round' | 'answers'> & { readonly path: string }): VNode {
  const corrections = answers.filter(({ correction }) => correction !== undefined);
  const ready = corrections.filter(isCorrected);
  return (
    <>
      <h2>提供後の修正</h2>
      <p>
        {corrections.length === 0
          ? '修正を認めた回答はありません。回答のページで、病院ごとに認めることができます。'
          : `修正を認めた回答が${corrections.length}病院あり、うち${ready.length}病院は承認済で、まだ反映していません。`}
        {round.updateProposal && `${round.updateProposal.name}さんが更新の確認を頼んでいます。`}
      </p>
      {corrections.length > 0 && (
        <p>
          <a href={`${path}/update`}>提供した内容を更新する</a>
        </p>
      )}
    </>
  );
}
