import { parseArgs } from 'node:util';
import { benchColdStart } from './cold-start.ts';
import { benchLoad } from './load.ts';
import { benchRound } from './round.ts';

/** `npm run bench`: cold start, one machine under load, and a whole round of each size; `-- --hospitals 330` for one size alone. */
const { values } = parseArgs({ options: { hospitals: { type: 'string', default: '330,1500' } } });
const sizes = values.hospitals.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size >= 10 && size <= 2000)) {
  console.error('--hospitals takes whole numbers from 10 to 2000, e.g. --hospitals 330,1500');
  process.exit(1);
}
await benchColdStart();
await benchLoad();
for (const size of sizes) await benchRound(size);
