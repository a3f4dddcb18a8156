import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const debian = '/usr/bin/chromium';
const japanese = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** Path of a Chromium for tests: a named one, Debian's, or Playwright's own. */
export function browserPath(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named && existsSync(named)) return named;
  return [debian, chromium.executablePath()].find(existsSync);
}

/** Whether screenshots show Japanese letters rather than boxes. */
export const hasJapaneseFont = (): boolean => existsSync(japanese);

/** Sees to it that there is a Chromium with Japanese letters, installing it where the machine allows; false when it cannot be had. */
export function ensureBrowser(say: (line: string) => void): boolean {
  if (browserPath() && hasJapaneseFont()) return true;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('Installing chromium and fonts-noto-cjk through apt …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    if (browserPath()) return true;
  }
  if (browserPath()) {
    say('No Japanese font was found: screenshots will show boxes. Install fonts-noto-cjk.');
    return true;
  }
  say("Trying Playwright's own Chromium …");
  const fetched = spawnSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
    stdio: 'ignore',
  });
  if (fetched.status === 0) return true;
  say('No Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk) or name one in CHROMIUM.');
  return false;
}
