import type { Cell } from '#lib/core/survey/workbook.ts';
import { rowHeight } from './row-height.ts';
import {
  type CellList,
  contentTypes,
  type Look,
  ROOT_RELS,
  rowXml,
  STYLES,
  sheetHead,
  sheetTail,
  workbookRels,
  workbookXml,
} from './xlsx-xml.ts';
import { type Push, zipInto } from './zip.ts';

/** A sheet to be written; rows are taken one at a time, so that a long sheet never stands whole in memory. */
export interface SheetToWrite {
  readonly name: string;
  readonly rows: Iterable<readonly Cell[]>;
  /** Looks of the columns from the second row on; the last one holds for all further columns. */
  readonly looks?: readonly Look[];
  /** Widths of columns in characters. */
  readonly widths?: readonly number[];
  /** The first row stays in view, and on every printed page. */
  readonly frozen?: boolean;
  readonly lists?: readonly CellList[];
}

const CHUNK = 1 << 17;

/** Writes a workbook piece by piece into a sink; throws RangeError on what Excel would refuse (no sheet, a cell too long). */
export function streamXlsx(sheets: readonly SheetToWrite[], sink: (piece: Uint8Array) => void): void {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const zip = zipInto(sink);
  const whole = (path: string, text: string): void => zip.file(path)(Buffer.from(text), true);

  whole('[Content_Types].xml', contentTypes(sheets.length));
  whole('_rels/.rels', ROOT_RELS);
  whole(
    'xl/workbook.xml',
    workbookXml(
      sheetNames(sheets.map(({ name }) => name)),
      sheets.map(({ frozen = false }) => frozen),
    ),
  );
  whole('xl/_rels/workbook.xml.rels', workbookRels(sheets.length));
  whole('xl/styles.xml', STYLES);
  sheets.forEach((sheet, at) => {
    writeSheet(sheet, zip.file(`xl/worksheets/sheet${at + 1}.xml`));
  });
  zip.end();
}

/** Writes a workbook whole. */
export function writeXlsx(sheets: readonly SheetToWrite[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  streamXlsx(sheets, (piece) => pieces.push(piece));
  return Buffer.concat(pieces);
}

/** Each row becomes bytes at once, in one room for all: as text it would wait for its piece, outlive cleanings of memory and let the heap grow. */
function writeSheet(sheet: SheetToWrite, push: Push): void {
  let room = Buffer.allocUnsafe(2 * CHUNK);
  let [used, length] = [0, 0];
  const add = (text: string): void => {
    const most = used + 3 * text.length;
    if (most > room.length) room = Buffer.concat([room.subarray(0, used)], 2 * most);
    used += room.write(text, used);
    length += text.length;
  };
  const widths = sheet.widths ?? [];
  add(sheetHead(widths, sheet.frozen ?? false));
  let row = 0;
  for (const cells of sheet.rows) {
    row += 1;
    const looks: readonly Look[] = row === 1 && sheet.frozen === true ? ['header'] : (sheet.looks ?? []);
    add(rowXml(cells, row, looks, rowHeight(cells, looks, widths)));
    if (length <= CHUNK) continue;
    push(room.subarray(0, used));
    [used, length] = [0, 0];
  }
  add(sheetTail(sheet.lists ?? [], widths));
  push(room.subarray(0, used), true);
}

/** Names that Excel takes: 31 characters, none of []:*?/\, no quote at an end, no two alike. */
export function sheetNames(wished: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wished.map((wish) => {
    const clean =
      wish
        .toWellFormed()
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || 'シート';
    for (let turn = 1; ; turn += 1) {
      const mark = turn === 1 ? '' : ` (${turn})`;
      const name = `${clean
        .slice(0, 31 - mark.length)
        .toWellFormed()
        .replaceAll('\uFFFD', '')}${mark}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
