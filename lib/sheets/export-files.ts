import type { ExportOrder } from '#lib/core/exports/answer-export.ts';
import { CHOICES, SHAPES } from '#lib/core/exports/export-words.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { writeCsv } from './csv.ts';
import { type ExportRecord, longExport, prettyExport, wideExport } from './export-table.ts';
import { type SheetToWrite, writeXlsx } from './write-xlsx.ts';
import { zipped } from './zip.ts';

/** One file of an export. */
export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly hospitals: number;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An export as files of at most `limit` bytes each: where one would be larger, its hospitals are shared out; characters that the encoding lacks are named. */
export function exportFiles(
  form: Form,
  records: readonly ExportRecord[],
  order: Pick<ExportOrder, 'shape' | 'choice' | 'format'>,
  asOf: string,
  limit: number,
): { readonly files: readonly ExportFile[]; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const make = (part: readonly ExportRecord[]) => oneFile(form, part, order, asOf, missing);
  const made = sharedOut(records, make, limit);
  const base = `回答_${SHAPES[order.shape]}_${CHOICES[order.choice]}_${asOf}`;
  const files = made.map(({ part, extension, bytes }, at) => ({
    name: `${base}${made.length > 1 ? `_${at + 1}` : ''}.${extension}`,
    type: extension === 'xlsx' ? XLSX : 'application/zip',
    bytes,
    hospitals: part.length,
  }));
  return { files, missing: [...missing] };
}

interface Made {
  readonly extension: 'xlsx' | 'zip';
  readonly bytes: Uint8Array;
}

function sharedOut(
  part: readonly ExportRecord[],
  make: (part: readonly ExportRecord[]) => Made,
  limit: number,
): readonly (Made & { readonly part: readonly ExportRecord[] })[] {
  const whole = make(part);
  if (whole.bytes.length <= limit || part.length === 1) return [{ ...whole, part }];
  const half = Math.ceil(part.length / 2);
  return [...sharedOut(part.slice(0, half), make, limit), ...sharedOut(part.slice(half), make, limit)];
}

function oneFile(
  form: Form,
  records: readonly ExportRecord[],
  { shape, format }: Pick<ExportOrder, 'shape' | 'format'>,
  asOf: string,
  missing: Set<string>,
): Made {
  if (shape === 'pretty') return pretty(form, records);
  const sheets = shape === 'long' ? longExport(form, records, { asOf }) : wideExport(form, records, { asOf });
  if (format === 'xlsx') return { extension: 'xlsx', bytes: writeXlsx(sheets) };
  return {
    extension: 'zip',
    bytes: zipped(
      sheets.map((sheet) => csvOf(sheet, format, missing)),
      6,
    ),
  };
}

/** A workbook a prefecture, so that none has more sheets than a person can leaf through. */
function pretty(form: Form, records: readonly ExportRecord[]): Made {
  const books = [...Map.groupBy(records, ({ prefectureCode }) => prefectureCode)].map(
    ([code, own]): [string, Uint8Array] => [
      `${code}_${own[0]?.prefecture ?? ''}.xlsx`,
      writeXlsx(prettyExport(form, own)),
    ],
  );
  const [only] = books;
  return books.length === 1 && only
    ? { extension: 'xlsx', bytes: only[1] }
    : { extension: 'zip', bytes: zipped(books, 6) };
}

function csvOf(
  { name, rows }: SheetToWrite,
  format: 'csv-utf8' | 'csv-sjis',
  missing: Set<string>,
): [string, Uint8Array] {
  const written = writeCsv(rows, format === 'csv-sjis' ? 'cp932' : 'utf-8');
  for (const character of written.missing) missing.add(character);
  return [`${name}.csv`, written.bytes];
}
