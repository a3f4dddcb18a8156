import { type Day, dayOf } from './day.ts';
import { westernYear } from './era.ts';

const ERA = '(令和|平成|昭和|大正|明治|[RHSTMrhstm])';
const YEAR = '(\\d{1,2}|元)';
const TAIL = '(?:\\([日月火水木金土](?:曜日?)?\\))?';

const WESTERN = new RegExp(`^(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?${TAIL}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const JAPANESE = new RegExp(`^${ERA}${YEAR}(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?${TAIL}$`);
const BOTH = new RegExp(`^(\\d{4})年\\(${ERA}${YEAR}年\\)(\\d{1,2})月(\\d{1,2})日${TAIL}$`);
const REVERSED = new RegExp(`^${ERA}${YEAR}年\\((\\d{4})年\\)(\\d{1,2})月(\\d{1,2})日${TAIL}$`);

/**
 * Reads a day as people write it (R9.4.1, 令和9年4月1日, 2027/4/1, 20270401, 2027年（令和9年）4月1日（木）, in either width).
 * Undefined when it is no day, or when it leaves the century or the era to be guessed (9/4/1).
 */
export function parseDay(text: string): Day | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/\s+/g, '');
  const western = WESTERN.exec(plain) ?? COMPACT.exec(plain);
  if (western !== null) return dayOf(Number(western[1]), Number(western[2]), Number(western[3]));
  const japanese = JAPANESE.exec(plain);
  if (japanese !== null) return japaneseDay(japanese[1], japanese[2], japanese[3], japanese[4]);
  const both = BOTH.exec(plain);
  if (both !== null) return agreeing(both[1], japaneseDay(both[2], both[3], both[4], both[5]));
  const reversed = REVERSED.exec(plain);
  return reversed === null
    ? undefined
    : agreeing(reversed[3], japaneseDay(reversed[1], reversed[2], reversed[4], reversed[5]));
}

function japaneseDay(era = '', year = '', month = '', date = ''): Day | undefined {
  const western = westernYear(era, year === '元' ? 1 : Number(year));
  return western === undefined ? undefined : dayOf(western, Number(month), Number(date));
}

const agreeing = (year: string | undefined, day: Day | undefined): Day | undefined =>
  day?.slice(0, 4) === year ? day : undefined;
