import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

const run = `axe.run({ iframes: false, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })`;

const require = createRequire(import.meta.url);
/** Axe's own minified build, which a browser reads in half the time. */
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const sessions = new WeakMap<Page, CDPSession>();

/** Brings axe to a page as a script; Playwright's own way hands it to `eval`, which takes half as long again. */
async function bringAxe(page: Page): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: `${axe};0` });
  if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.text}`);
}

/** What axe finds amiss on a page, target sizes included: each rule with the first place that breaks it. What stands in a frame is not looked at. A page that is still being read is waited for: half of one has no heading. */
export async function barriers(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  if (!(await page.evaluate("'axe' in window"))) await bringAxe(page);
  return page.evaluate(`${run}.then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
}

/** Tallest picture, CSS pixels: what is drawn of a list of hundreds beyond it takes seconds and shows nothing new. */
const tallest = 6000;

/** Takes a picture of a whole page, or of the first 6,000 px of a longer one. */
export async function takePicture(page: Page, path: string): Promise<void> {
  const [width = 0, height = 0] = await page.evaluate<number[]>(
    '[document.documentElement.clientWidth, document.documentElement.scrollHeight]',
  );
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, tallest) } });
}

/** Finds nothing amiss on a page at its width (CSS pixels): neither axe does, nor does it scroll sideways. With PICTURES=1 it is taken a picture of too, which is a third of the work. */
export async function lookAt(page: Page, picture: string, width: number): Promise<void> {
  if (process.env.PICTURES === '1') await takePicture(page, picture);
  expect([picture, ...(await barriers(page))]).toEqual([picture]);
  expect([picture, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([picture, width]);
}

/** The same at the narrowest and the usual width. */
export async function lookAtBoth(page: Page, pictures: string, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await lookAt(page, `${pictures}/${name}-${width}.png`, width);
  }
}
