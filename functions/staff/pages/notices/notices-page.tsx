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
import { outboxPage, outboxTitle, outboxWords } from '#functions/staff/components/outbox-words.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { noticeKindWords, noticeWords } from '#functions/staff/components/state-words.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { isRepeatable, isResendable, type Notice, noticeState } from '#lib/core/notices/notice.ts';
import { may } from '#lib/core/permission/table.ts';
import type { NoticesView } from './load-notices.ts';

export interface NoticesPageProps {
  readonly viewer: Viewer;
  readonly view: NoticesView;
  readonly problems: readonly FieldProblem[];
  readonly said: string | undefined;
}

/** The outbox: every mail of a round, a document or an announcement, and what became of it. */
export function NoticesPage({ viewer, view, problems, said }: NoticesPageProps): VNode {
  const { outboxes, outbox, undecided, state, all, found, notices, names, page, pages, asOf } = view;
  const sends = outbox !== undefined && may(viewer.actor, 'notice.resend', { office: outbox.office });
  const prefecture = viewer.actor.kind === 'prefecture';
  const nameOf = ({ organisation, toName }: Notice) =>
    organisation === '' ? toName || '（削除済み）' : (names.get(organisation) ?? organisation);
  const hrefOf = (number: number) =>
    `/s/notices?${new URLSearchParams({ round: outbox?.id ?? '', state, page: String(number) })}`;
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
      <Undecided undecided={undecided} />
      {outboxes.length > 0 && (
        <form method="get" action="/s/notices" class="filter">
          <SelectField
            id="round"
            label={prefecture ? '調査・文書' : '調査・文書・お知らせ'}
            value={outbox?.id}
            options={outboxes.map((one) => ({ value: one.id, label: outboxTitle(one) }))}
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
      )}
      {outbox && (
        <p>
          <a href={outboxPage(outbox)}>{`この${outboxWords[outbox.kind]}のページへ`}</a>
        </p>
      )}
      {sends && state === 'unknown' && found > 0 && (
        <NotificationBanner tone="warning" title="送信結果不明のメールを再送する前に">
          <p>すでに届いているかもしれません。宛先に電話などで確かめると、同じメールが二通届くことを避けられます。</p>
        </NotificationBanner>
      )}
      <div id="notices" tabIndex={-1}>
        {outboxes.length === 0 ? (
          <p>
            ここには、{prefecture ? '都道府県が自ら行う調査と、県内の病院に送る文書' : '調査、文書、お知らせ'}
            のメールが並びます。まだありません。
          </p>
        ) : (
          <>
            <AsOf count={found} of={all.length} unit="通" at={asOf} />
            <DrainLine notices={all} asOf={asOf} />
            <DataTable
              caption="メールの一覧"
              captionHidden
              columns={[
                { label: heads[outbox?.kind ?? 'round'] },
                { label: '種類' },
                { label: '宛先' },
                { label: '状態' },
                { label: '日時', wide: true },
                { label: '備考' },
              ]}
              rows={notices.map((notice) => ({
                key: notice.id,
                cells: [
                  nameOf(notice),
                  <a
                    key="letter"
                    href={`/s/notices/letter?${new URLSearchParams({ round: notice.round, notice: notice.id })}`}
                  >
                    {noticeKindWords[notice.kind]}
                    <span class="visually-hidden">{`：${nameOf(notice)}への文面を見る`}</span>
                  </a>,
                  notice.organisation === '' ? notice.to : `${notice.toName} ${notice.to}`,
                  <State key="state" word={noticeWords[notice.state]} />,
                  longInstant(notice.sentAt ?? notice.createdAt),
                  <NoticeActs
                    key="acts"
                    viewer={viewer}
                    notice={notice}
                    sends={sends}
                    whom={nameOf(notice)}
                    asOf={asOf}
                  />,
                ],
              }))}
              empty="この条件に合うメールはありません。"
            />
          </>
        )}
      </div>
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
    </StaffLayout>
  );
}

/** What whoever a mail went to is called, by what it belongs to. */
const heads = { round: '病院', document: '配布先', announcement: '氏名' } as const;

/** Where mails wait for a person to decide, for they may be of something else than what is listed. */
const Undecided = ({ undecided }: Pick<NoticesView, 'undecided'>): VNode | null =>
  undecided.length === 0 ? null : (
    <NotificationBanner tone="warning" title="送信結果不明のメールがあります">
      <p>自動では確かめられませんでした。再送するかどうかを決めてください。</p>
      <ul>
        {undecided.map(({ outbox, count }) => (
          <li key={outbox.id}>
            <a href={`/s/notices?${new URLSearchParams({ round: outbox.id, state: 'unknown' })}`}>
              {`${outboxTitle(outbox)}（${count.toLocaleString('en')}通）`}
            </a>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );

interface NoticeActsProps {
  readonly viewer: Viewer;
  readonly notice: Notice;
  /** Whether this person may send it again. */
  readonly sends: boolean;
  /** Whom it is to. */
  readonly whom: string;
  readonly asOf: string;
}

/** What is noted of a mail, and what can be done with it. */
const NoticeActs = ({ viewer, notice, sends, whom, asOf }: NoticeActsProps): VNode => (
  <>
    {notice.reason}
    {sends && isResendable(notice) && (
      <form method="post" action="/s/notices/resend">
        <HiddenFields fields={{ csrf: viewer.csrf, round: notice.round, notice: notice.id }} />
        <Button label={`${whom}へ再送する`}>再送する</Button>
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
        <Button kind="text" label={`${whom}へ同じ文面で送る`}>
          同じ文面で送る
        </Button>
      </form>
    )}
  </>
);
