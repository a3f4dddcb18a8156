import { type Browser, chromium } from 'playwright-core';
import { browserPath } from './ensure-browser.ts';

/** A Chromium without a window that asks nobody for anything but the pages it is led to. */
export function launchChromium(): Promise<Browser> {
  const executablePath = browserPath();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // Chromium names a file it was given "download" where the locale has no letters for its name.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
