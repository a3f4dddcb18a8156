import { billOf, type Used } from './prices.ts';
import { figure, printTable } from './print-table.ts';

/** A round that was played: how many hospitals were asked, and what that used. */
export interface Played {
  readonly asked: number;
  readonly used: Used;
}

const counts: readonly (readonly [name: string, key: keyof Used])[] = [
  ['write units', 'writeUnits'],
  ['read units', 'readUnits'],
  ['HTTP requests', 'httpRequests'],
  ['Lambda invocations', 'invocations'],
  ['SQS requests', 'sqsRequests'],
  ['mails', 'mails'],
  ['CPU ms', 'cpuMilliseconds'],
];

/** Prints what a further hospital takes and what every round takes, by a straight line through two rounds, and that line's dollars for so many hospitals. */
export function printLine(few: Played, many: Played, hospitals: number): void {
  const along = (key: keyof Used) => (many.used[key] - few.used[key]) / (many.asked - few.asked);
  const at = (key: keyof Used, asked: number) => few.used[key] + along(key) * (asked - few.asked);
  printTable(
    `A straight line through rounds of ${few.asked} and ${many.asked}`,
    ['', figure(few.asked), figure(many.asked), 'a further hospital', 'fixed'],
    counts.map(([name, key]) => [
      name,
      figure(few.used[key]),
      figure(many.used[key]),
      figure(along(key), 2),
      figure(at(key, 0)),
    ]),
  );
  const bill = billOf({
    readUnits: at('readUnits', hospitals),
    writeUnits: at('writeUnits', hospitals),
    httpRequests: at('httpRequests', hospitals),
    invocations: at('invocations', hospitals),
    megabyteMilliseconds: at('megabyteMilliseconds', hospitals),
    cpuMilliseconds: at('cpuMilliseconds', hospitals),
    sqsRequests: at('sqsRequests', hospitals),
    mails: at('mails', hospitals),
  });
  const money = (value: number) => `$${value.toFixed(4)}`;
  const beyond = Object.entries(bill).reduce((all, [name, value]) => (name === 'mails' ? all : all + value), 0);
  printTable(
    `That line at ${figure(hospitals)} hospitals`,
    ['line', 'dollars'],
    [...Object.entries(bill).map(([name, value]) => [name, money(value)]), ['beyond the mails', money(beyond)]],
  );
}
