import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { site } from '#functions/site/site.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { hospitalRoutes, staffRoutes } from '#test/functions/every-route.ts';
import { clerkOf } from '#test/functions/staff/open-round.ts';
import { typedInto } from '#test/functions/workbook/filled-in.ts';
import { click } from '#test/support/click.ts';
import { foreignForm, placeOnMap } from '#test/support/foreign-form.ts';
import { largeForm } from '#test/support/large-form.ts';
import { launchChromium } from '#test/support/launch-chromium.ts';
import { lookAtBoth } from '#test/support/look-at.ts';
import { type Served, serve } from '#test/support/serve.ts';
import { signedIn } from '#test/support/signed-in.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

const pictures = '.build/pictures/studio';

let country: SmallCountry;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  country = await smallCountry();
  served = await serve({
    assets: [
      'functions/components/app.css',
      'functions/staff/components/staff.client.ts',
      'functions/studio/pages/preview-form/follow-conditions.client.ts',
      'functions/staff/pages/job/watch-job.client.ts',
    ],
    home: '/s/forms',
    site: (origin) => {
      const desk = { ...country.desk, origin };
      const staff = site({ desk, origin, routes: staffRoutes, door: '/s/sign-in' });
      const hospital = site({ desk, origin, routes: hospitalRoutes, door: '/h/open' });
      return (path) => (path.startsWith('/h/') ? hospital : staff);
    },
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function enter(actor: Actor, javaScriptEnabled = false): Promise<Page> {
  const viewport = { width: 1280, height: 900 };
  const page = await signedIn(browser, served.origin, country.desk, actor, { viewport, javaScriptEnabled });
  page.setDefaultTimeout(10_000);
  return page;
}

/** Presses a button or follows a link. */
const go = (role: 'button' | 'link') => (page: Page, name: string) =>
  click(page.getByRole(role, { name, exact: true }).first());
const press = go('button');
const follow = go('link');

let form: string;
let round: string;

describe('staff compose a survey', () => {
  test('with JavaScript off: sections, questions, a condition, order, and a deletion taken back', async () => {
    const page = await enter(ministry);
    await follow(page, '調査票を作る');
    await page.fill('#title', '受入れの見通し');
    await press(page, '作り始める');
    form = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await follow(page, 'セクションを追加する');
    await page.fill('#title', '受入れ');
    await press(page, '保存する');

    await click(page.getByRole('link', { name: '質問を追加する' }));
    await follow(page, '一つ選ぶ');
    await page.fill('#label', '受け入れられますか');
    await page.fill('#choices', '受け入れられる\n受け入れられない');
    await page.check('[name="required"][value="yes"]');
    await press(page, '保存して、続けて追加する');
    await follow(page, '数');
    await press(page, '保存する');
    expect(await page.locator('.error-summary').textContent()).toContain('質問文');
    await page.fill('#label', '受け入れられる人数');
    await page.fill('#unit', '人');
    await page.fill('#max', '５０人');
    await press(page, '保存する');

    await follow(page, '条件：受け入れられる人数');
    await press(page, 'この質問で決める');
    await page.check('[name="comparison"][value="any-of"]');
    await page.getByLabel('受け入れられる', { exact: true }).check();
    await press(page, 'この条件にする');
    expect(await page.locator('main').textContent()).toContain('「受け入れられますか」が「受け入れられる」の場合');

    await press(page, '上へ：受け入れられる人数');
    expect(await page.locator('main').textContent()).toContain('公開する前に直すところが1件あります');
    await press(page, '直前の変更を元に戻す');
    await press(page, '削除：受け入れられますか');
    expect(await page.locator('.parts > li').count()).toBe(1);
    await press(page, '直前の変更を元に戻す');
    expect(await page.locator('.parts > li').count()).toBe(2);
    expect(await page.locator('main').textContent()).not.toContain('公開する前に直すところ');
    await page.context().close();
  });

  test('tries it out as a hospital will see it, publishes it, and asks the hospitals of 岩手', async () => {
    const page = await enter(ministry, true);
    await page.goto(`${served.origin}/s/forms/${form}/preview/s1`);
    const places = page.getByRole('textbox', { name: '受け入れられる人数' });
    expect(await places.isVisible()).toBe(false);
    await page.getByLabel('受け入れられる', { exact: true }).check();
    expect(await places.isVisible()).toBe(true);
    await places.fill('九人');
    await press(page, '入力を確かめる');
    expect(await page.locator('.error-summary').textContent()).toContain('受け入れられる人数');

    await page.goto(`${served.origin}/s/forms/${form}/publish`);
    await press(page, '第1版として公開する');
    await follow(page, 'この調査票で調査を準備する');
    await page.check('[name="asks"][value="destination"]');
    expect(await page.isVisible('#survey')).toBe(true);
    await click(page.getByText('都道府県をしぼる'));
    await page.getByLabel('岩手県').check();
    await page.fill('#due', '令和9年1月29日');
    await page.fill('#officeName', '医事課');
    await page.fill('#officeTelephone', '03-0000-0000');
    await press(page, '内容を確かめる');
    expect(await page.locator('main').textContent()).toContain('3病院');
    await page.check('#confirm');
    await press(page, '依頼を送る');
    await country.runJobs();
    round = String(country.all().find(({ pk }) => pk.startsWith('RND#'))?.id);
    await page.context().close();
  });

  test('a hospital answers it, and staff find the answer in their table', async () => {
    const clerk = await enter(clerkOf(round, 'IWATE1'));
    await clerk.goto(`${served.origin}/h/rounds/${round}/sections/s1`);
    await clerk.getByLabel('受け入れられる', { exact: true }).check();
    await clerk.getByRole('textbox', { name: '受け入れられる人数' }).fill('３人');
    await click(clerk.getByRole('button', { name: '保存して次へ' }).last());
    await clerk.goto(`${served.origin}/h/rounds/${round}/check`);
    expect(await clerk.locator('main').textContent()).not.toContain('連携元病院へ提供');
    await press(clerk, '提出する');
    await clerk.waitForURL('**/done');

    const officer = await enter(iwate);
    await officer.goto(`${served.origin}/s/rounds/${round}/answers`);
    expect(await officer.locator('tr', { hasText: '架空IWATE1病院' }).textContent()).toContain('提出済');
    await officer.goto(`${served.origin}/s/rounds/${round}/answers/IWATE1`);
    expect(await officer.locator('main').textContent()).toContain('3人');
    await clerk.context().close();
    await officer.context().close();
  });
});

describe('a prefecture asks its own hospitals', () => {
  test('from a copy of the ministry’s form: published, asked of two hospitals, followed and ended, each page looked at', async () => {
    const page = await enter(iwate, true);
    const look = (name: string) => lookAtBoth(page, pictures, `prefecture-${name}`);
    await page.goto(`${served.origin}/s/forms`);
    await look('forms');
    await follow(page, '「受入れの見通し」（第1版）の写しから作る');
    await page.fill('#title', '岩手県の受入れの見通し');
    await look('new');
    await press(page, '作り始める');
    await follow(page, '公開に進む');
    await press(page, '第1版として公開する');
    await page.goto(`${served.origin}/s/rounds/new`);
    await look('choose-form');
    await follow(page, '岩手県の受入れの見通し（第1版）');
    await page.check('[name="asks"][value="chosen"]');
    expect(await page.isVisible('#survey')).toBe(false);
    await click(page.getByText('病院を選ぶ（'));
    await press(page, '病院をさがす');
    expect(await page.locator('main').textContent()).not.toContain('架空TOKYO');
    await page.getByLabel('架空IWATE1病院').check();
    await page.getByLabel('架空IWATE3病院').check();
    await page.fill('#due', '令和9年1月29日');
    await look('new-round');
    await press(page, '内容を確かめる');
    await look('new-round-refused');
    await page.fill('#officeName', '岩手県医療政策室');
    await page.fill('#officeTelephone', '019-000-0000');
    await press(page, '内容を確かめる');
    expect(await page.locator('main').textContent()).toContain(
      '岩手県医療政策室の「岩手県の受入れの見通し」へのご回答',
    );
    await look('preview');
    await page.check('#confirm');
    await press(page, '依頼を送る');
    await country.runJobs();
    await page.reload();
    await follow(page, '調査の様子を見る');
    const at = page.url();
    await look('round');
    for (const [name, path] of [
      ['reminders', `${at}/reminders`],
      ['rounds', '/s/rounds'],
      ['home', '/s/home'],
    ] as const) {
      expect([name, (await page.goto(new URL(path, at).href))?.status()]).toEqual([name, 200]);
      await look(name);
    }
    await page.goto(at);
    await page.check('#end-confirm');
    await press(page, '調査を終える');
    expect(await page.locator('main').textContent()).toContain('調査を終えました。');
    const centre = await enter(ministry, true);
    for (const [name, path] of [
      ['forms', '/s/forms'],
      ['rounds', '/s/rounds'],
      ['round', at],
    ] as const) {
      await centre.goto(new URL(path, at).href);
      await lookAtBoth(centre, pictures, `ministry-${name}`);
    }
    await page.context().close();
    await centre.context().close();
  });
});

test('staff say where the answers with an old choice go before the next version is published', async () => {
  const page = await enter(ministry, true);
  await page.goto(`${served.origin}/s/forms/${form}/questions/q2`);
  await page.fill('#choices', '受け入れられる\n条件付きで受け入れる\n当面は受け入れない');
  await press(page, '保存する');
  await page.goto(`${served.origin}/s/forms/${form}/publish`);
  await press(page, '第2版として公開する');
  expect(await page.locator('.error-summary').textContent()).toContain('「受け入れられない」を選んだ回答');
  await page.getByText('「受け入れられますか」で、前の版の').waitFor();
  expect(await page.locator('main').textContent()).toContain('提出した1病院のうち、引き継がれないところがある');
  await lookAtBoth(page, pictures, 'publish-choices');
  await page.getByRole('combobox').selectOption({ label: '「当面は受け入れない」にする' });
  await press(page, '引継ぎを確かめる');
  expect(await page.locator('main').textContent()).toContain('引き継がれない回答ありません。');
  await press(page, '第2版として公開する');
  expect(await page.locator('main').textContent()).toContain('第2版');
  await page.context().close();
});

describe('a file that a job reads', () => {
  /** Hands a file in on a page; the waiting page, then what was read of it, are looked at, and the page names it meanwhile. */
  async function handIn(page: Page, path: string, button: string, name: string, bytes: Uint8Array): Promise<void> {
    await page.goto(served.origin + path);
    const buffer = Buffer.from(bytes);
    await page.setInputFiles('#file', { name: `${name}.xlsx`, mimeType: 'application/octet-stream', buffer });
    await press(page, button);
    await lookAtBoth(page, pictures, `${name}-waiting`);
    await page.goto(served.origin + path);
    await lookAtBoth(page, pictures, `${name}-listed`);
    await country.runJobs();
    await follow(page, `${name}.xlsx`);
    await lookAtBoth(page, pictures, `${name}-read`);
  }

  test('a foreign XLSForm is found again while it is read, told by sheet and row, and becomes a form', async () => {
    const page = await enter(ministry, true);
    await handIn(page, '/s/forms/import', '内容を確かめる', 'foreign-wrong', foreignForm(placeOnMap));
    expect(await page.locator('.table-box').first().textContent()).toContain('survey 16行目');
    await page.goto(`${served.origin}/s/forms/import`);
    await lookAtBoth(page, pictures, 'foreign-wrong-listed-again');
    await press(page, '一覧から消す：foreign-wrong.xlsx');
    expect(await page.locator('main').textContent()).not.toContain('foreign-wrong.xlsx');
    await handIn(page, '/s/forms/import', '内容を確かめる', 'foreign', foreignForm());
    await press(page, '下書きにする');
    expect(await page.locator('main').textContent()).toContain('「病床数」が100以上の場合');
    await lookAtBoth(page, pictures, 'foreign-composed');
    const composed = new URL(page.url()).pathname;
    await follow(page, '条件：人数');
    expect(await page.locator('main').textContent()).toContain('同じ行の「始まり」に回答した場合');
    await lookAtBoth(page, pictures, 'column-condition');
    await page.goto(`${served.origin}${composed}/preview/accept`);
    const doctors = page.getByLabel('人数（1行目）');
    expect(await doctors.isVisible()).toBe(false);
    await lookAtBoth(page, pictures, 'column-hidden');
    await page.getByLabel('始まり（1行目）').fill('令和9年4月1日');
    expect(await doctors.isVisible()).toBe(true);
    await page.context().close();
  });

  test('a questionnaire with a wrong cell is found again while it is read, and told by cell', async () => {
    const page = await enter(clerkOf(round, 'IWATE2'), true);
    const workbook = `/h/rounds/${round}/workbook`;
    const questionnaire = await page.request.get(`${served.origin}${workbook}/questionnaire/xlsx`);
    const typed = typedInto(await questionnaire.body(), { q2: '受け入れられる', q3: 'たくさん' });
    await handIn(page, workbook, '読み取って確かめる', 'answers', typed);
    expect(await page.locator('.table-box').first().textContent()).toContain('シート1 C3');
    await press(page, 'この内容で取り込む');
    await lookAtBoth(page, pictures, 'answers-taken');
    await page.context().close();
  });
});

describe('two officers compose one large form', () => {
  const colleague: Actor = { kind: 'ministry', id: 'm2', name: '厚労 次郎' };

  test('neither loses an edit, a question goes far at once, and a ring is refused at its field', async () => {
    const sections = largeForm.sections.slice(0, 6).map((each) => ({ ...each, questions: each.questions.slice(0, 4) }));
    const start = { ...largeForm, sections };
    await createForm(country.desk, ministry, { title: '大きな調査', start, from: 'x', request: 'large' });
    const at = `${served.origin}/s/forms/form-large`;
    const [own, other] = [await enter(ministry, true), await enter(colleague, true)];
    const look = (page: Page, name: string) => lookAtBoth(page, pictures, `together-${name}`);
    await own.goto(at);
    await look(own, 'large');
    await own.goto(`${at}/questions/q3`);
    await own.getByRole('combobox', { name: '移す先のセクション' }).selectOption({ label: '6　第6の項目' });
    await look(own, 'question');
    await press(own, 'このセクションの最後へ移す');
    expect(await own.locator('#part-section-s5').textContent()).toContain('4番目の');
    await press(own, '直前の変更を元に戻す');

    for (const [part, label] of [
      ['name', '名前'],
      ['questions/q3', '質問'],
      ['questions/q12', '消した質問'],
    ] as const) {
      await own.goto(`${at}/${part}`);
      const field = part === 'name' ? '#title' : '#label';
      if (part === 'questions/q12') {
        await other.goto(at);
        await press(other, '削除：13番目の、受入れの見通しについての質問');
      } else {
        await other.goto(`${at}/${part}`);
        await other.fill(field, `同僚の${label}`);
        await press(other, '保存する');
      }
      await own.fill(field, `私の${label}`);
      await press(own, '保存する');
      expect(await own.inputValue(field)).toBe(`私の${label}`);
      expect(await own.locator('main').textContent()).toContain('まだ保存していません');
      await look(own, `conflict-${part.replace('/', '-')}`);
    }
    await press(own, '保存する');
    expect(await own.locator('#part-section-s1').textContent()).toContain('私の消した質問');
    await look(own, 'faults');

    await press(own, '下へ：1番目の、受入れの見通しについての質問');
    await own.goto(`${at}/questions/q0/when?about=q1`);
    await own.check('[name="comparison"][value="answered"]');
    await press(own, 'この条件にする');
    const said = '（「1番目の、受入れの見通しについての質問」→「2番目の、受入れの見通しについての質問」→';
    expect(await own.locator('#about-problem').textContent()).toContain(said);
    await look(own, 'ring');
    await own.context().close();
    await other.context().close();
  });
});

const pages: readonly (readonly [name: string, path: string])[] = [
  ['forms', ''],
  ['new', '/new'],
  ['import', '/import'],
  ['compose', '/{form}'],
  ['kinds', '/{form}/sections/s1/add'],
  ['question', '/{form}/questions/q2'],
  ['condition', '/{form}/questions/q3/when'],
  ['preview', '/{form}/preview/s1'],
  ['publish', '/{form}/publish'],
  ['version', '/{form}/versions/2'],
];

describe('the pages of the studio', () => {
  let page: Page;
  beforeAll(async () => {
    page = await enter(ministry, true);
  });

  test.each(pages)('%s has nothing that axe finds, and does not scroll sideways', async (name, path) => {
    const response = await page.goto(`${served.origin}/s/forms${path.replace('{form}', form)}`);
    expect(response?.status()).toBe(200);
    await lookAtBoth(page, pictures, name);
  });
});
