import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Takes a picture of a whole page at its width (CSS pixels), and finds nothing amiss: neither axe does, target sizes included, nor does it scroll sideways. */
export async function lookAt(page: Page, picture: string, width: number): Promise<void> {
  await page.screenshot({ path: picture, fullPage: true });
  const found = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
}

/** The same at the narrowest and the usual width. */
export async function lookAtBoth(page: Page, pictures: string, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await lookAt(page, `${pictures}/${name}-${width}.png`, width);
  }
}
