import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Every check that runs nothing of the product: types, lint and format, boundaries, dead code; the longest first, as many at a time as there are cores. */
const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '-p', 'tsconfig.json'],
  ['dead code', 'knip', '--no-progress'],
  [
    'boundaries',
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'lib',
    'functions',
    'infra',
    'bin',
    'bench',
    'test',
  ],
  ['lint and format', 'biome', 'check', '--error-on-warnings', '.'],
  ['types of browser scripts', 'tsc', '-p', 'tsconfig.client.json'],
];

/** Runs a check, then prints all that it said at once, so that two do not speak between each other's lines. */
function passes([name, command, ...args]: (typeof checks)[number]): Promise<boolean> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${command}`, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data));
    child.once('error', reject);
    child.once('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}  ${seconds} s`);
      resolve(status === 0);
    });
  });
}

const waiting = [...checks];
let allPass = true;
const work = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) allPass = (await passes(next)) && allPass;
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exit(allPass ? 0 : 1);
