import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { site } from '#functions/site/site.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { releaseRound } from '#lib/usecases/move-round.ts';
import { hospitalRoutes, staffRoutes } from '#test/functions/every-route.ts';
import { submitted } from '#test/functions/staff/open-round.ts';
import { click } from '#test/support/click.ts';
import { launchChromium } from '#test/support/launch-chromium.ts';
import { lookAtBoth } from '#test/support/look-at.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { serve } from '#test/support/serve.ts';
import { signedIn } from '#test/support/signed-in.ts';
import { iwate, ministry, secondOfMinistry } from '#test/support/small-country.ts';

const pictures = '.build/pictures/corrections';

let room: MailRoom;
let served: Awaited<ReturnType<typeof serve>>;
let browser: Browser;
let round: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  room = await mailRoom();
  round = (await room.open()).id;
  await submitted(room.country, round, 'IWATE1', 2);
  room.country.at('2027-02-16T01:00:00.000Z');
  await releaseRound(room.desk, ministry, round);
  await room.country.runJobs();
  await room.deliver();
  served = await serve({
    assets: [
      'functions/components/app.css',
      'functions/hospital/pages/open/open.client.ts',
      'functions/hospital/pages/section/section.client.ts',
      'functions/staff/components/staff.client.ts',
      'functions/partner/pages/list/list.css',
    ],
    home: '/s/home',
    site: (origin) => {
      const desk = { ...room.country.desk, origin };
      const pages = site({ desk, origin, routes: staffRoutes, door: '/s/sign-in' });
      const hospitals = site({ desk, origin, routes: hospitalRoutes, door: '/h/open' });
      return (path) => (path.startsWith('/s/') ? pages : hospitals);
    },
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const look = (page: Page, name: string) => lookAtBoth(page, pictures, name);
const press = (page: Page, name: string | RegExp) => click(page.getByRole('button', { name }).last());
const main = (page: Page) => page.locator('main').innerText();

const enter = (actor: Actor) => signedIn(browser, served.origin, room.desk, actor);

/** Somebody who opens the newest mail of a subject to a hospital, by its link. */
async function opened(to: string, subject: string): Promise<Page> {
  const letter = room.letters.findLast((one) => one.to === to && one.subject.includes(subject));
  const page = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await page.goto(served.origin + (/https:\/\/renkei\.example(\/h\/open#\S+)/.exec(letter?.text ?? '')?.[1] ?? ''));
  await press(page, '開く');
  await page.waitForURL(/\/h\/rounds\//);
  return page;
}

test('an answer is corrected after its release, by a day, and reaches the lists by two people', async () => {
  const answer = `${served.origin}/s/rounds/${round}/answers/IWATE1`;
  const office = await enter(ministry);
  await office.goto(answer);
  await click(office.getByText('提供後の修正を認める'));
  await office.getByLabel('修正の回答期限 年').fill('令和9年2月16日');
  await press(office, '修正を認める');
  expect(await office.locator('.error-summary').innerText()).toContain('明日以降');
  await look(office, 'leave-wrong');
  await office.getByLabel('修正を認める理由').fill('受入可能な人数をお確かめください。');
  await office.getByLabel('修正の回答期限 年').fill('令和9年2月26日');
  await press(office, '修正を認める');
  expect(await main(office)).toContain('回答期限：2027年（令和9年）2月26日（金）');
  await look(office, 'leave');
  await room.deliver();

  await room.tickAt('2027-02-22T00:30:00.000Z');
  await room.deliver();
  const clerk = await opened('kenshu@iwate1.example', '期限が近づいています');
  expect(await main(clerk)).toContain('2027年（令和9年）2月26日（金）までに内容を直し');
  await look(clerk, 'survey');
  await click(clerk.locator('main a[href*="/sections/"]').first());
  await clerk.locator('input[name="places"]').fill('７');
  await press(clerk, '保存して次へ');
  await clerk.goto(`${served.origin}/h/rounds/${round}/check`);
  await press(clerk, '提出する');
  await clerk.getByRole('heading', { name: '提出しました' }).waitFor();

  const prefecture = await enter(iwate);
  await prefecture.goto(answer);
  await press(prefecture, '承認する');
  expect(await main(prefecture)).toContain('承認済です。提供した内容には、まだ反映していません。');
  await look(prefecture, 'approved');

  const first = await enter(ministry);
  await first.goto(`${served.origin}/s/rounds/${round}/update`);
  await look(first, 'update');
  await first.locator('#confirm').check();
  await press(first, '別の担当者に確認を頼む');
  await look(first, 'asked');
  const second = await enter(secondOfMinistry);
  await second.goto(`${served.origin}/s/home`);
  expect(await main(second)).toContain('厚労 花子さんが更新の確認を頼んでいます');
  await look(second, 'second-home');
  await second.goto(`${served.origin}/s/rounds/${round}/update`);
  await second.locator('#confirm').check();
  await press(second, '提供した内容を更新する');
  await second.waitForURL(/\/s\/jobs\//);
  await room.country.runJobs();
  await room.deliver();

  const letter = room.letters.findLast(({ subject }) => subject.includes('一覧が更新されました'));
  expect(letter?.text).toContain('■ 回答が修正・追加された病院：');
  const partner = await opened(letter?.to ?? '', '一覧が更新されました');
  expect(await main(partner)).toContain('提供後に修正');
  await look(partner, 'list');
  await click(partner.locator('a[href*="/list/IWATE1"]').first());
  expect(await main(partner)).toContain('に修正された回答です');
  await look(partner, 'sheet');
});
