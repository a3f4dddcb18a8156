import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { heardWords } from '#functions/components/heard-words.ts';
import { AuditTable } from '#functions/staff/components/audit-table.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { noticeKindWords, noticeWords } from '#functions/staff/components/state-words.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { AnswerView } from './load-answer.ts';

/** What was submitted when, what was done by whom, and the mails about it. */
export function AnswerHistory({ view }: { view: AnswerView }): VNode {
  const { file, revision, history, whole, notices } = view;
  return (
    <>
      <h2>{`提出の履歴（${file.revisions.length}回）`}</h2>
      <DataTable
        caption="提出の履歴"
        captionHidden
        columns={[{ label: '提出' }, { label: '日時', wide: true }, { label: '提出者' }, { label: '比べる' }]}
        rows={file.revisions.map((kept) => ({
          key: String(kept.revision),
          cells: [
            kept.revision === revision ? (
              `第${kept.revision}回（表示中）`
            ) : (
              <a key="show" href={`?revision=${kept.revision}`}>{`第${kept.revision}回を表示`}</a>
            ),
            longInstant(kept.submittedAt),
            kept.heardBy === undefined ? kept.submittedBy : heardWords(kept.heardBy),
            kept.revision < revision && (
              <a
                key="against"
                href={`?revision=${revision}&against=${kept.revision}#sections`}
              >{`第${kept.revision}回と比べる`}</a>
            ),
          ],
        }))}
        empty="まだ提出されていません。"
      />
      <h2>{`操作の記録（${history.length}件）`}</h2>
      <p>
        {whole
          ? '記録に抜けや書換えがないことを確かめました。'
          : '記録に抜けか書換えがあります。システムの担当者に知らせてください。'}
      </p>
      <AuditTable caption="操作の記録" entries={history} />
      <h2>{`送ったメール（${notices.length}通）`}</h2>
      <DataTable
        caption="送ったメール"
        captionHidden
        columns={[{ label: '種類' }, { label: '宛先' }, { label: '状態' }, { label: '日時', wide: true }]}
        rows={notices.map((notice) => ({
          key: notice.id,
          cells: [
            noticeKindWords[notice.kind],
            notice.to,
            <State key="state" word={noticeWords[notice.state]} />,
            longInstant(notice.sentAt ?? notice.createdAt),
          ],
        }))}
        empty="メールはまだありません。"
      />
    </>
  );
}
