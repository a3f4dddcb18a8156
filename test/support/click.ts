import type { Locator } from 'playwright-core';

/** Clicks as a person does, who reads on once the page it led to, if any, is there whole: Playwright itself goes on with the first bytes of it. */
export async function click(target: Locator): Promise<void> {
  await target.click();
  await target.page().waitForLoadState();
}
