import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import * as z from 'zod/mini';
import { bundling } from '#infra/build/bundle-functions.ts';
import { ensureBuilt } from '#infra/build.ts';
import { figure, printTable, quantile } from './print-table.ts';

/** What a page's function may weigh at most, bytes, and take at most beside a handler that only loads the DynamoDB client. */
const aims = { bytes: 350_000, ratio: 1.5 };

/** Fresh processes a bundle. */
const runs = 7;

/** Whether people wait for the function. */
const servesPages = (name: string) => !name.startsWith('jobs-') && name !== anchorName;

const anchorName = 'DynamoDB client alone';

/** What a fresh process does: load one module, and say how long its processor was busy with that, microseconds. */
const loading = (module: string) =>
  `const before=process.cpuUsage();await import(${JSON.stringify(pathToFileURL(resolve(module)).href)});` +
  `const{user,system}=process.cpuUsage(before);console.log(user+system);process.exit(0)`;

/** Loads every bundle in fresh processes, all of them in turn so that noise falls on all alike, and prints bytes and CPU beside the anchor. */
export async function benchColdStart(): Promise<void> {
  await ensureBuilt({ log: () => {} });
  const names = readdirSync('.build/functions').sort();
  const bundles = new Map(names.map((name) => [name, join('.build/functions', name, 'index.mjs')]));
  bundles.set(anchorName, await buildAnchor());
  const env = environment();
  const times = new Map<string, number[]>([...bundles.keys()].map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, module] of bundles) times.get(name)?.push(cpuOf(module, env));
  }
  const median = (name: string) =>
    quantile(
      (times.get(name) ?? []).sort((a, b) => a - b),
      0.5,
    );
  const anchor = median(anchorName);
  const lines = [...bundles].map(([name, module]) => {
    const { size } = statSync(module);
    const ratio = median(name) / anchor;
    const missed = [
      ...(size > aims.bytes ? [`${figure(size - aims.bytes)} B over`] : []),
      ...(ratio > aims.ratio ? ['slow'] : []),
    ];
    const verdict = servesPages(name) ? (missed.length === 0 ? 'within' : missed.join(', ')) : '';
    return [name, figure(size), figure(median(name), 1), ratio.toFixed(2), verdict];
  });
  printTable(
    `Cold start: loading each bundle in a fresh process, median of ${runs}, Node ${process.version}`,
    ['bundle', 'bytes', 'CPU ms', 'ratio', 'aim'],
    lines,
  );
  console.log(`  Aim: page functions ≤ ${figure(aims.bytes)} bytes and ≤ ${aims.ratio} × the anchor.`);
}

/** A handler that only loads the DynamoDB client, built as every function is. */
async function buildAnchor(): Promise<string> {
  const { outputFiles } = await build({
    ...bundling('bench'),
    sourcemap: false,
    stdin: {
      contents: `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
        const client = new DynamoDBClient({});
        export const handler = () => client.config.region();`,
      resolveDir: process.cwd(),
    },
  });
  const folder = '.build/bench/anchor';
  mkdirSync(folder, { recursive: true });
  const module = join(folder, 'index.mjs');
  writeFileSync(module, outputFiles[0]?.contents ?? '');
  return module;
}

function cpuOf(module: string, env: Readonly<Record<string, string>>): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', loading(module)], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${module} does not load: ${stderr.slice(0, 600)}`);
  return Number(stdout) / 1000;
}

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Properties: z.optional(
        z.looseObject({
          Environment: z.optional(z.object({ Variables: z.optional(z.record(z.string(), z.unknown())) })),
        }),
      ),
    }),
  ),
});

/** Every variable that any function of the template has, with made-up values where the template's are known only once deployed. */
function environment(): Record<string, string> {
  const { Resources } = template.parse(JSON.parse(readFileSync('.build/cdk.out/Renkei.template.json', 'utf8')));
  const told = Object.values(Resources).flatMap(({ Properties }) =>
    Object.entries(Properties?.Environment?.Variables ?? {}),
  );
  const values = told.map(([name, value]) => [name, typeof value === 'string' ? value : madeUp(name)]);
  const aws = { AWS_REGION: 'ap-northeast-1', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' };
  return { ...Object.fromEntries(values), ...aws };
}

function madeUp(name: string): string {
  if (/ORIGIN|URL/.test(name)) return 'https://renkei.example';
  return name === 'SENDERS' ? '2' : 'bench';
}

if (import.meta.main) await benchColdStart();
