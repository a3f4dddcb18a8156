import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import type { RejectedRecipient } from '#lib/core/announcements/read-recipients.ts';

/** Rows of a file that are not taken in, each with why; the first of them where there are many. */
export const RejectedRows = ({ rejected, total }: { rejected: readonly RejectedRecipient[]; total: number }): VNode => (
  <>
    <DataTable
      caption={`取り込まない行 ${total.toLocaleString('en')}件`}
      columns={[{ label: '行' }, { label: '理由' }]}
      rows={rejected.map(({ line, reasons }) => ({ key: String(line), cells: [`${line}行目`, reasons.join('')] }))}
      empty="取り込まない行はありません。"
    />
    {total > rejected.length && <p>{`はじめの${rejected.length}件を表示しています。`}</p>}
  </>
);
