import type { Day } from '../calendar/day.ts';
import { parseDay } from '../calendar/parse-day.ts';
import { comparable } from '../notices/dead-address.ts';
import type { Places } from '../organisations/read-register.ts';
import { isAddress, type Recipient } from './recipient.ts';

/** A row that is not taken in, and why; the line is the file's, counting the heading as 1. */
export interface RejectedRecipient {
  readonly line: number;
  readonly reasons: readonly string[];
}

export interface ReadRecipients {
  readonly recipients: readonly (Recipient & { readonly line: number })[];
  readonly rejected: readonly RejectedRecipient[];
  /** Columns that are not read, so that nothing more than needed is kept. */
  readonly ignored: readonly string[];
}

/** Columns of a list of recipients, by their headings; 氏名 alone may be missing. */
export const headings = {
  email: 'メールアドレス',
  name: '氏名',
  university: '大学',
  prefecture: '都道府県',
  year: '学年',
  consentedOn: '同意日',
} as const;
type Column = keyof typeof headings;
const columns = Object.keys(headings).filter((one): one is Column => one in headings);

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Reads a list of people who agreed to be written to; every row is either taken or rejected with its reasons. Names are kept as written. */
export function readRecipients(
  cells: readonly (readonly string[])[],
  places: Pick<Places, 'prefectures'>,
  today: Day,
): ReadRecipients {
  const head = (cells[0] ?? []).map((cell) => plain(cell).replace(/\(任意\)$/, ''));
  const at = new Map(columns.map((column) => [column, head.indexOf(headings[column])]));
  const missing = columns.filter((column) => column !== 'name' && at.get(column) === -1);
  if (missing.length > 0) {
    const reasons = missing.map((column) => `見出しに「${headings[column]}」の列がありません。`);
    return { recipients: [], rejected: [{ line: 1, reasons }], ignored: [] };
  }
  const recipients: (Recipient & { line: number })[] = [];
  const rejected: RejectedRecipient[] = [];
  const seen = new Map<string, number>();
  cells.slice(1).forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const line = index + 2;
    const { recipient, reasons } = readRow((column) => (row[at.get(column) ?? -1] ?? '').trim(), places, today);
    const twin = seen.get(comparable(recipient.email));
    if (twin !== undefined) reasons.push(`${twin}行目と同じメールアドレスです。`);
    if (reasons.length > 0) rejected.push({ line, reasons });
    else {
      seen.set(comparable(recipient.email), line);
      recipients.push({ ...recipient, line });
    }
  });
  const known: readonly string[] = Object.values(headings);
  return { recipients, rejected, ignored: head.filter((name) => name !== '' && !known.includes(name)) };
}

function readRow(
  cell: (column: Column) => string,
  { prefectures }: Pick<Places, 'prefectures'>,
  today: Day,
): { recipient: Recipient; reasons: string[] } {
  const reasons: string[] = [];
  const email = cell('email').normalize('NFKC');
  if (email === '') reasons.push('メールアドレスがありません。');
  else if (!isAddress(email)) reasons.push('メールアドレスの形を確かめてください。');

  const consentedOn = parseDay(cell('consentedOn'));
  if (cell('consentedOn') === '') reasons.push('同意日がありません。');
  else if (consentedOn === undefined) reasons.push(`同意日「${cell('consentedOn')}」を日付として読めません。`);
  else if (consentedOn > today) reasons.push('同意日が今日より後です。');

  const university = cell('university');
  if (university === '') reasons.push('大学がありません。');
  if ([...university].length > 100) reasons.push('大学が100文字を超えています。');
  if ([...cell('name')].length > 100) reasons.push('氏名が100文字を超えています。');

  const place = plain(cell('prefecture'));
  const prefecture = prefectures.find(({ name, shortName, code }) => [name, shortName, code].includes(place));
  if (place === '') reasons.push('都道府県がありません。');
  else if (!prefecture) reasons.push(`都道府県「${cell('prefecture')}」が見つかりません。`);

  const year = /^([1-6])(?:年生?|学年)?$/.exec(plain(cell('year')))?.[1];
  if (year === undefined) reasons.push('学年は、1〜6の数で入力してください。');
  const recipient = {
    email,
    name: cell('name').replace(/[\p{Cc}\u2028\u2029]/gu, ' '),
    university,
    prefecture: prefecture?.code ?? '',
    year: Number(year ?? 0),
    consentedOn: consentedOn ?? '',
  };
  return { recipient, reasons };
}
