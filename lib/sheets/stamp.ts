import { type Cell, cellText, type Workbook } from '#lib/core/survey/workbook.ts';

/** What a questionnaire says of itself, so that it is known whose it is and what it was drawn from. It guards against mistakes, not against attacks. */
export interface Stamp {
  readonly round: string;
  readonly organisation: string;
  /** Form and its version. */
  readonly form: string;
  readonly version: number;
  /** Instant of the download, UTC. */
  readonly at: string;
  /** By section: fingerprints of the answers that it was filled in with. */
  readonly base: Readonly<Record<string, readonly string[]>>;
}

const FILE = ':file';
const BASE = ':base.';

/** Whether a row's id is the file's own and no question's; ids of questions never begin with a colon. */
export const isOwnField = (field: string): boolean => field.startsWith(':');

/** The stamp as rows of plain text, which no spreadsheet takes for a number or a date: id, what it is, content. */
export function stampRows({ base, ...file }: Stamp): readonly (readonly Cell[])[] {
  const whole = new URLSearchParams(Object.entries(file).map(([name, value]) => [name, String(value)]));
  return [
    [FILE, 'このファイルの情報（変更しないでください）', String(whole)],
    ...Object.entries(base).map(([section, prints]) => [
      `${BASE}${section}`,
      'ダウンロードしたときの回答の控え（変更しないでください）',
      `base=${prints.join(',')}`,
    ]),
  ];
}

/** The stamp of a file, wherever in it the rows stand; undefined when it was lost. */
export function readStamp({ sheets }: Workbook): Stamp | undefined {
  const cells = new Map<string, string>();
  for (const row of sheets.flatMap(({ rows }) => rows)) {
    const at = row.findIndex((cell) => isOwnField(cellText(cell)));
    const content = row.find((cell, index) => index > at && /^(round|base)=/.test(cellText(cell)));
    if (at >= 0 && content !== undefined) cells.set(cellText(row[at]), cellText(content));
  }
  const file = new URLSearchParams(cells.get(FILE) ?? '');
  const [round, organisation, form] = ['round', 'organisation', 'form'].map((name) => file.get(name) ?? '');
  if (!round || !organisation || !form) return undefined;
  const base = [...cells]
    .filter(([field]) => field.startsWith(BASE))
    .map(([field, content]) => [field.slice(BASE.length), content.slice('base='.length).split(',')] as const);
  return {
    round,
    organisation,
    form,
    version: Number(file.get('version')),
    at: file.get('at') ?? '',
    base: Object.fromEntries(base),
  };
}
