import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import type { CellReading, QuestionnaireReading } from '#lib/sheets/read-questionnaire.ts';

const states: Readonly<Record<CellReading['state'], string>> = {
  read: '読み取りました',
  empty: '空欄',
  problem: '取り込めません',
  ignored: '対象外',
  unknown: '読み取りません',
};

const columns = [{ label: 'セル' }, { label: '確かめること' }, { label: '設問' }, { label: '入力' }];

const rowOf = (cell: CellReading) => ({
  key: `${cell.place} ${cell.field}`,
  cells: [
    cell.place,
    cell.message ?? states[cell.state],
    cell.question === '' ? cell.field : cell.question,
    <span class="lines">{cell.typed.length > 200 ? `${cell.typed.slice(0, 200)}…` : cell.typed}</span>,
  ],
});

/** Cells that cannot be taken in, and those that should be looked at again, each by its place. */
export function ProblemCells({ reading }: { readonly reading: QuestionnaireReading }): VNode {
  const odd = reading.cells.filter(({ state, message }) => state !== 'problem' && message !== undefined);
  return (
    <>
      {reading.problems.length > 0 && (
        <>
          <h2>取り込めないセル</h2>
          <DataTable
            caption={`取り込めないセル ${reading.problems.length}個`}
            columns={columns}
            rows={reading.problems.map(rowOf)}
          />
        </>
      )}
      {odd.length + reading.warnings.length > 0 && (
        <>
          <h2>念のため確かめること</h2>
          <ul>
            {reading.warnings.map(({ place, message }) => (
              <li key={`${place} ${message}`}>{`${place}：${message}`}</li>
            ))}
            {odd.map(({ place, field, question, message }) => (
              <li key={`${place} ${field}`}>{`${place}${question === '' ? '' : `「${question}」`}：${message}`}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Every cell that was read, folded away. */
export const CellsRead = ({ reading }: { readonly reading: QuestionnaireReading }): VNode => (
  <details>
    <summary>{`読み取ったすべてのセルを見る（${reading.cells.length}個）`}</summary>
    <DataTable caption={`すべてのセル ${reading.cells.length}個`} columns={columns} rows={reading.cells.map(rowOf)} />
  </details>
);
