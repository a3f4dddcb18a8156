import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { Pagination } from '#functions/components/pagination.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { DrainLine } from '#functions/staff/components/drain-line.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { noticeKindWords, noticeWords } from '#functions/staff/components/state-words.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { isRepeatable, isResendable, type Notice, noticeState } from '#lib/core/notices/notice.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { may } from '#lib/core/permission/table.ts';
import type { NoticesView } from './load-notices.ts';

export interface NoticesPageProps {
  readonly viewer: Viewer;
  readonly view: NoticesView;
  readonly problems: readonly FieldProblem[];
  readonly said: string | undefined;
}

/** The outbox: every mail of a round and what became of it. */
export function NoticesPage({ viewer, view, problems, said }: NoticesPageProps): VNode {
  const { rounds, round, state, all, found, notices, names, page, pages, asOf } = view;
  const sends = round !== undefined && may(viewer.actor, 'notice.resend', { office: ownerOf(round) });
  const hrefOf = (number: number) =>
    `/s/notices?${new URLSearchParams({ round: round?.id ?? '', state, page: String(number) })}`;
  return (
    <StaffLayout {...viewer} title="通知" at="/s/notices" invalid={problems.length > 0}>
      <ErrorSummary problems={problems} title="再送できませんでした" />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>通知</h1>
      {may(viewer.actor, 'wording.edit') && (
        <p>
          <a href="/s/letters">メールの文面を直す</a>
        </p>
      )}
      {rounds.length === 0 && (
        <p>
          ここには、{viewer.actor.kind === 'prefecture' ? '都道府県が自ら行う調査' : '調査'}
          のメールが並びます。まだありません。
        </p>
      )}
      <form method="get" action="/s/notices" class="filter">
        <SelectField
          id="round"
          label="調査"
          value={round?.id}
          options={rounds.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <SelectField
          id="state"
          label="状態"
          value={state}
          none="すべて"
          options={noticeState.options.map((value) => ({ value, label: noticeWords[value].label }))}
        />
        <Button>絞り込む</Button>
      </form>
      {state === 'unknown' && (
        <NotificationBanner tone="warning" title="送信結果不明のメールを再送する前に">
          <p>すでに届いているかもしれません。病院に電話などで確かめると、同じメールが二通届くことを避けられます。</p>
        </NotificationBanner>
      )}
      <div id="notices" tabIndex={-1}>
        <AsOf count={found} of={all.length} unit="通" at={asOf} />
        <DrainLine notices={all} asOf={asOf} />
        <DataTable
          caption="メールの一覧"
          captionHidden
          columns={[
            { label: '病院' },
            { label: '種類' },
            { label: '宛先' },
            { label: '状態' },
            { label: '日時', wide: true },
            { label: '備考' },
          ]}
          rows={notices.map((notice) => ({
            key: notice.id,
            cells: [
              names.get(notice.organisation) ?? notice.organisation,
              <a
                key="letter"
                href={`/s/notices/letter?${new URLSearchParams({ round: notice.round, notice: notice.id })}`}
              >
                {noticeKindWords[notice.kind]}
                <span class="visually-hidden">{`：${names.get(notice.organisation) ?? ''}への文面を見る`}</span>
              </a>,
              `${notice.toName} ${notice.to}`,
              <State key="state" word={noticeWords[notice.state]} />,
              longInstant(notice.sentAt ?? notice.createdAt),
              <NoticeActs
                key="acts"
                viewer={viewer}
                notice={notice}
                sends={sends}
                hospital={names.get(notice.organisation) ?? ''}
                asOf={asOf}
              />,
            ],
          }))}
          empty="この条件に合うメールはありません。"
        />
      </div>
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
    </StaffLayout>
  );
}

interface NoticeActsProps {
  readonly viewer: Viewer;
  readonly notice: Notice;
  /** Whether this person may send it again. */
  readonly sends: boolean;
  readonly hospital: string;
  readonly asOf: string;
}

/** What is noted of a mail, and what can be done with it. */
const NoticeActs = ({ viewer, notice, sends, hospital, asOf }: NoticeActsProps): VNode => (
  <>
    {notice.reason}
    {sends && isResendable(notice) && (
      <form method="post" action="/s/notices/resend">
        <HiddenFields fields={{ csrf: viewer.csrf, round: notice.round, notice: notice.id }} />
        <Button label={`${hospital}へ再送する`}>再送する</Button>
      </form>
    )}
    {sends && isRepeatable(notice) && (
      <form method="post" action="/s/notices/repeat">
        <HiddenFields
          fields={{
            csrf: viewer.csrf,
            round: notice.round,
            notice: notice.id,
            request: asOf.replace(/\D/g, ''),
          }}
        />
        <Button kind="text" label={`${hospital}へ同じ文面で送る`}>
          同じ文面で送る
        </Button>
      </form>
    )}
  </>
);
