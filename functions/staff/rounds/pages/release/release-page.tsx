import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { Tick } from '#functions/components/fields/choice-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { ReleasePreview } from '#lib/usecases/preview-release.ts';

export interface ReleasePageProps {
  readonly viewer: Viewer;
  readonly round: Round;
  readonly release: ReleasePreview;
  readonly today: string;
  readonly problems: readonly FieldProblem[];
}

/** Hands the answers on: what will be passed on and to how many, then the button. */
export function ReleasePage({ viewer, round, release, today, problems }: ReleasePageProps): VNode {
  const path = `/s/rounds/${round.id}`;
  const problem = messagesByField(problems).get('confirm');
  return (
    <StaffLayout
      {...viewer}
      title="回答を提供する"
      at="/s/rounds"
      up={[
        { label: '調査', href: '/s/rounds' },
        { label: round.title, href: path },
      ]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      <h1>回答を提供する</h1>
      <p>{round.title}</p>
      <form method="post" action={`${path}/release`} novalidate>
        <HiddenFields fields={{ csrf: viewer.csrf, passedOn: release.passedOn }} />
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
        {release.passedOn === 0 && problem === undefined ? (
          <p>提供できる回答はまだありません。</p>
        ) : (
          <>
            <Tick id="confirm" label={`${release.passedOn}病院の回答を提供することを確かめました`} problem={problem} />
            <p class="buttons">
              <Button kind="primary">回答を提供する</Button>
            </p>
          </>
        )}
      </form>
    </StaffLayout>
  );
}
