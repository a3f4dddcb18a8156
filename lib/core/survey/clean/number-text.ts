import { plain } from './characters.ts';
import { canonicalDecimal } from './decimal.ts';

/** Counters that people write after a number whatever the unit of the question says. */
const COUNTERS = ['人', '名', '床', '件', '回', '台', '室', '戸', '日', '週', '時間', '分', '円', '%'];

/** Reads a number as typed (「１，２００床」「1 200」「約」はとらない) as a canonical decimal; undefined when it is none. */
export function readNumber(typed: string, unit: string): string | undefined {
  const text = plain(typed).replace(/[\s,、]+(?=\d{3}(?:\D|$))/g, ',');
  const counter = [plain(unit), ...COUNTERS].find((each) => each !== '' && text.endsWith(each));
  const number = (counter === undefined ? text : text.slice(0, -counter.length)).trim();
  return canonicalDecimal(/^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(number) ? number.replaceAll(',', '') : number);
}
