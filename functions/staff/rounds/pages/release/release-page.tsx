import type { VNode } from 'preact';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { ReleasePreview } from '#lib/usecases/preview-release.ts';
import { Turn } from '../../two-people/turn.tsx';
import type { ReleaseView } from './load-release.ts';
import { releaseWords } from './release-words.ts';

export interface ReleasePageProps {
  readonly viewer: Viewer;
  readonly view: ReleaseView;
  readonly release: ReleasePreview;
  readonly problems: readonly FieldProblem[];
}

/** Hands the answers on, by two people: what will be passed on and to how many, and the button of whoever's turn it is. */
export function ReleasePage({ viewer, view, release, problems }: ReleasePageProps): VNode {
  const { round, today } = view;
  const path = `/s/rounds/${round.id}/release`;
  return (
    <StaffLayout
      {...viewer}
      title="回答を提供する"
      at="/s/rounds"
      up={[
        { label: '調査', href: '/s/rounds' },
        { label: round.title, href: `/s/rounds/${round.id}` },
      ]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      <h1>回答を提供する</h1>
      <p>{round.title}</p>
      <p>提供は二人で行います。一人が内容を確かめて依頼し、別の担当者が同じ内容を確かめると、提供されます。</p>
      {today <= round.due && (
        <NotificationBanner tone="warning" title="回答期限がまだ過ぎていません">
          <p>{`期限は${longDay(round.due)}です。提供すると、その後は回答を受け付けません。`}</p>
        </NotificationBanner>
      )}
      <SummaryList
        rows={[
          { key: '提供する回答', value: `${release.passedOn}病院（うち都道府県の承認前 ${release.unapproved}病院）` },
          { key: '提供しない病院', value: `${release.leftOut}病院（未提出・差戻し中・回答不要）` },
          { key: '知らせる病院', value: `最大${release.informed}病院（合う相手のない病院には送りません）` },
          { key: 'アドレスのない病院', value: `${release.withoutAddress}病院` },
        ]}
      />
      {view.empty ? (
        <p>提供できる回答はまだありません。</p>
      ) : (
        <Turn
          csrf={viewer.csrf}
          path={path}
          words={releaseWords}
          before={view}
          proposal={round.releaseProposal}
          seen={`${release.passedOn}病院の回答を提供することを確かめました`}
          button="回答を提供する"
          problem={messagesByField(problems).get('confirm')}
        />
      )}
    </StaffLayout>
  );
}
