import type { Result } from '#lib/core/result.ts';
import type { Cell, Workbook } from '#lib/core/survey/workbook.ts';
import { type Encoding, readCsv, writeCsv } from './csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { FileRefusal } from './unpack.ts';
import { type SheetToWrite, writeXlsx } from './write-xlsx.ts';

/** Spreadsheet files, in and out; whichever library stands behind it is named in this folder only. */
export interface Sheets {
  readonly read: (bytes: Uint8Array) => Promise<Result<Workbook, FileRefusal>>;
  readonly xlsx: (sheets: readonly SheetToWrite[]) => Uint8Array;
  readonly csv: (
    rows: Iterable<readonly Cell[]>,
    encoding?: Encoding,
  ) => { readonly bytes: Uint8Array; readonly missing: readonly string[] };
}

/** Reads xlsx by its first bytes and anything else as CSV. */
export const sheets: Sheets = {
  read: async (bytes) => (isArchive(bytes) ? readXlsx(bytes) : readCsv(bytes)),
  xlsx: writeXlsx,
  csv: writeCsv,
};

const isArchive = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
