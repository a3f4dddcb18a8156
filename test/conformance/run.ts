import { spawnSync } from 'node:child_process';

/** `npm run test:conformance`: the store's contract on every engine there is; says what could not be run. */
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'conformance', '--reporter=verbose'],
  {
    stdio: 'inherit',
  },
);
if (!process.env.RENKEI_CONFORMANCE_TABLE) {
  console.log(
    'A real account: NOT RUN. RENKEI_CONFORMANCE_TABLE names a table of the template, with credentials in the environment.',
  );
}
process.exitCode = status ?? 1;
