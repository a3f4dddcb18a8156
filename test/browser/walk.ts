import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '#infra/local/demo/load-demo.ts';
import { typedInto } from '#test/functions/workbook/filled-in.ts';
import { click } from '#test/support/click.ts';
import { libreOffice, savedByLibreOffice } from '#test/support/ensure-libreoffice.ts';
import { foreignForm, placeOnMap } from '#test/support/foreign-form.ts';
import { launchChromium } from '#test/support/launch-chromium.ts';
import { barriers, takePicture } from '#test/support/look-at.ts';
import { startRenkei, type TestPlatform } from '#test/support/platform.ts';

const office = libreOffice();

/** How wide the browser is, CSS pixels, and how many hospitals the 連携先 side of the country has. */
export interface Walk {
  readonly width: number;
  readonly destinations: number;
  /** Whether people hand files in too, which LibreOffice saved. */
  readonly files?: true;
}

/** The main job as its users do it, from the opening of a round to the request to talk; leaves a picture of every page. */
export const walk = ({ width, destinations, files }: Walk) => {
  const folder = `test/browser/screenshots/${width}`;
  let platform: TestPlatform;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let pictures = 0;
  const errors: string[] = [];

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    const { seed, people } = await loadDemo();
    platform = await startRenkei({
      seed: (context) => seed(context, destinations),
      people,
      clock: '2026-12-01T01:00:00.000Z',
    });
    platform.mail.quota.maxSendRate = 1000;
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(platform.origin) && !request.url().startsWith('data:'))
        errors.push(`asked ${request.url()}`);
    });
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  /** A picture of the page, and what every page must hold: no sideways scroll, no barrier that axe finds. */
  async function look(name: string): Promise<void> {
    pictures += 1;
    await takePicture(page, `${folder}/${String(pictures).padStart(2, '0')}-${name}.png`);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(`${name}: ${overflow} px too wide`).toBe(`${name}: 0 px too wide`);
    expect([name, ...(await barriers(page))]).toEqual([name]);
  }
  const press = (name: string | RegExp) => click(page.getByRole('button', { name }).first());
  const follow = (name: string | RegExp) => click(page.getByRole('link', { name }).first());
  const be = async (persona: string) => {
    await page.goto(`${platform.origin}/demo`);
    await click(page.locator(`form:has(input[value^="${persona}"]) button`));
    await page.waitForURL((url) => !url.pathname.startsWith('/demo') || url.search !== '');
  };
  const hrefs = async (selector: string): Promise<string[]> => {
    const links = await page.locator(selector).all();
    const found = await Promise.all(links.map((link) => link.getAttribute('href')));
    return found.map((href) => new URL(href ?? '', page.url()).href);
  };
  const heading = () => page.getByRole('heading', { level: 1 }).textContent();
  const rest = async () => expect(await platform.settle(240_000)).toBe(true);
  const clerk = async () => (await platform.inbox.list()).find(({ subject }) => subject.includes('回答のお願い'));
  const openMail = async (to: string, word: string) => {
    const [mail] = platform.inbox.to(to).filter(({ subject }) => subject.includes(word));
    expect(mail?.subject).toContain(word);
    await page.goto(`${platform.origin}/demo/mail/${mail?.id}`);
  };
  const names = (of: Page) => of.locator('.entry__name').allTextContents();
  let destination = '';

  test('the ministry prepares a round, sees whom it asks and what is sent, and sends it', async () => {
    await page.goto(`${platform.origin}/demo`);
    await look('demo');
    await be('ministry');
    await look('home');
    await page.goto(`${platform.origin}/s/rounds/new`);
    await press('内容を確かめる');
    expect(await page.title()).toContain('エラー：');
    await look('new-round-errors');
    const option = page
      .locator('#survey option')
      .filter({ hasText: '令和9年度' })
      .filter({ hasText: '連携先病院の情報' });
    await page.selectOption('#survey', (await option.getAttribute('value')) ?? '');
    await page.fill('#title', '令和9年度 連携先病院の情報提供調査');
    await page.fill('#due', '令和９年１月２９日');
    await page.fill('#release', '2027/2/12');
    await page.fill('#officeName', '厚生労働省医政局医事課（デモ）');
    await page.fill('#officeTelephone', '０３ー００００ー００００');
    await look('new-round');
    await press('内容を確かめる');
    expect(await heading()).toBe('送る前の確認');
    expect(await page.locator('main').textContent()).toContain(`${destinations}病院`);
    await look('preview');
    await page.check('#confirm');
    await press('依頼を送る');
    await rest();
    expect(platform.inbox.list().filter(({ subject }) => subject.includes('回答のお願い'))).toHaveLength(destinations);
    await page.goto(`${platform.origin}/s/rounds`);
    await follow('令和9年度 連携先病院の情報提供調査');
    await look('round-open');
  });

  test('a hospital opens its mail, answers and submits', async () => {
    await be('answer:');
    await page.goto(`${platform.origin}/demo`);
    const persona = (await page.locator('form input[value^="answer:"]').getAttribute('value')) ?? '';
    destination = `kenshu@h${persona.split(':')[1]}.example`;
    expect(await clerk()).toBeDefined();
    await openMail(destination, '回答のお願い');
    await look('mail-request');
    await click(page.locator('a[href*="/h/open#"]').first());
    await look('open');
    await press('開く');
    await page.waitForURL(/\/h\/rounds\//);
    await look('survey');
    const home = page.url();
    const sections = await hrefs('main a[href*="/sections/"]');
    for (const [index, section] of [...new Set(sections)].entries()) {
      await page.goto(section);
      if (index < 3) await look(`section-${index + 1}`);
      if (index === 0) {
        await page.fill('#beds', '１２０床');
        await press('保存して次へ');
        continue;
      }
      const same = page.getByRole('button', { name: '前回と同じ' });
      if (await same.count()) await click(same.first());
      else await answerWhatIsRequired();
    }
    await page.goto(home);
    await look('survey-complete');
    await page.goto(`${home.replace(/\/$/, '')}/check`);
    await look('check');
    const sure = page.locator('#sure');
    if (await sure.count()) await sure.check();
    await press('提出する');
    await expect.poll(heading).toBe('提出しました');
    await look('done');
    await rest();
    await openMail(destination, '受け付けました');
  });

  /** Fills what a section cannot do without, as somebody who answers for the first time would. */
  async function answerWhatIsRequired(): Promise<void> {
    const accepts = page.locator('input[name="accepts"][value="yes"]');
    if (await accepts.count()) await accepts.check();
    for (const [field, value] of Object.entries({
      'periods.0.from-year': '2027-04-01',
      'periods.0.to-year': '2027-09-30',
      'periods.0.doctors': '２',
      'departments.0.supervisors': '3',
    })) {
      const input = page.locator(`[name="${field}"]`);
      if (await input.count()) await input.first().fill(value);
    }
    const department = page.locator('select[name="departments.0.department"]');
    if (await department.count()) await department.selectOption({ index: 1 });
    await press('保存して次へ');
  }

  test('other hospitals answer; the prefecture returns one answer with a reason and approves another', async () => {
    await page.goto(`${platform.origin}/demo/others`);
    await press('ほかの病院に回答してもらう');
    await page.getByText('病院が回答を提出しました').waitFor({ timeout: 240_000 });
    await rest();
    await be('prefecture-03');
    await look('prefecture-home');
    await page.goto(`${platform.origin}/s/rounds`);
    await follow('令和9年度 連携先病院の情報提供調査');
    await look('prefecture-round');
    await follow('回答の一覧を見る');
    await look('answers');
    const list = page.url();
    const own = destination.slice('kenshu@h'.length, -'.example'.length);
    await click(page.locator(`main a[href$="/${own}"]`).first());
    await look('answer');
    await click(page.getByText('差し戻す', { exact: true }).first());
    await press('差し戻す');
    expect(await page.title()).toContain('エラー：');
    await look('answer-return-error');
    await page.fill('#return-reason', '受入可能な人数を、時期ごとに確かめてください。');
    await press('差し戻す');
    await page.goto(list);
    const others = await hrefs('main tbody tr:has-text("提出済") a[href*="/answers/"]');
    await page.goto(others[0] ?? '');
    await press('承認する');
    await rest();
    await openMail(destination, '修正のお願い');
    expect(await page.locator('main').textContent()).toContain('受入可能な人数を、時期ごとに確かめてください。');
    await look('mail-returned');
  });

  test('as the clock moves, reminders go to exactly those who still owe an answer', async () => {
    const before = platform.inbox.list().length;
    await platform.clock.advanceTo('2027-01-22T01:00:00.000Z');
    await rest();
    const reminded = platform.inbox
      .list()
      .filter(({ subject }) => subject.includes('期限が近づいています'))
      .map(({ to }) => to[0]);
    expect(platform.inbox.list().length).toBeGreaterThan(before);
    await be('ministry');
    await page.goto(`${platform.origin}/s/rounds`);
    await follow('令和9年度 連携先病院の情報提供調査');
    await look('round-reminded');
    const receipts = new Set(
      platform.inbox
        .list()
        .filter(({ subject }) => subject.includes('受け付けました'))
        .map(({ to }) => to[0]),
    );
    expect(reminded.filter((to) => to !== destination && receipts.has(to))).toEqual([]);
    expect(reminded).toContain(destination);
    const owing = destinations - receipts.size + 1;
    expect(new Set(reminded).size).toBe(owing);
  });

  /** Hands files in on the page that is open, one after the other, and waits for what a job read of each; `name`d for its picture. */
  async function hand(button: string, name: string, made: readonly Uint8Array[]): Promise<void> {
    const top = page.url();
    for (const [at, bytes] of (office ? savedByLibreOffice(made) : made).entries()) {
      await page.goto(top);
      const file = { name: `${name}${at + 1}.xlsx`, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
      await page.setInputFiles('#file', file);
      await press(button);
      await page.locator('#job').waitFor({ state: 'detached' });
      await look(`read-${name}-${at + 1}`);
      await page.goto(top);
      await follow(file.name);
    }
  }

  /** Fills the questionnaire in as a file, wrongly first. */
  async function answerInExcel(home: string): Promise<void> {
    await page.goto(`${home}/workbook`);
    const questionnaire = await (await page.request.get(`${home}/workbook/questionnaire/xlsx`)).body();
    const filled = [{ beds: 'たくさん' }, { beds: '１３０床' }].map((typed) => typedInto(questionnaire, typed));
    await hand('読み取って確かめる', '回答', filled);
    expect(await page.locator('main').textContent()).toContain('130床');
    await press('この内容で取り込む');
    expect(await heading()).toBe('ファイルの回答を取り込みました');
    await look('workbook-taken-in');
  }

  const takeInForm = async () => {
    await be('ministry');
    await page.goto(`${platform.origin}/s/forms/import`);
    await hand('内容を確かめる', '地域の調べ', [foreignForm(placeOnMap), foreignForm()]);
    expect(await page.locator('main').textContent()).toContain('地域の受入れ調べ');
    await press('下書きにする');
    expect(await heading()).toContain('地域の受入れ調べ');
    expect(await page.locator('main').textContent()).toContain('「病床数」が100以上の場合');
    await look('form-taken-in');
  };
  if (files) test('the ministry takes in a foreign XLSForm, after it was told what of it cannot be', takeInForm);

  test('the hospital corrects and submits again; the ministry releases', async () => {
    await openMail(destination, '修正のお願い');
    await click(page.locator('a[href*="/h/open#"]').first());
    await press('開く');
    await page.waitForURL(/\/h\/rounds\//);
    await look('survey-returned');
    const home = page.url().replace(/\/$/, '');
    if (files) await answerInExcel(home);
    await page.goto(`${home}/check`);
    const sure = page.locator('#sure');
    if (await sure.count()) await sure.check();
    await press('提出する');
    await expect.poll(heading).toBe('提出しました');
    await platform.clock.advanceTo('2027-02-12T01:00:00.000Z');
    await be('ministry');
    await page.goto(`${platform.origin}/s/rounds`);
    await follow('令和9年度 連携先病院の情報提供調査');
    await follow('提供する内容を確かめる');
    await look('release');
    await page.check('#confirm');
    await press('別の担当者に確認を頼む');
    await look('release-asked');
    expect(await page.getByRole('button', { name: '回答を提供する' }).count()).toBe(0);
    await be('second-ministry');
    await page.goto(`${platform.origin}/s/home`);
    await follow('提供する内容を確かめる');
    await look('release-confirm');
    await page.check('#confirm');
    await press('回答を提供する');
    await rest();
    expect(platform.inbox.list().filter(({ subject }) => subject.includes('連携先病院の一覧'))).toHaveLength(61);
  });

  test('a 連携元 opens its mail and its ranked list, which its sliders order anew at once as the server does without a script', async () => {
    await page.goto(`${platform.origin}/demo`);
    const persona = (await page.locator('form input[value^="list:"]').getAttribute('value')) ?? '';
    await openMail(`kenshu@h${persona.split(':')[1]}.example`, '連携先病院の一覧');
    await look('mail-list');
    await click(page.locator('a[href*="/h/open#"]').first());
    await press('開く');
    await page.waitForURL(/\/list/);
    await look('list');
    const published = await names(page);
    await click(page.getByText('自院が重視することを変える'));
    const [first, second] = await page.getByRole('slider').all();
    if (!first || !second) throw new Error('no sliders');
    const points = page.waitForResponse((told) => told.headers()['content-type']?.includes('json') ?? false);
    await first.focus();
    await (await points).finished();
    await context.setOffline(true);
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await expect.poll(() => names(page)).not.toEqual(published);
    await look('list-line-down');
    await context.setOffline(false);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('End');
    const atOnce = await names(page);
    await page.waitForURL(/[?&]w\./);
    await expect.poll(() => page.locator('#rerank-status').textContent()).toContain(`1位は${atOnce[0]}です`);
    await look('list-weighted');
    expect(await names(page)).toEqual(atOnce);
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    const other = await plain.newPage();
    await other.goto(page.url());
    expect(await names(other)).toEqual(atOnce);
    expect(await other.getByRole('slider').first().inputValue()).toBe('0');
    await plain.close();
  });

  test('compares four hospitals, and finds them on the map', async () => {
    const boxes = page.locator('input[name=ids]');
    for (const at of [0, 1, 2, 3]) await boxes.nth(at).check();
    await press('選んだ病院を比べる');
    await page.waitForURL(/compare/);
    await look('compared');
    await page.goBack();
    await click(page.getByText('地図で見る'));
    await look('list-map');
  });

  test('one hospital is asked to talk: the 連携先 is mailed', async () => {
    const before = platform.inbox.list().length;
    await click(page.locator('li.entry a[href*="/list/"]').first());
    await look('sheet');
    await press('相談を申し込む');
    expect(await page.title()).toContain('エラー：');
    await page.fill('#message', '内科で、来年度後期に2人の受入れについてご相談したいです。');
    await press('相談を申し込む');
    await rest();
    await look('approached');
    const [mail, ...more] = platform.inbox.list().slice(0, platform.inbox.list().length - before);
    expect([mail?.subject, more.length]).toEqual([expect.stringContaining('相談が届きました'), 0]);
  });

  test('nothing was asked of another origin, and no script failed', () => {
    expect(errors).toEqual([]);
  });
};
