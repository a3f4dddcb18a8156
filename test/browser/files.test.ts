import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { site } from '#functions/site/site.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Letter } from '#lib/core/ports.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { issueLink } from '#lib/usecases/issue-link.ts';
import { sendNotice } from '#lib/usecases/send-notice.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { hospitalRoutes, staffRoutes } from '#test/functions/every-route.ts';
import { release, villageDesk, villageRound, villager } from '#test/functions/partner/village.ts';
import { gpsPlace, withGps } from '#test/lib/core/files/pictures.ts';
import { click } from '#test/support/click.ts';
import { launchChromium } from '#test/support/launch-chromium.ts';
import { lookAtBoth } from '#test/support/look-at.ts';
import { memoryFiles } from '#test/support/memory-files.ts';
import { type Served, serve } from '#test/support/serve.ts';

const pictures = '.build/pictures/files';
const round = villageRound('r1', 'lodges', { state: 'open', due: '2026-12-20', release: '2027-01-08' });
const lodge = villager('0301-lodge', { name: '架空の宿病院' });
const guild = villager('0101-guild', { name: '架空の組合病院' });
const top = `/h/rounds/${round.id}`;
const charm = `${top}/sections/charm`;
const house = `${top}/sections/house`;
const review = `/s/rounds/${round.id}/answers/${lodge.id}`;
const office: Actor = { kind: 'prefecture', id: 'p1', name: '丙県 太郎', prefecture: '03' };
const reader = {
  kind: 'hospital',
  organisation: guild.id,
  prefecture: '01',
  round: round.id,
  purpose: 'list',
  name: '一覧担当',
} as const;

type Place = Awaited<ReturnType<typeof asked>>;
let browser: Browser;
let served: Served;
let place: Place;
let photo: Buffer;

/** A round of the village that one hospital is asked in, and its link. */
async function asked() {
  const desk = { ...villageDesk(), files: memoryFiles() };
  const link = issueLink(desk.world, round, lodge, 'answer', '田中');
  await desk.table.putAll([
    rows.round.item(round),
    rows.organisation.item(lodge),
    rows.organisation.item(guild),
    rows.answer.item({
      round: round.id,
      organisation: lodge.id,
      name: lodge.name,
      prefecture: lodge.prefecture,
      state: 'unopened',
      revision: 0,
      version: 1,
      chain: { seq: 0, hash: '' },
    }),
  ]);
  await desk.table.write(link.write);
  return { desk, token: link.token };
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await launchChromium();
  served = await serve({
    assets: [
      'functions/components/app.css',
      'functions/hospital/pages/open/open.client.ts',
      'functions/hospital/pages/section/section.client.ts',
      'functions/hospital/pages/section/files.client.ts',
      'functions/staff/components/staff.client.ts',
      'functions/partner/pages/list/list.css',
    ],
    home: '/s/home',
    site: (origin) => (path) => (event, context) => {
      const desk = { ...place.desk, origin };
      const pages = path.startsWith('/s/')
        ? site({ desk, origin, routes: staffRoutes, door: '/s/sign-in' })
        : site({ desk, origin, routes: hospitalRoutes, door: '/h/open' });
      return pages(event, context);
    },
  });
  photo = await photograph();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

beforeEach(async () => {
  place = await asked();
});

/** A picture as a telephone takes it: drawn by the browser, with the place noted in it. */
async function photograph(): Promise<Buffer> {
  const page = await browser.newPage();
  const drawn = await page.evaluate(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const brush = canvas.getContext('2d');
    brush.fillStyle = '#9cc4e4';
    brush.fillRect(0, 0, 640, 300);
    brush.fillStyle = '#5b7f3a';
    brush.fillRect(0, 300, 640, 180);
    brush.fillStyle = '#f4f1ea';
    brush.fillRect(180, 160, 280, 180);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  })()`);
  await page.close();
  return Buffer.from(withGps(Buffer.from(String(drawn), 'base64')));
}

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;
interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
}

async function visitor(address: string, options: ContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(served.origin + address);
  return { page, context };
}

/** Somebody of the hospital who opened a mailed link in a browser of their own. */
async function clerk(token = place.token, options: ContextOptions = {}): Promise<Visitor> {
  const { page, context } = await visitor(`/h/open#${token}`, options);
  const code = page.locator('#code');
  if (await code.isVisible()) await code.fill(token);
  await click(page.getByRole('button', { name: '開く' }));
  await page.waitForURL(`**${top}`);
  return { page, context };
}

