import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const run = `axe.run({ iframes: false, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })`;

/** What axe finds amiss on a page, target sizes included: each rule with the first place that breaks it. What stands in a frame is not looked at. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  return page.evaluate(`${run}.then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
}

/** Takes a picture of a whole page at its width (CSS pixels), and finds nothing amiss: neither axe does, nor does it scroll sideways. */
export async function lookAt(page: Page, picture: string, width: number): Promise<void> {
  await page.screenshot({ path: picture, fullPage: true });
  expect([picture, ...(await barriers(page))]).toEqual([picture]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
}

/** The same at the narrowest and the usual width. */
export async function lookAtBoth(page: Page, pictures: string, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await lookAt(page, `${pictures}/${name}-${width}.png`, width);
  }
}
