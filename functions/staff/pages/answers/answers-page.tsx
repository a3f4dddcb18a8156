import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { Pagination } from '#functions/components/pagination.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { isReviewable } from '#lib/core/rounds/answer.ts';
import { isAnswerable } from '#lib/core/rounds/round.ts';
import { AnswersFilter } from './answers-filter.tsx';
import { AnswersTable } from './answers-table.tsx';
import type { AnswersView } from './load-answers.ts';

export interface AnswersPageProps {
  readonly viewer: Viewer;
  readonly view: AnswersView;
  readonly request: string;
  readonly problems: readonly FieldProblem[];
  readonly said: string | undefined;
}

/** A round's answers as a table: the nation to the ministry, its own hospitals to a prefecture, who may approve many at once. */
export function AnswersPage({ viewer, view, request, problems, said }: AnswersPageProps): VNode {
  const { round, confined, prefecture, state, all, found, answers, page, pages, asOf } = view;
  const path = `/s/rounds/${round.id}`;
  const query = (number: number) =>
    `${path}/answers?${new URLSearchParams({ prefecture, state, page: String(number) })}`;
  const choosing =
    confined !== undefined && isAnswerable(round) && answers.some((answer) => isReviewable(answer.state));
  const table = <AnswersTable view={view} choosing={choosing} />;
  return (
    <StaffLayout
      {...viewer}
      title="回答の一覧"
      at="/s/rounds"
      up={[
        { label: '調査', href: '/s/rounds' },
        { label: round.title, href: path },
      ]}
      invalid={problems.length > 0}
      scripts={choosing ? ['tick-all'] : []}
    >
      <ErrorSummary problems={problems} title="承認できなかったものがあります" />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>回答の一覧</h1>
      <p>{round.title}</p>
      <AnswersFilter action={`${path}/answers`} view={view} />
      <AsOf count={found} of={all} unit="病院" at={asOf} />
      {choosing ? (
        <form method="post" action={`${path}/approve?${new URLSearchParams({ state })}`} id="answers" tabIndex={-1}>
          <HiddenFields fields={{ csrf: viewer.csrf, request }} />
          {table}
          <p class="buttons">
            <Button kind="primary">選んだ回答を承認する</Button>
          </p>
        </form>
      ) : (
        table
      )}
      <Pagination page={page} pages={pages} hrefOf={query} />
    </StaffLayout>
  );
}
