import { unzipSync } from 'fflate';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';

/** A breach of 行政データにおける機械可読性に関するルール (2026-03-31), by the rule's number. */
export interface Breach {
  readonly rule: string;
  readonly at: string;
}

type Grid = readonly (readonly (string | number | boolean | null)[])[];

interface Book {
  readonly parts: Readonly<Record<string, string>>;
  readonly sheets: ReadonlyMap<string, Grid>;
}

const xml = ({ parts }: Book): string =>
  Object.entries(parts)
    .map(([name, text]) => (name.startsWith('xl/worksheets/') ? text : ''))
    .join('');
const has = (book: Book, pattern: RegExp): readonly string[] => (pattern.test(xml(book)) ? [String(pattern)] : []);
const cells = (book: Book): readonly (readonly [string, string | number | boolean])[] =>
  [...book.sheets].flatMap(([name, rows]) =>
    rows.flatMap((row, r) =>
      row.flatMap((cell, c) => (cell === null ? [] : [[`${name} ${r + 1},${c + 1}`, cell] as const])),
    ),
  );
const each = (book: Book, test: (grid: Grid, name: string) => boolean): readonly string[] =>
  [...book.sheets].filter(([name, grid]) => test(grid, name)).map(([name]) => name);
const width = (grid: Grid): number => grid[0]?.length ?? 0;
const column = (book: Book, sheet: string, name: string): readonly (string | number | boolean | null)[] => {
  const grid = book.sheets.get(sheet) ?? [];
  const at = grid[0]?.indexOf(name) ?? -1;
  return at < 0 ? [] : grid.slice(1).map((row) => row[at] ?? null);
};
const MACHINE_DEPENDENT = /[①-⑳Ⅰ-Ⅻⅰ-ⅻ㈱㈲㎡㎏㌔㍉㌢℡№㍻㍼㍽㋿]/u;
const PROSE = new Set(['text_value', 'organisation_name', 'label', 'description', 'source', 'change']);

