import type { Result } from '#lib/core/result.ts';
import type { Workbook } from '#lib/core/survey/workbook.ts';
import { readCsv } from './csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { FileRefusal } from './unpack.ts';

/** Reads a spreadsheet file: xlsx by its first bytes, anything else as CSV. Apart from writing, since what reads Excel is large. */
export const readSheets = async (bytes: Uint8Array): Promise<Result<Workbook, FileRefusal>> =>
  isArchive(bytes) ? readXlsx(bytes) : readCsv(bytes);

const isArchive = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
