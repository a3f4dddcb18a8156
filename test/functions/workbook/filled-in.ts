import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

/** Types into the answer column of a questionnaire and leaves all else of the file as it is: lists, widths, styles. */
export function typedInto(bytes: Uint8Array, answers: Readonly<Record<string, string>>): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] => {
    if (!name.startsWith('xl/worksheets/')) return [name, content];
    const xml = strFromU8(content).replace(/<row r="(\d+)">(.*?)<\/row>/gs, (row, number: string) => {
      const field = /<t xml:space="preserve">([^<]*)/.exec(row)?.[1] ?? '';
      const answer = answers[field];
      if (answer === undefined) return row;
      const cell = new RegExp(`<c r="C${number}"( s="\\d+")?(/>|.*?</c>)`, 's');
      return row.replace(cell, (_, style: string) => {
        return `<c r="C${number}"${style} t="inlineStr"><is><t xml:space="preserve">${answer}</t></is></c>`;
      });
    });
    return [name, strToU8(xml)];
  });
  return zipSync(Object.fromEntries(parts));
}
