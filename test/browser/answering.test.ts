import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routes } from '#functions/hospital/routes.ts';
import { site } from '#functions/site/site.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { clinic } from '#test/functions/hospital/clinic.ts';
import { click } from '#test/support/click.ts';
import { launchChromium } from '#test/support/launch-chromium.ts';
import { lookAt } from '#test/support/look-at.ts';
import { type Served, serve } from '#test/support/serve.ts';

const pictures = '.build/pictures/answering';
const top = '/h/rounds/r1';
const hospital = `${top}/sections/hospital`;
const acceptance = `${top}/sections/acceptance`;

let browser: Browser;
let served: Served;
let place: Awaited<ReturnType<typeof clinic>>;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await launchChromium();
  served = await serve({
    assets: [
      'functions/components/app.css',
      'functions/components/landing.client.ts',
      'functions/hospital/pages/open/open.client.ts',
      'functions/hospital/pages/section/section.client.ts',
    ],
    home: top,
    site: (origin) => (_) => (event, context) =>
      site({ desk: place.desk, origin, routes, door: '/h/open' })(event, context),
  });
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

beforeEach(async () => {
  place = await clinic();
});

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/** Somebody of the hospital who has opened the mailed link in a browser of their own. */
async function clerk(options: ContextOptions = {}): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${served.origin}/h/open#${place.token}`);
  const code = page.locator('#code');
  if (await code.isVisible()) await code.fill(place.token);
  await click(page.getByRole('button', { name: '開く' }));
  await page.waitForURL(`**${top}`);
  return { page, context };
}

const stored = async (section: string) =>
  (await find(place.table, rows.draft, keys.section('r1', 'h1', section)))?.values;
const answerState = async () => (await find(place.table, rows.answer, keys.answer('r1', 'h1')))?.state;
const saved = (page: Page) => page.locator('#save-state').getByText('保存しました').waitFor();
const press = (page: Page, name: string) => click(page.getByRole('button', { name, exact: true }).last());

/** 神, 福 and 塚 as the compatibility ideographs that some hospitals' names are written with. */
const compatible = '\uFA19\uFA1B\uFA10';

