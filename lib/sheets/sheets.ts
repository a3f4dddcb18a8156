import type { Cell } from '#lib/core/survey/workbook.ts';
import { type Encoding, writeCsv } from './csv.ts';
import { type SheetToWrite, writeXlsx } from './write-xlsx.ts';

/** Spreadsheet files to be handed out; `readSheets` reads them. Whichever library stands behind it is named in this folder only. */
export interface Sheets {
  readonly xlsx: (sheets: readonly SheetToWrite[]) => Uint8Array;
  readonly csv: (
    rows: Iterable<readonly Cell[]>,
    encoding?: Encoding,
  ) => { readonly bytes: Uint8Array; readonly missing: readonly string[] };
}

/** Writes xlsx and CSV. */
export const sheets: Sheets = { xlsx: writeXlsx, csv: writeCsv };
