import { parseArgs } from 'node:util';
import { benchColdStart } from './cold-start.ts';
import { benchDrain } from './drain.ts';
import { type Played, printLine } from './line.ts';
import { benchLoad } from './load.ts';
import { anchor, benchRound } from './round.ts';
import { benchValidate } from './validate.ts';

/** `npm run bench`: a whole answer read, cold start, one machine under load, a big send, and a whole round of each size; by default two sizes and the line through them; `-- --hospitals 1500` for one size alone. */
const { values } = parseArgs({ options: { hospitals: { type: 'string', default: '20,330' } } });
const sizes = values.hospitals.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size >= 10 && size <= 2000)) {
  console.error('--hospitals takes whole numbers from 10 to 2000, e.g. --hospitals 20,330');
  process.exit(1);
}
benchValidate();
await benchColdStart();
await benchLoad();
await benchDrain();
const played: Played[] = [];
for (const size of sizes) played.push(await benchRound(size));
const sorted = played.toSorted((a, b) => a.asked - b.asked);
const [few, many] = [sorted[0], sorted.at(-1)];
if (few && many && few.asked < many.asked) printLine(few, many, anchor.hospitals);
