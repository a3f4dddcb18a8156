import { spawnSync } from 'node:child_process';

/** Every check that runs nothing of the product: types, lint and format, boundaries, dead code. */
const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '-p', 'tsconfig.json'],
  ['types of browser scripts', 'tsc', '-p', 'tsconfig.client.json'],
  ['lint and format', 'biome', 'check', '--error-on-warnings', '.'],
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
  ['dead code', 'knip', '--no-progress'],
];

const failed = checks.filter(([name, command, ...args]) => {
  const began = performance.now();
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return status !== 0;
});

process.exit(failed.length === 0 ? 0 : 1);
