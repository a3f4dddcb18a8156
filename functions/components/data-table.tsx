import type { ComponentChildren, VNode } from 'preact';

export interface ColumnHead {
  readonly label: string;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** Days and telephone numbers: broken as little as can be. */
  readonly wide?: boolean;
}

export interface TableRow {
  readonly key: string;
  /** One cell a column; the first names the row. */
  readonly cells: readonly ComponentChildren[];
}

export interface DataTableProps {
  readonly caption: string;
  /** For those who see the heading above the table anyway. */
  readonly captionHidden?: boolean;
  readonly columns: readonly ColumnHead[];
  readonly rows: readonly TableRow[];
  /** On a narrow screen each row is a block of its own, a line a cell: for tables whose cells are sentences. */
  readonly stacked?: boolean;
  /** Said when there is no row. */
  readonly empty?: string;
}

const classOf = (column: Omit<ColumnHead, 'label'> = {}): string | undefined =>
  column.numeric ? 'numeric' : column.wide ? 'wide' : undefined;

/** A table for reading; it scrolls in its own box where the screen is narrow. */
export function DataTable({
  caption,
  captionHidden,
  columns,
  rows,
  stacked,
  empty = '該当するものはありません。',
}: DataTableProps): VNode {
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section class="table-box" aria-label={caption} tabIndex={0}>
      <table class={stacked ? 'table table--stacked' : 'table'}>
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, ...column }) => (
              <th key={label} scope="col" class={classOf(column)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td
                  key={columns[at + 1]?.label}
                  class={classOf(columns[at + 1])}
                  data-label={stacked && columns[at + 1]?.label}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
