import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import { lists } from '#lib/store/keys.ts';
import { endRound, releaseRound } from '#lib/usecases/move-round.ts';
import { hospitalRoutes } from '#test/functions/every-route.ts';
import { clerkOf, openedRound, submitted } from '#test/functions/staff/open-round.ts';
import { visitor, visitorOf } from '#test/functions/staff/visit.ts';
import { iwate, ministry, type SmallCountry, secondOfMinistry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;
let round: string;
let answer: string;
let update: string;

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
  await submitted(country, round, 'IWATE1', 2);
  await releaseRound(country.desk, ministry, round);
  await country.runJobs();
  answer = `/s/rounds/${round}/answers/IWATE1`;
  update = `/s/rounds/${round}/update`;
});

const leave = (reason: string, request: string) => ({
  'correction-reason': reason,
  'correction-due-year': '2026',
  'correction-due-month': '12',
  'correction-due-day': '18',
  request,
});
const coversOf = (html: string) => /name="covers" value="(\w+)"/.exec(html)?.[1] ?? '';

describe('correcting an answer after its release', () => {
  test('is offered to the ministry alone, asks for a reason at its field, and then shows on everybody’s pages', async () => {
    const [office, prefecture] = [await visitor(country, ministry), await visitor(country, iwate)];
    expect((await office.get(answer)).html).toContain('提供後の修正を認める');
    expect((await prefecture.get(answer)).html).not.toContain('提供後の修正を認める');
    const without = await office.post(`${answer}/correction`, {
      'correction-reason': '',
      'correction-due-year': '2026年11月1日',
      request: 'a',
    });
    expect([without.status, without.html]).toEqual([422, expect.stringContaining('href="#correction-reason"')]);
    expect(without.html).toContain('修正の回答期限には、明日以降の日を入力してください。');
    expect(without.html).toContain('value="2026年11月1日"');
    const given = await office.post(`${answer}/correction`, leave('人数の誤り', 'b'));
    expect(given.location).toBe(`${answer}?done=correction`);
    expect((await prefecture.get(answer)).html).toContain('提供後の修正を受け付けています');
    expect((await prefecture.get('/s/home')).html).toContain('提供後の修正 1病院');
    expect((await office.get(`/s/rounds/${round}`)).html).toContain('修正を認めた回答が1病院あり');
    const clerk = await visitorOf({ ...country.desk, origin: '' }, clerkOf(round, 'IWATE1'), hospitalRoutes);
    const asked = (await clerk.get(`/h/rounds/${round}`)).html;
    expect(asked).toContain('人数の誤り');
    expect(asked).toContain('2026年（令和8年）12月18日（金）までに内容を直し');
    expect((await prefecture.get(answer)).html).toContain('回答期限：2026年（令和8年）12月18日（金）');
  });

  test('reaches the lists by two people on one page, and the list says what changed', async () => {
    const [first, second] = [await visitor(country, ministry), await visitor(country, secondOfMinistry)];
    const prefecture = await visitor(country, iwate);
    await first.post(`${answer}/correction`, leave('人数の誤り', 'b'));
    await submitted(country, round, 'IWATE1', 9, 1);
    expect((await first.get(update)).html).toContain('反映できる修正はまだありません');
    await prefecture.post(`${answer}/approve`, { revision: '2', request: 'c' });
    const covers = coversOf((await first.get(update)).html);
    expect((await first.post(`${update}/propose`, { covers })).status).toBe(422);
    expect((await first.post(`${update}/propose`, { covers, confirm: 'yes' })).location).toBe(update);
    expect((await second.get('/s/home')).html).toContain('厚労 花子さんが更新の確認を頼んでいます');
    expect((await second.post(update, { covers, confirm: 'yes' })).location).toMatch(/^\/s\/jobs\//);
    await country.runJobs();
    const source: Actor = {
      kind: 'hospital',
      organisation: 'TOKYO1',
      prefecture: '13',
      round,
      purpose: 'list',
      name: '担当',
    };
    const reader = await visitorOf({ ...country.desk, origin: '' }, source, hospitalRoutes);
    const list = (await reader.get(`/h/rounds/${round}/list`)).html;
    expect(list).toContain('提供のあとに回答が変わった病院が1あります');
    expect(list).toContain('提供後に修正');
    expect((await reader.get(`/h/rounds/${round}/list/IWATE1`)).html).toContain('に修正された回答です');
    expect((await first.get(`/s/rounds/${round}`)).html).toContain('修正を認めた回答はありません');
  });

  test('shows on today’s page while there is leave for it, and no longer', async () => {
    const office = await visitor(country, ministry);
    const today = async () => (await office.get('/s/home')).html;
    await office.post(`${answer}/correction`, leave('人数の誤り', 'b'));
    await office.post(`/s/rounds/${round}/answers/IWATE2/correction`, leave('追加', 'c'));
    expect(await today()).toContain('提供後の修正 2病院');
    await office.post(`${answer}/correction/end`, { request: 'd' });
    expect(await today()).toContain('提供後の修正 1病院');
    await office.post(`/s/rounds/${round}/answers/IWATE2/correction/end`, { request: 'e' });
    expect(await today()).not.toContain('提供後の修正');
    expect(await country.desk.table.query({ index: 'gsi2', pk: lists.corrections() })).toEqual({ items: [] });
  });

  test('leads back to the round while that is open', async () => {
    const office = await visitor(country, ministry);
    const open = await openedRound(country, 'other');
    expect((await office.get(`/s/rounds/${open}/update`)).location).toBe(`/s/rounds/${open}`);
    expect((await endRound(country.desk, ministry, open)).ok).toBe(false);
  });
});