describe('a hospital answers', () => {
  test('from the link to the receipt with JavaScript off', async () => {
    const { page, context } = await clerk({ javaScriptEnabled: false });
    await page.goto(served.origin + hospital);
    await page.fill('#name', '架空第一病院');
    await page.fill('#beds', '１２０床');
    await press(page, '保存して次へ');
    await page.waitForURL(`**${acceptance}*`);
    await page.check('input[name="accepts"][value="yes"]');
    await page.fill('[name="periods.0.from"]', '令和9年4月1日');
    await page.fill('[name="periods.0.doctors"]', '2');
    await press(page, '保存して次へ');
    await page.waitForURL('**/sections/details*');
    await press(page, '保存して次へ');
    await page.waitForURL('**/check');
    await press(page, '提出する');
    await page.waitForURL('**/done');
    expect(await answerState()).toBe('submitted');
    expect(await stored('hospital')).toMatchObject({ name: '架空第一病院', beds: 120 });
    await context.close();
  });

  test('adds rows to a table and takes one away, each said by its place, and all are saved', async () => {
    const { page, context } = await clerk();
    await page.goto(served.origin + acceptance);
    await page.check('input[name="accepts"][value="yes"]');
    const add = page.locator('button[value="add:periods"]');
    const first = page.locator('#periods tbody tr').first();
    const places = () => page.locator('#periods tbody th').allTextContents();
    await page.fill('[name="periods.0.from"]', '2027/4/1');
    await page.fill('[name="periods.0.doctors"]', '1');
    for (const row of [1, 2]) {
      await click(add);
      await page.waitForFunction(`document.activeElement?.name === 'periods.${row}.from'`);
      expect(await page.inputValue(`[name="periods.${row}.from"]`)).toBe('');
      await page.fill(`[name="periods.${row}.from"]`, `2027/${row + 4}/1`);
      await page.fill(`[name="periods.${row}.doctors"]`, String(row + 1));
    }
    expect((await places()).map((place) => place.replace(/\D+/, ''))).toEqual(['1', '2', '3']);
    await click(first.getByRole('button'));
    expect((await places()).map((place) => place.replace(/\D+/, ''))).toEqual(['1', '2']);
    expect(await first.getByRole('button').getAttribute('aria-label')).toBe('1行目を削除');
    await press(page, '保存して次へ');
    await page.waitForURL('**/sections/details*');
    expect(await stored('acceptance')).toMatchObject({
      periods: [
        { from: '2027-05-01', doctors: 2 },
        { from: '2027-06-01', doctors: 3 },
      ],
    });
    await context.close();
  });

  test('with the keyboard alone, and Enter moves on to the next field instead of submitting', async () => {
    const { page, context } = await clerk();
    await page.goto(served.origin + hospital);
    const tabTo = async (selector: string) => {
      for (let step = 0; step < 40; step++) {
        if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`${selector} is not reached by Tab`);
    };
    await tabTo('#name');
    const outline = 'getComputedStyle(document.activeElement).outlineStyle';
    expect(await page.evaluate(outline)).not.toBe('none');
    await page.keyboard.type('架空第一病院');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('beds');
    expect(page.url()).toBe(served.origin + hospital);
    await page.keyboard.type('80');
    await tabTo('button.button--primary[value="next"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${acceptance}*`);
    expect(await stored('hospital')).toMatchObject({ name: '架空第一病院', beds: 80 });
    await context.close();
  });

  test('and Enter that only ends a Japanese conversion leaves the field as it is', async () => {
    const { page, context } = await clerk();
    await page.goto(served.origin + hospital);
    await page.focus('#name');
    const ime = await context.newCDPSession(page);
    await ime.send('Input.imeSetComposition', { text: 'かくう', selectionStart: 3, selectionEnd: 3 });
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 } as const;
    await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await ime.send('Input.insertText', { text: '架空' });
    await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    expect(await page.evaluate('document.activeElement.id')).toBe('name');
    expect(await page.inputValue('#name')).toBe('架空');
    expect(page.url()).toBe(served.origin + hospital);
    await context.close();
  });

  test('two at once: what each typed is kept, and of the same question both are shown', async () => {
    const [one, two] = [await clerk(), await clerk()];
    await one.page.goto(served.origin + hospital);
    await two.page.goto(served.origin + hospital);
    await one.page.fill('#beds', '100');
    await one.page.locator('#beds').blur();
    await saved(one.page);
    await two.page.fill('#telephone', '０１９－０００－００００');
    await two.page.locator('#telephone').blur();
    await saved(two.page);
    expect(await stored('hospital')).toMatchObject({ beds: 100, telephone: '019-000-0000' });
    expect(await two.page.inputValue('#beds')).toBe('100');

    await one.page.fill('#name', '架空甲病院');
    await one.page.locator('#name').blur();
    await expect.poll(async () => (await stored('hospital'))?.name, { timeout: 8_000 }).toBe('架空甲病院');
    await two.page.fill('#name', '架空乙病院');
    await press(two.page, '保存して次へ');
    const page = two.page.locator('main');
    await page.getByText('どちらの回答を残すか選んでください').waitFor();
    expect(await page.textContent()).toContain('架空甲病院');
    expect(await page.textContent()).toContain('架空乙病院');
    await one.context.close();
    await two.context.close();
  });

  test('goes back and forth between sections as between pages, with the focus on the heading of each', async () => {
    const { page, context } = await clerk();
    const requests: string[] = [];
    page.on('request', (one) => requests.push(`${one.method()} ${new URL(one.url()).pathname}`));
    await page.goto(served.origin + hospital);
    await page.fill('#name', '架空第一病院');
    await page.fill('#beds', '60');
    await press(page, '保存して次へ');
    await page.waitForURL(`**${acceptance}*`);
    expect(requests.filter((one) => one.includes('/sections/'))).toEqual([`GET ${hospital}`, `POST ${hospital}`]);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await page.check('input[name="accepts"][value="no"]');
    await saved(page);
    await page.goBack();
    await page.waitForURL(`**${hospital}`);
    await page.locator('#beds').waitFor();
    expect(await page.inputValue('#beds')).toBe('60');
    await page.goForward();
    await page.locator('input[name="accepts"][value="no"]:checked').waitFor();
    await context.close();
  });

  test('and a button pressed while the line is down loses nothing: it is said, and pressed again it goes on', async () => {
    const { page, context } = await clerk();
    await page.goto(served.origin + hospital);
    await page.fill('#name', '架空第二病院');
    await context.setOffline(true);
    await press(page, '保存して次へ');
    await page.getByText('通信できません').waitFor();
    expect(await page.inputValue('#name')).toBe('架空第二病院');
    await context.setOffline(false);
    await page.fill('#beds', '70');
    await press(page, '保存して次へ');
    await page.waitForURL(`**${acceptance}*`);
    expect(await stored('hospital')).toMatchObject({ name: '架空第二病院', beds: 70 });
    await context.close();
  });

  test('while the line is down: it is said, kept on the machine, and saved when the line is back, or on the next visit', async () => {
    const { page, context } = await clerk();
    await page.goto(served.origin + hospital);
    await context.setOffline(true);
    await page.fill('#beds', '77');
    await page.locator('#beds').blur();
    await page.getByText('通信できません').waitFor();
    expect(await stored('hospital')).toBeUndefined();
    await context.setOffline(false);
    await saved(page);
    expect(await stored('hospital')).toMatchObject({ beds: 77 });

    await context.setOffline(true);
    await page.fill('#beds', '78');
    await page.locator('#beds').blur();
    await page.getByText('通信できません').waitFor();
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(served.origin + hospital);
    await saved(again);
    expect(await again.inputValue('#beds')).toBe('78');
    await expect.poll(async () => (await stored('hospital'))?.beds, { timeout: 8_000 }).toBe(78);
    await context.close();
  });

  test('a name of 300 characters, compatibility ideographs and 10,000 characters of free text come back as typed', async () => {
    const { page, context } = await clerk({ viewport: { width: 320, height: 800 } });
    const name = compatible + '架空の長い名前の病院'.repeat(30).slice(3);
    const text = `${compatible}\n${'研修の魅力は、'.repeat(1500)}`.slice(0, 10_000);
    await page.goto(served.origin + hospital);
    await page.fill('#name', name);
    await page.fill('#beds', '120');
    await page.fill('#strength', text);
    await press(page, '保存して次へ');
    await page.waitForURL(`**${acceptance}*`);
    expect([name.length, text.length]).toEqual([300, 10_000]);
    expect(await stored('hospital')).toMatchObject({ name, strength: text });
    await page.goto(served.origin + hospital);
    expect(await page.inputValue('#name')).toBe(name);
    expect(await page.inputValue('#strength')).toBe(text);
    await page.goto(`${served.origin}${top}/check`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.screenshot({ path: `${pictures}/long-name-check.png`, fullPage: true });
    await context.close();
  });
});

/** How people see the pages who enlarge them four times, or choose their own colours. */
const ways: readonly (readonly [name: string, options: ContextOptions])[] = [
  ['enlarged to 400 %', { viewport: { width: 320, height: 256 } }],
  ['in forced colours', { forcedColors: 'active' }],
];

describe.each(ways)('seen %s', (way, options) => {
  test.each([
    ['the survey', top, ''],
    ['an empty section', acceptance, ''],
    ['a section with errors', hospital, '百二十床ぐらい'],
    ['the check page', `${top}/check`, ''],
  ])('%s reads without scrolling sideways, and axe finds nothing', async (name, path, wrong) => {
    const { page, context } = await clerk(options);
    await page.goto(served.origin + path);
    if (wrong !== '') {
      await page.fill('#beds', wrong);
      await press(page, '保存して次へ');
      await page.locator('[aria-invalid="true"]').first().waitFor();
      expect(await page.title()).toMatch(/^エラー：/);
      await click(page.locator('.error-summary a').first());
      const covered =
        '(() => { const r = document.activeElement.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight && document.elementFromPoint(r.x + 2, r.y + 2) === document.activeElement; })()';
      expect(await page.evaluate(covered)).toBe(true);
    }
    await lookAt(page, `${pictures}/${way}-${name}.png`.replaceAll(' ', '-'), page.viewportSize()?.width ?? 0);
    await context.close();
  });
});
