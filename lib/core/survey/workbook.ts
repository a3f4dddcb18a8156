/** What a cell holds once read, or is to hold: text, a number, a truth value, or nothing. Dates are text ('YYYY-MM-DD'). */
export type Cell = string | number | boolean | null;

/** What is odd about a cell: its value was computed; it was never computed; it shows an error; it is covered by a merged one. */
export type CellMark = 'formula' | 'no-result' | 'error' | 'merged';

/** A sheet as a grid; rows and cells count from 0, rows may be short. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Odd cells by their address (C12). */
  readonly marks?: ReadonlyMap<string, CellMark>;
}

/** A workbook with nothing but its values. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** The file was CSV: places in it are lines. */
  readonly csv?: true;
}

/** Name of a column by its place from 0: A, Z, AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest < 0 ? '' : columnName(rest)}${String.fromCharCode(65 + (column % 26))}`;
}

/** A cell's address as people say it: row 11 and column 2 from 0 are "C12". */
export const cellAddress = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** The text of a cell with the spaces around it removed; nothing is the empty text. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell).trim();
}