/** All thirty rules; each gives the places where a workbook breaks it. */
export const RULES: Readonly<Record<string, (book: Book) => readonly string[]>> = {
  'L1-01': (book) => ('xl/workbook.xml' in book.parts ? [] : ['no workbook']),
  'L1-02': (book) =>
    each(book, (grid) =>
      grid
        .slice(1)
        .some(
          (row) =>
            row.some((cell, at) => cell !== null && (grid[0]?.[at] ?? null) === null) ||
            (row.length > 1 && row.every((cell, at) => cell === grid[0]?.[at])),
        ),
    ),
  'L1-03': (book) =>
    each(
      book,
      (grid) =>
        grid.some((row) => row.every((cell) => cell === null)) ||
        Array.from({ length: width(grid) }, (_, at) => at).some((at) => grid[0]?.[at] === null),
    ),
  'L1-04': (book) => each(book, (grid) => width(grid) < 2 || grid.slice(1).some((row) => row[0] === null)),
  'L1-05': (book) =>
    each(book, (grid) => (grid[0] ?? []).some((name) => typeof name !== 'string' || !/[a-z]{2}/.test(name))),
  'L1-06': (book) =>
    cells(book)
      .filter(([, cell]) => typeof cell === 'string' && (/[\n\r\t]/.test(cell) || cell.trim() !== cell))
      .map(([at]) => at),
  'L1-07': (book) =>
    column(book, 'codes', 'code')
      .filter((code) => /[、,\s]/.test(String(code)))
      .map(String),
  'L1-08': (book) =>
    [...book.sheets].flatMap(([name, grid]) =>
      grid.flatMap((row) =>
        row
          .filter(
            (cell, at) => !PROSE.has(String(grid[0]?.[at])) && typeof cell === 'string' && MACHINE_DEPENDENT.test(cell),
          )
          .map(() => name),
      ),
    ),
  'L1-09': (book) =>
    column(book, 'definitions', 'description').some((text) => /0 ではない/.test(String(text))) ||
    column(book, 'codes', 'label').some((text) => /0 ではない/.test(String(text)))
      ? []
      : ['blank and zero are not told apart'],
  'L1-10': (book) => Object.keys(book.parts).filter((name) => /drawing|media|embeddings|vml/.test(name)),
  'L1-11': (book) => has(book, /<c [^>]*\bs="/),
  'L1-12': (book) => has(book, /<mergeCell/),
  'L1-13': (book) => [
    ...has(book, /hidden="1"|outlineLevel/),
    ...(/state="(veryH|h)idden"/.test(book.parts['xl/workbook.xml'] ?? '') ? ['hidden sheet'] : []),
  ],
  'L1-14': (book) =>
    cells(book)
      .filter(([, cell]) => typeof cell === 'string' && /[\r\n]/.test(cell))
      .map(([at]) => at),
  'L1-15': () => [],
  'L2-01': (book) =>
    column(book, 'data', 'number_value')
      .filter((cell) => cell !== null && typeof cell !== 'number')
      .map(String),
  'L2-02': (book) =>
    ['round_id', 'organisation_code', 'prefecture_code'].flatMap((name) =>
      column(book, 'data', name)
        .filter((cell) => cell === null || cell === '〃')
        .map(String),
    ),
  'L2-03': (book) => each(book, (grid) => new Set(grid[0]).size !== width(grid)),
  'L2-04': (book) => {
    const keys = (book.sheets.get('codes') ?? []).slice(1).map((row) => row.slice(0, 3).join('\0'));
    return keys.filter((key, at) => keys.indexOf(key) !== at);
  },
  'L2-05': (book) =>
    column(book, 'codes', 'code')
      .filter((code) => /その他/.test(String(code)))
      .map(String),
  'L2-06': (book) => has(book, /<f[ >]/),
  'L3-01': (book) => each(book, (grid) => (grid[0] ?? []).some((cell) => typeof cell !== 'string') || grid.length < 2),
  'L3-02': (book) => (book.sheets.has('codes') ? [] : ['no code table']),
  'L3-03': (book) => {
    const known = new Set(column(book, 'codes', 'code'));
    return column(book, 'data', 'status')
      .filter((status) => !known.has(status))
      .map(String);
  },
  'L3-04': (book) => {
    const grid = book.sheets.get('definitions') ?? [];
    return grid
      .slice(1)
      .filter((row) => row[0] === 'question' && row[3] === 'number' && (row[4] ?? '') === '')
      .map((row) => String(row[1]));
  },
  'L3-05': (book) =>
    cells(book)
      .filter(([at, cell]) => at.startsWith('data') && typeof cell === 'string' && /^(令和|平成|R)\d/.test(cell))
      .map(([at]) => at),
  'L3-06': (book) =>
    column(book, 'data', 'prefecture_code')
      .filter((code) => !/^\d{2}$/.test(String(code)))
      .map(String),
  'L3-07': (book) => (book.sheets.has('history') ? [] : ['changes are not recorded']),
  'L3-08': (book) => [
    ...(column(book, 'definitions', 'name').includes('encoding') ? [] : ['encoding is not stated']),
    ...each(book, (grid) => (grid[0] ?? []).some((name) => !/^[\x20-\x7E]+$/.test(String(name)))),
  ],
  'L3-09': (book) =>
    ['question_id', 'number_value', 'text_value'].filter(
      (name) => !(book.sheets.get('data')?.[0] ?? []).includes(name),
    ),
};

/** Checks a written workbook by the rules named. */
export async function breaches(
  bytes: Uint8Array,
  rules: readonly string[] = Object.keys(RULES),
): Promise<readonly Breach[]> {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  );
  const read = await readXlsx(bytes, { upload: 1e9, inflated: 1e9, entries: 500 });
  if (!read.ok) return [{ rule: 'L1-01', at: read.error.kind }];
  const book: Book = { parts, sheets: new Map(read.value.sheets.map(({ name, rows }) => [name, rows])) };
  return rules.flatMap((rule) => (RULES[rule]?.(book) ?? ['no such rule']).map((at) => ({ rule, at })));
}
