import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteStaff } from '#lib/usecases/accounts/invite-staff.ts';
import { revokeStaff } from '#lib/usecases/accounts/revoke-staff.ts';
import { serveStaff } from '#test/functions/staff/serve-staff.ts';
import { launchChromium } from '#test/support/launch-chromium.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;
let served: Awaited<ReturnType<typeof serveStaff>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;

/** Gives the page an authenticator of its own that says yes to everything, as a fingerprint would. */
async function addAuthenticator(target: Page): Promise<void> {
  const cdp = await target.context().newCDPSession(target);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function invited(request: string): Promise<string> {
  const made = await inviteStaff(country.desk, ministry, { name: '岩手 三郎', office: '03', request });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.code;
}

beforeAll(async () => {
  country = await smallCountry(new Date().toISOString());
  served = await serveStaff(country);
  browser = await launchChromium();
  context = await browser.newContext({ locale: 'ja-JP' });
  page = await context.newPage();
  await addAuthenticator(page);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe('a member of staff', () => {
  test('registers a passkey by a one-time link, is in, leaves, and comes in again by the passkey', async () => {
    await page.goto(`${served.origin}/s/sign-in/register#${await invited('a1')}`);
    expect(await page.inputValue('#code')).toMatch(/^[0-9A-Z-]{26,}$/);
    expect(page.url()).not.toContain('#');
    await page.click('text=パスキーを登録する');
    await page.waitForURL('**/s/home');
    expect(await page.textContent('h1')).toBe('今日すること（岩手県）');

    await page.click('text=終了する');
    await page.waitForURL('**/s/sign-in');
    await page.click('text=パスキーでサインイン');
    await page.waitForURL('**/s/home');
    expect(await page.textContent('.site-header__who')).toContain('岩手 三郎');
  });

  test('whose access was taken away stays outside, and is told what to do', async () => {
    await page.click('text=終了する');
    await revokeStaff(country.desk, ministry, 'a1');
    await page.click('text=パスキーでサインイン');
    await page.waitForSelector('.error-summary');
    expect(await page.title()).toMatch(/^エラー：/);
    expect(await page.textContent('.error-summary')).toContain('サインインできませんでした');
  });

  test('with a spent code is told so where it was typed', async () => {
    await page.goto(`${served.origin}/s/sign-in/register`);
    await page.fill('#code', 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-A');
    await page.click('text=パスキーを登録する');
    await page.waitForSelector('[data-problem]:not(:empty)');
    expect(await page.textContent('[data-problem]')).toContain('登録コードが使えません');
  });

  test('without a passkey is not let in by an empty form', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const silent = await plain.newPage();
    await silent.goto(`${served.origin}/s/sign-in`);
    await silent.click('text=パスキーでサインイン');
    expect(await silent.textContent('.error-summary')).toContain('JavaScriptを有効に');
    await plain.close();
  });
});
