import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { Cell, Workbook } from '#lib/core/survey/workbook.ts';
import { decodeText, encodeCp932 } from './cp932.ts';
import type { FileRefusal } from './unpack.ts';

export type Encoding = 'utf-8' | 'cp932';

/** What a spreadsheet would take for a formula, in either width, also behind guards that were put there before. */
const DANGEROUS = /^'*[=+\-@＝＋－＠\t\r]/;

/** Writes rows as CSV (RFC 4180, CRLF; UTF-8 with BOM, or CP932) with text that could be run as a formula behind a '. Characters that CP932 lacks are named. */
export function writeCsv(
  rows: Iterable<readonly Cell[]>,
  encoding: Encoding = 'utf-8',
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly missing: readonly string[] } {
  let text = '';
  for (const row of rows) text += `${row.map(field).join(',')}\r\n`;
  return encoding === 'cp932' ? encodeCp932(text) : { bytes: new TextEncoder().encode(`\uFEFF${text}`), missing: [] };
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
  const guarded = DANGEROUS.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Reads CSV in UTF-8 or CP932, with comma or tab, as a workbook of one sheet; guards that the writer put are taken off. */
export function readCsv(bytes: Uint8Array, most = 2_000_000): Result<Workbook, FileRefusal> {
  if (bytes.length > most)
    return refuse({ kind: 'too-large', message: `ファイルは${Math.floor(most / 1_000_000)}MBまでにしてください。` });
  const text = decodeText(bytes);
  if (text === undefined || text.includes('\0'))
    return refuse({ kind: 'not-a-workbook', message: 'CSVファイル（UTF-8 または Shift_JIS）を選んでください。' });
  const rows = parse(text);
  return rows === undefined
    ? refuse({ kind: 'damaged', message: '「"」で始まる値が閉じられていません。CSVを保存し直してください。' })
    : ok({ sheets: [{ name: 'CSV', rows }], csv: true });
}

function parse(text: string): readonly (readonly string[])[] | undefined {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const comma = firstLine.includes(',') || !firstLine.includes('\t') ? ',' : '\t';
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const end = quoted ? closing(text, at + 1) : next(text, at, comma);
    if (end === undefined) return undefined;
    row.push(unguarded(quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end)));
    at = quoted ? end + 1 : end;
    if (text[at] === comma) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (quoted && at < text.length && text[at] !== '\r' && text[at] !== '\n') at = next(text, at, comma);
    if (text[at] === comma) {
      at += 1;
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function closing(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return undefined;
}

function next(text: string, from: number, comma: string): number {
  let at = from;
  while (at < text.length && text[at] !== comma && text[at] !== '\r' && text[at] !== '\n') at += 1;
  return at;
}

const unguarded = (text: string): string => (text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text);
