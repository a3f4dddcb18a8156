import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { ensureBuilt } from '#infra/build.ts';
import { ensureBrowser } from './support/ensure-browser.ts';
import { ensureLibreOffice } from './support/ensure-libreoffice.ts';

/** `npm test`: everything, in the order in which it fails soonest; arguments go to Vitest instead of the whole. */
const report = '.build/test-report.json';
const results = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit' }).status === 0;

mkdirSync('.build', { recursive: true });
const browser = ensureBrowser((line) => console.log(line));
const office = ensureLibreOffice((line) => console.log(line));
const checked = run(process.execPath, 'test/check.ts');
const built = await ensureBuilt({ log: console.log }).then(
  () => true,
  (failure: unknown) => {
    console.log(failure instanceof Error ? failure.message : failure);
    return false;
  },
);
const projects = ['unit', 'infra', 'platform', 'crash', ...(browser ? ['browser'] : [])].flatMap((name) => [
  '--project',
  name,
]);
const tested = run(
  process.execPath,
  'node_modules/vitest/vitest.mjs',
  'run',
  ...projects,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
);

if (!checked) console.log('check: FAILED (npm run check shows why)');
if (!browser) console.log('browser tests: NOT RUN, no Chromium could be had');
if (!office) console.log('questionnaires saved by LibreOffice: SKIPPED, no LibreOffice could be had');
if (existsSync(report)) {
  const counted = results.parse(JSON.parse(readFileSync(report, 'utf8')));
  const failures = counted.numFailedTests + (checked ? 0 : 1) + (built ? 0 : 1);
  console.log(`${counted.numPassedTests} passed, ${failures} failed, ${counted.numPendingTests} skipped`);
}
process.exit(checked && built && tested && browser ? 0 : 1);
