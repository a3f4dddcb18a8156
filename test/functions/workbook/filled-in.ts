import type { Cell } from '#lib/core/survey/workbook.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';
import { writeXlsx } from '#lib/sheets/write-xlsx.ts';

/** A downloaded questionnaire with other answers typed into it, saved without styles, lists, widths and the sheets' names, as a gateway would leave it. */
export async function filledIn(
  bytes: Uint8Array,
  typed: Readonly<Record<string, Cell>>,
  keepStamp = true,
): Promise<Uint8Array> {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(read.error.kind);
  const sheets = read.value.sheets.map(({ rows }, at) => ({
    name: `Sheet${at + 1}`,
    rows: rows.map((row) =>
      row.map((cell, column) => (column === 2 && String(row[0]) in typed ? (typed[String(row[0])] ?? null) : cell)),
    ),
  }));
  return writeXlsx(keepStamp ? sheets : sheets.slice(0, -1));
}
