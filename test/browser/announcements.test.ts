import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { site } from '#functions/site/site.ts';
import { routes as leaving } from '#functions/unsubscribe/routes.ts';
import { fictionalStudents } from '#infra/local/demo/students.ts';
import { writeCsv } from '#lib/sheets/csv.ts';
import { keys } from '#lib/store/keys.ts';
import { sendNotice } from '#lib/usecases/send-notice.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { tick } from '#lib/usecases/tick.ts';
import { staffRoutes } from '#test/functions/every-route.ts';
import { click } from '#test/support/click.ts';
import { launchChromium } from '#test/support/launch-chromium.ts';
import { lookAtBoth } from '#test/support/look-at.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { serve } from '#test/support/serve.ts';
import { signedIn } from '#test/support/signed-in.ts';
import { ministry } from '#test/support/small-country.ts';

const pictures = '.build/pictures/announcements';

let room: MailRoom;
let served: Awaited<ReturnType<typeof serve>>;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  room = await mailRoom('2026-12-01T01:00:00.000Z');
  served = await serve({
    assets: ['functions/components/app.css', 'functions/staff/components/staff.client.ts'],
    home: '/s/announcements',
    site: (origin) => {
      const desk = { ...room.country.desk, origin };
      const pages = site({ desk, origin, routes: staffRoutes, door: '/s/sign-in' });
      const way = site({ desk, origin, routes: leaving, door: '/' });
      return (path) => (path.startsWith('/u/') ? way : pages);
    },
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const look = (page: Page, name: string) => lookAtBoth(page, pictures, name);

describe('The ministry writes to students who agreed', () => {
  test('from a file to the report, and a student leaves with one click', async () => {
    const page = await signedIn(browser, served.origin, room.desk, ministry);
    await look(page, 'empty');
    await click(page.getByRole('link', { name: '宛先名簿' }));
    await click(page.getByRole('button', { name: '名簿を作る' }));
    await look(page, 'lists-wrong');
    await page.getByLabel('名簿の名前').fill('医学部5年生');
    await click(page.getByRole('button', { name: '名簿を作る' }));

    const students = [
      ...fictionalStudents(40),
      ['x@u', '', '架空大学', '岩手県', '5', '2026-10-01'],
      ['y@u1.example', '', '架空大学', '岩手県', '5', ''],
    ];
    const buffer = Buffer.from(writeCsv(students, 'cp932').bytes);
    await page.getByLabel('CSVファイル').setInputFiles({ name: '名簿.csv', mimeType: 'text/csv', buffer });
    await click(page.getByRole('button', { name: '内容を確かめる' }));
    await look(page, 'dry-run');
    expect(await page.getByRole('row', { name: /43行目/ }).innerText()).toContain('同意日がありません。');
    await click(page.getByRole('button', { name: '40人の名簿として取り込む' }));
    await look(page, 'list');

    await click(page.getByRole('link', { name: 'お知らせ' }).first());
    await click(page.getByRole('link', { name: 'お知らせを作る' }));
    await page.getByLabel('件名').fill('説明会のお知らせ');
    await page.getByLabel('本文').fill('{氏名}さん\n\n申込み：https://apply.example/form');
    await click(page.getByRole('button', { name: '保存して次へ' }));
    await look(page, 'edit-wrong');
    expect(await page.getByLabel('件名').inputValue()).toBe('説明会のお知らせ');
    await page.getByLabel('宛先名簿').selectOption({ index: 1 });
    await page.getByLabel('問い合わせ先の部署').fill('医事課');
    await page.getByLabel('問い合わせ先の電話番号').fill('03-0000-0000');
    await click(page.getByRole('button', { name: '保存して次へ' }));
    await click(page.getByText('都道府県で絞る'));
    await look(page, 'draft');
    expect(await page.locator('.mail__text').innerText()).toMatch(/架空 学生0さん/);

    await page.getByLabel('自分のメールアドレス').fill('me@mhlw.example');
    await click(page.getByRole('button', { name: '試し送りをする' }));
    await page.waitForURL(/done=tried/);
    await page.getByLabel('送信日').fill('令和8年12月2日');
    await page.getByLabel('送信時刻').fill('１０：００');
    await click(page.getByRole('button', { name: '40人への送信を予約する' }));
    await page.waitForURL(/done=scheduled/);
    await look(page, 'scheduled');
    await click(page.getByRole('button', { name: '予約を取り消す' }));
    await page.waitForURL(/done=unscheduled/);
    await page.getByLabel('送信日').fill('R8.12.2');
    await page.getByLabel('送信時刻').fill('10:00');
    await click(page.getByRole('button', { name: '40人への送信を予約する' }));

    await page.waitForURL(/done=scheduled/);
    room.country.at('2026-12-02T01:00:00.000Z');
    const quiet = { send: async () => {} };
    await tick(room.desk, { jobs: quiet, mails: quiet, mailEvents: { empty: async () => true } });
    await room.country.runJobs();
    const mails = room.notices('announcement');
    const mailer = { ready: async () => true, send: async () => ({ kind: 'accepted', messageId: 'm' }) as const };
    for (const { round, id } of mails.slice(0, 30))
      await sendNotice(room.desk, mailer, served.origin, keys.notice(round, id));
    await room.tell(mails[3], 'bounced');
    const address = page.url().replace(/\?.*/, '');
    await page.goto(`${served.origin}/enter/${await openSession(room.desk, ministry)}`);
    await page.goto(address);
    await look(page, 'sending');
    await click(page.getByRole('button', { name: '送信を一時停止する' }));
    await page.waitForURL(/done=paused/);
    await look(page, 'paused');
    await click(page.getByRole('button', { name: '送信を再開する' }));
    await page.waitForURL(/done=resumed/);
    await room.country.runJobs();
    await room.deliver();

    const unsubscribe = room.letters.at(-1)?.unsubscribe?.replace('https://renkei.example', served.origin) ?? '';
    const student = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
    await student.goto(unsubscribe);
    await look(student, 'unsubscribe');
    await student.reload();
    expect(await student.getByRole('button').innerText()).toBe('配信を停止する');
    const oneClick = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    };
    expect([(await fetch(unsubscribe, oneClick)).status, (await fetch(unsubscribe, oneClick)).status]).toEqual([
      200, 200,
    ]);
    await student.reload();
    await look(student, 'unsubscribed');
    await click(student.getByRole('button', { name: 'もう一度受け取る' }));
    await click(student.getByRole('button', { name: '配信を停止する' }));
    expect(await student.getByRole('heading', { level: 1 }).innerText()).toBe('配信を停止しました');
    expect((await fetch(`${unsubscribe.slice(0, -1)}${unsubscribe.endsWith('A') ? 'B' : 'A'}`, oneClick)).status).toBe(
      404,
    );

    await page.reload();
    expect(await page.getByRole('row', { name: /^合計/ }).innerText()).toMatch(/40/);
    await look(page, 'report');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '結果をCSVでダウンロード' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^お知らせの結果/);
  });
});
