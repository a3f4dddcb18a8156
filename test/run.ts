import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod/mini';
import { ensureBuilt } from '#infra/build.ts';
import { ensureBrowser, hasJapaneseFont } from './support/ensure-browser.ts';
import { ensureLibreOffice } from './support/ensure-libreoffice.ts';

/** `npm test`: everything; what is missing is installed and the product built beside the checks; arguments go to Vitest instead of the whole. */
const report = '.build/test-report.json';
const results = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit' }).status === 0;

mkdirSync('.build', { recursive: true });
// An earlier run's counts must not stand for this one's when Vitest ends without a report.
rmSync(report, { force: true });
const checking = once(spawn(process.execPath, ['test/check.ts'], { stdio: 'inherit' }), 'close');
const browser = ensureBrowser((line) => console.log(line));
const office = ensureLibreOffice((line) => console.log(line));
const built = await ensureBuilt({ log: console.log }).then(
  () => true,
  (failure: unknown) => {
    console.log(failure instanceof Error ? failure.message : failure);
    return false;
  },
);
const checked = (await checking)[0] === 0;
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
if (!built) console.log('build: FAILED (npm run synth shows why)');
if (!browser) console.log('browser tests: NOT RUN, no Chromium could be had');
else if (!hasJapaneseFont())
  console.log('screenshots: PERHAPS BOXES for Japanese letters, no fonts-noto-cjk was found');
if (!office) console.log('questionnaires saved by LibreOffice: SKIPPED, no LibreOffice could be had');
if (existsSync(report)) {
  const counted = results.parse(JSON.parse(readFileSync(report, 'utf8')));
  const failures = counted.numFailedTests + (checked ? 0 : 1) + (built ? 0 : 1);
  console.log(`${counted.numPassedTests} passed, ${failures} failed, ${counted.numPendingTests} skipped`);
} else {
  console.log('tests: NO RESULT, Vitest ended without a report');
}
process.exit(checked && built && tested && browser ? 0 : 1);
