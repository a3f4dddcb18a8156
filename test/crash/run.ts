import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { ensureBuilt } from '#infra/build.ts';
import { campaign, type Extent, type Report, replay } from './campaign.ts';
import { killPlanted } from './kill-planted.ts';
import { killRounds } from './kills/kill-round.ts';
import { randomLives } from './random-lives.ts';
import { scheduleOf } from './schedules.ts';
import { smallestRound, useCases } from './use-cases.ts';
import { buildBundles } from './world/bundles.ts';
import { readWiring } from './world/wiring.ts';

/** `npm run test:crash`: every step of every use case, with something going wrong at it; `-- --seed '…'` plays one schedule again. */
const all = [...useCases, smallestRound];
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    case: { type: 'string' },
    pairs: { type: 'string', default: '100000' },
    triples: { type: 'string', default: '40' },
    singles: { type: 'string', default: '100000' },
    chance: { type: 'string', default: '1' },
    kills: { type: 'string', default: '6' },
    lives: { type: 'string', default: '400' },
    'no-planted': { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  await ensureBuilt({ log: () => {} });
  if (values.seed !== undefined) return again(values.seed);
  const began = performance.now();
  const extent = {
    singles: Number(values.singles),
    pairs: Number(values.pairs),
    triples: Number(values.triples),
    seed: Number(values.chance),
  };
  const workers = availableParallelism();
  const reports = await Promise.all(
    Array.from({ length: workers }, (_, at) => inWorker({ ...extent, share: { at, of: workers } })),
  );
  const sum = (kind: keyof Report['tried']) => reports.reduce((total, { tried }) => total + tried[kind], 0);
  const failures = reports.flatMap((report) => report.failures);
  const total = sum('singles') + sum('pairs') + sum('triples');
  for (const { seed, problems } of failures.slice(0, 40))
    console.log(`FAILED  --seed '${seed}'\n        ${problems.join('\n        ')}`);
  console.log(
    `${total} schedules of ${all.length} use cases (${sum('singles')} singles, ${sum('pairs')} pairs of the smallest round, ${sum('triples')} triples), ${failures.length} failed, ${Math.round((performance.now() - began) / 1000)} s`,
  );
  const alive = values['no-planted'] ? [] : await killPlanted((line) => console.log(line));
  const lives = Number(values.lives);
  const lived = lives === 0 || randomLives(lives, extent.seed, (line) => console.log(line));
  const survived = await killRounds(Number(values.kills), extent.seed, (line) => console.log(line));
  process.exitCode = failures.length + alive.length > 0 || !lived || !survived ? 1 : 0;
}

function inWorker(extent: Extent): Promise<Report> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: extent, argv: process.argv.slice(2) });
    worker.on('message', (message: Report | string) => {
      if (typeof message === 'string') console.log(message);
      else resolve(message);
    });
    worker.once('error', reject);
  });
}

async function work(): Promise<void> {
  const only = values.case === undefined ? all : all.filter(({ name }) => name === values.case);
  const extent: Extent = workerData;
  const report = await campaign(readWiring(), await buildBundles(), extent, only, (line) =>
    parentPort?.postMessage(line),
  );
  parentPort?.postMessage(report);
}

async function again(seed: string): Promise<void> {
  const { problems, trace, log } = await replay(readWiring(), await buildBundles(), scheduleOf(seed));
  console.log([...trace, ...log].join('\n'));
  console.log(problems.length === 0 ? 'all holds' : problems.join('\n'));
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (isMainThread) await main();
else await work();