const signedIn = async (actor: Actor): Promise<Visitor> => visitor(`/enter/${await openSession(place.desk, actor)}`);

const open = (page: Page, path: string) => page.goto(served.origin + path);
const press = (page: Page, name: string) => click(page.getByRole('button', { name, exact: true }).last());
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.setInputFiles('input[type="file"]', { name, mimeType: 'image/jpeg', buffer });
const links = (page: Page) => page.locator('.files a').allTextContents();
const answer = () => find(place.desk.table, rows.answer, keys.answer(round.id, lodge.id));

/** How wide the first picture of the page is, once it is there. */
const shownWidth = `(async () => {
  const picture = document.querySelector('.file__picture');
  await picture.decode();
  return picture.naturalWidth;
})()`;

const look = (page: Page, name: string) => lookAtBoth(page, pictures, name);

describe('a picture', () => {
  test('goes from the field to the office and to the sheet, and nothing in it says where it was taken', async () => {
    expect(photo.includes(gpsPlace)).toBe(true);
    const { page, context } = await clerk();
    await open(page, charm);
    await look(page, 'field-empty');
    await choose(page, '病院の外観.jpg', photo);
    await page.waitForURL(`**${charm}#pictures`);
    await page.locator('.files a').waitFor();
    expect(await links(page)).toEqual(['病院の外観.jpg']);
    await page.reload();
    expect(await page.evaluate(shownWidth)).toBe(640);
    await look(page, 'field-filled');
    const other = await clerk();
    await open(other.page, charm);
    expect(await links(other.page)).toEqual(['病院の外観.jpg']);
    await press(other.page, '保存して次へ');
    await other.page.waitForURL('**/check');
    await press(other.page, '提出する');
    await other.page.waitForURL('**/done');
    await Promise.all([context.close(), other.context.close()]);

    const staff = await signedIn(office);
    await open(staff.page, review);
    expect(await links(staff.page)).toEqual(['病院の外観.jpg']);
    await staff.context.close();

    const head = await answer();
    expect(head?.state).toBe('submitted');
    const releasing = { ...round, state: 'releasing' } as const;
    await place.desk.table.write({ put: rows.round.item(releasing) });
    await release(place.desk, releasing);
    const partner = await signedIn(reader);
    await open(partner.page, `${top}/list/${lodge.id}`);
    await look(partner.page, 'sheet');
    const [taken] = await Promise.all([
      partner.page.waitForEvent('download'),
      partner.page.locator('.files a', { hasText: '病院の外観.jpg' }).click(),
    ]);
    expect(taken.suggestedFilename()).toBe('病院の外観.jpg');
    const bytes = Buffer.concat(await (await taken.createReadStream()).toArray());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect([bytes.includes('Exif'), bytes.includes(gpsPlace)]).toEqual([false, false]);
    await partner.context.close();
  });

  test('is sent and taken away with JavaScript off', async () => {
    const { page, context } = await clerk(place.token, { javaScriptEnabled: false });
    await open(page, charm);
    await choose(page, '食堂.jpg', photo);
    await press(page, '写真に選んだファイルを添える');
    await page.waitForURL(`**${charm}#pictures`);
    expect(await links(page)).toEqual(['食堂.jpg']);
    await press(page, '食堂.jpgを取り消す');
    await page.waitForURL(`**${charm}#pictures`);
    await expect.poll(() => links(page)).toEqual([]);
    expect(place.desk.files.keys()).toEqual([]);
    await context.close();
  });

  test('that is a programme under another name is refused at its field, in words', async () => {
    const { page, context } = await clerk();
    await open(page, charm);
    await choose(page, '写真.jpg', Buffer.from('MZ\x90\0\x03 This program cannot be run in DOS mode.'));
    await page.locator('.error-summary').waitFor();
    expect(await page.title()).toMatch(/^エラー：/);
    const words = '「写真」の「写真.jpg」は添えられない種類です。JPEG・PNG・WebPのファイルを選んでください。';
    expect(await page.locator('.error-summary').textContent()).toContain(words);
    expect(
      await page
        .locator('.field')
        .filter({ has: page.locator('#pictures') })
        .textContent(),
    ).toContain(words);
    await look(page, 'field-error');
    expect(place.desk.files.keys()).toEqual([]);
    await context.close();
  });
});

