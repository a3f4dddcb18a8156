import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ProgressBar } from '#functions/components/progress-bar.tsx';
import { DrainLine } from '#functions/staff/components/drain-line.tsx';
import { UnknownMails } from '#functions/staff/components/unknown-mails.tsx';
import { outboxOf } from '#lib/core/announcements/announcement.ts';
import { totalOf } from '#lib/core/announcements/domain-report.ts';
import type { AnnouncementView } from './load-announcement.ts';
import { reportColumns } from './report-columns.ts';

/** How far the sending is, and what became of the mails by mail domain. */
export function Report({ view }: { readonly view: AnnouncementView }): VNode {
  const { announcement, mails, report, asOf } = view;
  const { id, state, counted = 0, laidDown } = announcement;
  const total = totalOf(report);
  const lines = [{ domain: '合計', ...total }, ...report];
  return (
    <>
      <h2>送信の様子</h2>
      {state === 'sending' && !laidDown && (
        <ProgressBar label="送信の用意" done={Math.min(mails.length, counted)} total={counted} unit="通" />
      )}
      {state === 'sending' && <DrainLine notices={mails} asOf={asOf} />}
      <UnknownMails mails={mails} outbox={outboxOf(id)} />
      <p>{`${total.sent.toLocaleString('en')}通を送り、${total.delivered.toLocaleString('en')}通の配達を確かめました。このページを離れても送信は続きます。`}</p>
      <p class="buttons">
        <LinkButton href={`/s/announcements/${id}`}>最新の状態にする</LinkButton>
        <LinkButton href={`/s/announcements/${id}/report`}>結果をCSVでダウンロード</LinkButton>
      </p>
      <h2>メールドメインごとの結果</h2>
      <p>
        不達と苦情のあった宛先には、これから何も送りません。配信停止は、このお知らせのリンクから申し出た方の数です。
      </p>
      <DataTable
        caption={`${report.length.toLocaleString('en')}ドメイン`}
        columns={[{ label: 'ドメイン' }, ...reportColumns.map(({ label }) => ({ label, numeric: true }))]}
        rows={lines.map((line) => ({
          key: line.domain,
          cells: [line.domain, ...reportColumns.map(({ of }) => line[of].toLocaleString('en'))],
        }))}
      />
    </>
  );
}
