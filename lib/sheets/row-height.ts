import type { Cell } from '#lib/core/survey/workbook.ts';
import type { Look } from './xlsx-xml.ts';

/** Height of one line of text, points. */
const line = 18;

/** Highest row that Excel takes, points. */
const highest = 409;

/** Height in points of a row in which texts that wrap stand whole within their columns' widths; undefined where a line is enough, or nothing wraps. LibreOffice works none out when it reads a file. */
export function rowHeight(
  cells: readonly Cell[],
  looks: readonly Look[],
  widths: readonly number[],
): number | undefined {
  let lines = 1;
  for (const [at, width] of widths.entries()) {
    const cell = cells[at];
    const look = looks[at] ?? looks.at(-1) ?? 'plain';
    if (look !== 'plain' && typeof cell === 'string') lines = Math.max(lines, linesOf(cell, width - 1));
  }
  return lines === 1 ? undefined : Math.min(lines * line, highest);
}

/** Lines of a text in a column of so many half-width characters. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(breadth(part) / width)), 0);

/** How broad a text is, in half-width characters: ASCII and half-width katakana take one, everything else two. */
function breadth(text: string): number {
  let sum = 0;
  for (const letter of text) sum += /[\u0020-\u007E\uFF61-\uFF9F]/.test(letter) ? 1 : 2;
  return sum;
}