test('a colleague is invited, opens the same survey by the mailed link, and each sees the other’s section', async () => {
  const { page, context } = await clerk();
  await open(page, top);
  await click(page.getByRole('link', { name: '院内の方と分担する' }));
  await page.fill('#name', '鈴木 花子');
  await page.fill('#email', 'suzuki@elsewhere.example');
  await press(page, '招待のメールを送る');
  await page.locator('#sure').waitFor();
  await page.fill('#email', 'suzuki@village.example');
  await press(page, '招待のメールを送る');
  await page.waitForURL('**/people?done=invite');
  await look(page, 'people-invited');
  const colleague = await clerk(await mailedToken());
  await open(colleague.page, charm);
  await choose(colleague.page, '中庭.jpg', photo);
  await colleague.page.waitForURL(`**${charm}#pictures`);
  await open(page, house);
  await page.fill('#rooms', '4');
  await press(page, '保存して一覧に戻る');
  await page.waitForURL(`**${top}`);
  expect(await page.locator('.task', { hasText: '魅力' }).textContent()).toContain('鈴木 花子さん');
  await open(page, charm);
  expect(await links(page)).toEqual(['中庭.jpg']);
  await open(colleague.page, top);
  expect(await colleague.page.locator('.task', { hasText: '受入れ' }).textContent()).toContain('田中さん');
  await open(page, `${top}/people`);
  await press(page, '鈴木 花子さんのリンクを取り消す');
  await page.waitForURL('**/people?done=*');
  await colleague.page.reload();
  expect(colleague.page.url()).not.toBe(served.origin + top);
  await Promise.all([context.close(), colleague.context.close()]);
});

/** The code of the only link that waits to be mailed. */
async function mailedToken(): Promise<string> {
  const letters: Letter[] = [];
  const mailer = {
    ready: async () => true,
    send: async (letter: Letter) => {
      letters.push(letter);
      return { kind: 'accepted', messageId: 'm' } as const;
    },
  };
  for (const item of place.desk.table.all().filter(({ pk }) => pk.startsWith('OUT#')))
    await sendNotice(place.desk, mailer, 'https://renkei.example', item);
  expect(letters.map(({ to }) => to)).toEqual(['suzuki@village.example']);
  return /#([0-9A-Z-]+)/.exec(letters[0]?.text ?? '')?.[1] ?? '';
}

test('what the prefecture heard by telephone is marked on the hospital’s page, which corrects it', async () => {
  const staff = await signedIn(office);
  await open(staff.page, review);
  await click(staff.page.getByRole('link', { name: '電話で聞き取った回答を入力する' }));
  await look(staff.page, 'telephone');
  await click(staff.page.getByRole('link', { name: '受入れ' }));
  await staff.page.check('input[name="talks"][value="yes"]');
  await staff.page.fill('#rooms', '4');
  await press(staff.page, '保存して次へ');
  await staff.page.waitForURL('**/telephone/sections/charm');
  await look(staff.page, 'telephone-files');
  await open(staff.page, `${review}/telephone/check`);
  await press(staff.page, '提出する');
  await staff.page.waitForURL('**?done=telephone');
  await staff.context.close();

  const { page, context } = await clerk();
  expect(await page.locator('main').textContent()).toContain('電話で聞き取り・入力者 丙県 太郎');
  await press(page, '内容を訂正する');
  await page.waitForURL(`**${top}*`);
  await open(page, house);
  await look(page, 'section-heard');
  await page.fill('#rooms', '5');
  await press(page, '保存して次へ');
  await page.waitForURL(`**${charm}*`);
  await open(page, `${top}/check`);
  await press(page, '提出する');
  await page.waitForURL('**/done');
  expect(await answer()).toMatchObject({ state: 'resubmitted', revision: 2 });
  expect((await answer())?.heardBy).toBeUndefined();
  await context.close();
});
