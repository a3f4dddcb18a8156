import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import type { RejectedRow } from '#lib/core/organisations/read-register.ts';

/** Rows of a register that cannot be taken in, each with why. */
export const RejectedTable = ({ rejected }: { readonly rejected: readonly RejectedRow[] }): VNode => (
  <DataTable
    caption={`取り込めない行 ${rejected.length}件`}
    columns={[{ label: '行' }, { label: '病院名' }, { label: '理由' }]}
    rows={rejected.map(({ line, name, reasons }) => ({
      key: String(line),
      cells: [`${line}行目`, name, reasons.join('')],
    }))}
    empty="ありません。"
  />
);
