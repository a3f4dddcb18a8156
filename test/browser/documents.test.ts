import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentCookieOf, routes as reading } from '#functions/received/routes.ts';
import { site } from '#functions/site/site.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { rows } from '#lib/store/rows.ts';
import { staffRoutes } from '#test/functions/every-route.ts';
import { click } from '#test/support/click.ts';
import { launchChromium } from '#test/support/launch-chromium.ts';
import { lookAtBoth } from '#test/support/look-at.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { offices, pdf } from '#test/support/sent-document.ts';
import { serve } from '#test/support/serve.ts';
import { signedIn } from '#test/support/signed-in.ts';
import { iwate, ministry } from '#test/support/small-country.ts';

const pictures = '.build/pictures/documents';

let room: MailRoom;
let served: Awaited<ReturnType<typeof serve>>;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  room = await mailRoom('2026-12-01T01:00:00.000Z');
  await room.desk.table.putAll(offices.map((one) => rows.organisation.item(one)));
  served = await serve({
    assets: [
      'functions/components/app.css',
      'functions/components/landing.client.ts',
      'functions/hospital/pages/open/open.client.ts',
      'functions/staff/components/staff.client.ts',
    ],
    home: '/s/documents',
    site: (origin) => {
      const desk = { ...room.country.desk, origin };
      const pages = site({ desk, origin, routes: staffRoutes, door: '/s/sign-in' });
      const door = site({ desk, origin, routes: reading, door: '/d/open', cookie: documentCookieOf });
      return (path) => (path.startsWith('/d/') ? door : pages);
    },
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const look = (page: Page, name: string) => lookAtBoth(page, pictures, name);

const enter = (actor: Actor) => signedIn(browser, served.origin, room.desk, actor);

/** Presses a button that hands a file over; gives its name. */
async function fetched(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return download.suggestedFilename();
}

describe('The ministry sends a document out', () => {
  test('from a draft to who has not opened it, and to those again', async () => {
    const page = await enter(ministry);
    await look(page, 'empty');
    await click(page.getByRole('link', { name: '文書を作る' }));
    await click(page.getByRole('button', { name: '保存して次へ' }));
    await look(page, 'edit-wrong');
    await page.getByLabel('件名').fill('広域連携型プログラムの作成・調整等にあたっての情報提供について');
    await page.getByLabel('送付文').fill('QA集などをお送りします。\n\n院内でご確認ください。');
    await page.getByLabel('問い合わせ先の部署').fill('医師臨床研修推進室');
    await page.getByLabel('問い合わせ先の電話番号').fill('０３−００００−００００');
    for (const role of ['都道府県の担当部署', '連携先病院', '連携元病院']) await page.getByLabel(role).check();
    await click(page.getByText('都道府県を選ぶ'));
    await look(page, 'edit');
    await click(page.getByRole('button', { name: '保存して次へ' }));

    await page.waitForURL(/files\?done=saved/);
    const html = { name: '案内.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') };
    await page.getByLabel('添えるファイル').setInputFiles([html]);
    await click(page.getByRole('button', { name: '選んだファイルを添える' }));
    await look(page, 'file-wrong');
    const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(pdf) });
    await page
      .getByLabel('添えるファイル')
      .setInputFiles([
        paper('広域連携型プログラムQA集（令和6年12月）.pdf'),
        paper('在籍型出向の取り決めに関する参考資料.pdf'),
        paper('誤り.pdf'),
      ]);
    await click(page.getByRole('button', { name: '選んだファイルを添える' }));
    await click(page.getByRole('button', { name: '誤り.pdfを取り消す' }));
    await page.waitForURL(/done=removed/);
    await look(page, 'files');
    await click(page.getByRole('link', { name: '配布先とメールの見本を確かめる' }));
    await look(page, 'draft');
    expect(await page.locator('.mail__text').innerText()).toMatch(/架空03県　医療政策担当　様/);
    const address = page.url();
    await click(page.getByText('日時を決めて送る'));
    await click(page.getByRole('button', { name: '7件の配布先への送信を予約する' }));
    await look(page, 'schedule-errors');
    await page.getByLabel('送信日').fill('2026年12月1日');
    await page.getByLabel('送信時刻').fill('18:30');
    await click(page.getByRole('button', { name: '7件の配布先への送信を予約する' }));
    await page.waitForURL(/done=scheduled/);
    await look(page, 'scheduled');
    await click(page.getByRole('button', { name: '予約を取り消す' }));
    await page.waitForURL(/done=unscheduled/);
    await click(page.getByRole('button', { name: '7件の配布先に送る' }));
    await page.waitForURL(/done=sent/);
    await room.country.runJobs();
    await room.deliver();
    expect(room.letters).toHaveLength(7);

    const link = /\/d\/open#\S+/.exec(room.letters.find(({ to }) => to.includes('iwate1'))?.text ?? '')?.[0] ?? '';
    const clerk = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
    await clerk.goto(`${served.origin}${link}`);
    await look(clerk, 'door');
    await click(clerk.getByRole('button', { name: '開く' }));
    await clerk.getByRole('heading', { level: 1, name: /情報提供/ }).waitFor();
    await look(clerk, 'received');
    await page.goto(address);
    expect(await page.getByRole('table', { name: /未開封/ }).innerText()).toContain('架空IWATE1病院');
    expect(await fetched(clerk, 'QA集')).toBe('広域連携型プログラムQA集（令和6年12月）.pdf');

    const officer = await enter(iwate);
    await click(officer.getByRole('link', { name: /情報提供/ }));
    expect(await officer.getByRole('table', { name: /未開封/ }).innerText()).not.toMatch(/IWATE1|TOKYO/);
    expect(await fetched(officer, '参考資料')).toMatch(/^在籍型出向/);
    await officer.reload();
    expect(await officer.getByText('4件のうち2件が開封、2件が未開封').count()).toBe(1);
    await click(officer.getByText('開封した配布先'));
    await look(officer, 'prefecture');

    await page.goto(address);
    await click(page.getByText('開封した配布先'));
    await look(page, 'sent');
    const before = room.letters.length;
    await click(page.getByRole('button', { name: '未開封に再度送る' }));
    await page.waitForURL(/done=chased/);
    await room.country.runJobs();
    await room.deliver();
    expect(room.letters.slice(before).map(({ to }) => to)).not.toContain('kenshu@iwate1.example');
    expect(room.letters.slice(before)).toHaveLength(5);
    await click(page.getByRole('button', { name: '未開封に再度送る' }));
    await look(page, 'chased-today');
    expect(await page.getByRole('alert').innerText()).toContain('本日はすでに再送しました。');
    await click(page.getByRole('link', { name: '訂正する文書を作る' }));
    expect(await page.getByLabel('訂正する文書').locator('option:checked').innerText()).toContain('情報提供');
    await page.goto(`${served.origin}/s/documents`);
    await look(page, 'list');

    await page.goto(address);
    await click(page.getByText('誤って送った文書を差し止める'));
    await click(page.getByRole('button', { name: '差し止める' }));
    await look(page, 'withdraw-errors');
    await page.getByLabel('差し止める理由').fill('別の事業の資料を添えていました。');
    await click(page.getByRole('button', { name: '差し止める' }));
    await page.waitForURL(/done=withdrawn/);
    await look(page, 'withdrawn');
    await clerk.reload();
    expect(await clerk.locator('main').innerText()).toContain('別の事業の資料を添えていました。');
    await look(clerk, 'received-withdrawn');
    await click(clerk.getByRole('button', { name: '終了する' }));
    await clerk.waitForURL(/ended/);
    await clerk.goBack();
    await clerk.reload();
    expect(clerk.url()).toContain('/d/open');
  });
});
