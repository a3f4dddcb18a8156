import { readXlsx as readWithHucre } from 'hucre/xlsx';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Cell, type CellMark, cellAddress, type Sheet, type Workbook } from '#lib/core/survey/workbook.ts';
import { type FileRefusal, type Limits, unpack } from './unpack.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';
import { zipped } from './zip.ts';

const MAX_ROWS = 20_000;
const MAX_COLUMNS = 400;

/** A part that holds macros, of whatever age of Excel. */
const MACROS = /vbaProject|macrosheets\//i;

/** Parts that hold values; pictures, macros, links, comments and the rest never reach the parser. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/** Reads the values of a workbook. Formulas are not run (their last values are taken), readings of names (ふりがな) are not mixed in, dates become days. */
export async function readXlsx(
  bytes: Uint8Array,
  limits: Limits = UPLOAD_LIMITS,
): Promise<Result<Workbook, FileRefusal>> {
  let macros = false;
  const parts = unpack(bytes, limits, (name) => {
    macros ||= MACROS.test(name);
    return WANTED.test(name);
  });
  if (!parts.ok) return parts;
  if (macros)
    return refuse({
      kind: 'macros',
      message: 'マクロの付いたファイル（.xlsm）は読めません。「Excelブック（.xlsx）」の形式で保存し直してください。',
    });
  if (!parts.value.has('xl/workbook.xml'))
    return refuse({ kind: 'not-a-workbook', message: 'Excelファイル（.xlsx）を選んでください。' });
  for (const [name, content] of parts.value) {
    const text = new TextDecoder().decode(content);
    if (/<!DOCTYPE|<!ENTITY/i.test(text))
      return refuse({
        kind: 'suspicious',
        message: 'ファイルの中身が通常のExcelファイルと異なります。新しいブックに値を貼り付けて保存してください。',
      });
    if (name.startsWith('xl/worksheets/') && outgrown(text))
      return refuse({
        kind: 'too-large',
        message: `1シートは${MAX_ROWS.toLocaleString('en')}行、${MAX_COLUMNS}列までにしてください。離れた場所にある値も消してください。`,
      });
  }
  try {
    const repacked = zipped(parts.value, 0);
    const book = await readWithHucre(repacked);
    return ok({
      sheets: book.sheets.map((sheet) => ({
        name: sheet.name,
        rows: sheet.rows.map((row) => Array.from(row, cellOf)),
        marks: marksOf(sheet),
      })),
    });
  } catch {
    return refuse({ kind: 'damaged', message: 'ファイルが壊れているようです。もう一度保存してから選んでください。' });
  }
}

function outgrown(xml: string): boolean {
  for (const [, letters = '', digits = ''] of xml.matchAll(/<c\s[^>]*?\br="([A-Z]+)(\d+)"/g)) {
    if (Number(digits) > MAX_ROWS || letters.length > 3) return true;
    if ([...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) > MAX_COLUMNS) return true;
  }
  for (const [, digits = ''] of xml.matchAll(/<row\s[^>]*?\br="(\d+)"/g))
    if (Number(digits) > 100 * MAX_ROWS) return true;
  return false;
}

type ReadSheet = Awaited<ReturnType<typeof readWithHucre>>['sheets'][number];

/** Most cells that merged ranges may cover together before the rest of them is no longer marked. */
const MAX_MERGED = 100_000;

function marksOf({ cells, merges }: ReadSheet): NonNullable<Sheet['marks']> {
  const marks = new Map<string, CellMark>();
  for (const [place, { type, formula, value }] of cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    if (type === 'error') marks.set(cellAddress(row, column), 'error');
    else if (formula !== undefined) marks.set(cellAddress(row, column), value === null ? 'no-result' : 'formula');
  }
  for (const { startRow, startCol, endRow, endCol } of merges ?? []) {
    for (let row = startRow; row <= Math.min(endRow, MAX_ROWS); row += 1) {
      for (let column = startCol; column <= Math.min(endCol, MAX_COLUMNS); column += 1) {
        if (marks.size > MAX_MERGED) return marks;
        if (row !== startRow || column !== startCol) marks.set(cellAddress(row, column), 'merged');
      }
    }
  }
  return marks;
}

function cellOf(cell: unknown): Cell {
  if (cell instanceof Date) return dateText(cell);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
}

/** A date cell as a day, a time of day, or both; Excel keeps no zone and hucre reads it as UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const rounded = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString();
  const [day, time] = [rounded.slice(0, 10), rounded.slice(11, 16)];
  if (day < '1900-01-02') return time;
  return time === '00:00' ? day : `${day}T${time}`;
}
