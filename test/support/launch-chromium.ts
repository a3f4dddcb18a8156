import { type Browser, chromium } from 'playwright-core';
import { browserPath } from './ensure-browser.ts';

/** A Chromium without a window that asks nobody for anything but the pages it is led to. */
export function launchChromium(): Promise<Browser> {
  const executablePath = browserPath();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
