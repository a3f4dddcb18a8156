import type { Contact, Organisation } from './organisation.ts';
import { columnsOf, type RegisterField } from './register-columns.ts';

/** Places a register may name. */
export interface Places {
  readonly prefectures: readonly { readonly code: string; readonly name: string; readonly shortName: string }[];
  readonly areas: readonly { readonly code: string; readonly prefecture: string; readonly name: string }[];
}

/** One hospital, or one prefecture's office, as a register gives it; what a column lacks is absent and leaves what is known untouched. */
export type RegisterRow = Pick<Organisation, 'id' | 'name' | 'prefecture' | 'area' | 'type' | 'seats' | 'takesPart'> & {
  readonly line: number;
  /** Absent for a hospital. */
  readonly kind?: Organisation['kind'] | undefined;
  readonly contacts?: readonly Contact[] | undefined;
};

/** A row that cannot be taken in, and why; the line is the file's, counting the heading as 1. */
export interface RejectedRow {
  readonly line: number;
  readonly name: string;
  readonly reasons: readonly string[];
}

export interface Register {
  readonly rows: readonly RegisterRow[];
  readonly rejected: readonly RejectedRow[];
  readonly ignoredColumns: readonly string[];
}

/** Without a code a hospital is known by its prefecture and name; spaces and width do not make another hospital. */
export type CodeOf = (prefecture: string, name: string) => string;

/** Reads a hospital register: a heading row, then a hospital a row. Every row is either taken or rejected with reasons. */
export function readRegister(cells: readonly (readonly string[])[], places: Places, codeOf: CodeOf): Register {
  const { columns, ignored } = columnsOf(cells[0] ?? []);
  const absent = (['name', 'prefecture'] as const).filter((field) => !columns.has(field));
  if (absent.length > 0) {
    const reasons = absent.map((field) => `見出しに「${field === 'name' ? '病院名' : '都道府県'}」の列がありません。`);
    return { rows: [], rejected: [{ line: 1, name: '', reasons }], ignoredColumns: ignored };
  }
  const rows: RegisterRow[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();
  cells.slice(1).forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const line = index + 2;
    const cell = (field: RegisterField) => (row[columns.get(field) ?? -1] ?? '').trim();
    const read = readRow(cell, places, codeOf);
    const twin = seen.get(read.row.id);
    const reasons = [...read.reasons];
    if (row.length > (cells[0]?.length ?? 0)) reasons.push('列の数が見出しより多くなっています。');
    if (reasons.length === 0 && twin !== undefined) reasons.push(`${twin}行目と同じ病院です。`);
    if (reasons.length > 0) rejected.push({ line, name: cell('name'), reasons });
    else {
      seen.set(read.row.id, line);
      rows.push({ ...read.row, line });
    }
  });
  return { rows, rejected, ignoredColumns: ignored };
}

const digits = (text: string): string => text.normalize('NFKC').replace(/[\s,‐‑‒–—―−ー-]/g, '');
const width = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function readRow(
  cell: (field: RegisterField) => string,
  places: Places,
  codeOf: CodeOf,
): { row: Omit<RegisterRow, 'line'>; reasons: string[] } {
  const reasons: string[] = [];
  const name = cell('name');
  if (name === '') reasons.push('病院名がありません。');
  if ([...name].length > 300) reasons.push('病院名が300文字を超えています。');

  const place = width(cell('prefecture'));
  const prefecture = places.prefectures.find((one) => [one.name, one.shortName, one.code].includes(place));
  if (!prefecture)
    reasons.push(place === '' ? '都道府県がありません。' : `都道府県「${cell('prefecture')}」が見つかりません。`);

  const typedArea = cell('area');
  const area = places.areas.find(
    (one) => one.prefecture === prefecture?.code && [one.code, width(one.name)].includes(width(typedArea)),
  );
  if (typedArea !== '' && prefecture && !area)
    reasons.push(`二次医療圏「${typedArea}」が${prefecture.name}に見つかりません。`);

  const code = digits(cell('code')).toUpperCase();
  if (code !== '' && !/^[0-9A-Z]{4,14}$/.test(code)) reasons.push('施設コードは、4〜14桁の数字で入力してください。');

  const seats = digits(cell('seats')).replace(/(人|名)$/, '');
  if (seats !== '' && !/^\d{1,3}$/.test(seats)) reasons.push('募集定員は、0〜999の数で入力してください。');

  const email = cell('email').normalize('NFKC');
  if (email !== '' && !/^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.]+$/.test(email)) {
    reasons.push(`メールアドレス「${cell('email')}」を確かめてください。`);
  }
  if (width(cell('type')) === officeType) return { row: officeOf(cell, prefecture?.code ?? '', email), reasons };
  const university = /大学/.test(cell('type'));
  const takesPart = cell('takesPart')
    .split(/[\s,、;／/]+/)
    .filter(Boolean);
  const row = {
    id: code === '' ? codeOf(prefecture?.code ?? '', width(name)) : code,
    name,
    prefecture: prefecture?.code ?? '',
    ...(area ? { area: area.code } : {}),
    ...(cell('type') === '' ? {} : { type: university ? ('university' as const) : ('general' as const) }),
    ...(seats === '' ? {} : { seats: Number(seats) }),
    ...(takesPart.length === 0 ? {} : { takesPart }),
    ...(email === '' ? {} : { contacts: [contactOf(cell, email)] }),
  };
  return { row, reasons };
}

/** What the column 種別 says of a row that is no hospital but a prefecture's office. */
const officeType = '都道府県';

/** A prefecture's office, one a prefecture; columns that only hospitals have say nothing of it. */
const officeOf = (cell: (field: RegisterField) => string, prefecture: string, email: string) => ({
  id: `pref-${prefecture}`,
  kind: 'prefecture' as const,
  name: cell('name'),
  prefecture,
  ...(email === '' ? {} : { contacts: [contactOf(cell, email)] }),
});

const contactOf = (cell: (field: RegisterField) => string, email: string): Contact => ({
  name: cell('contactName') || '臨床研修ご担当者',
  email,
  ...(cell('department') === '' ? {} : { department: cell('department') }),
  ...(cell('telephone') === '' ? {} : { telephone: cell('telephone').normalize('NFKC') }),
});
