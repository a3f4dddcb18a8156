import { beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import { openedRound, submitted } from '#test/functions/staff/open-round.ts';
import { visitor } from '#test/functions/staff/visit.ts';
import { ministry, type SmallCountry, secondOfMinistry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;
let round: string;
let page: string;

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
  page = `/s/rounds/${round}/release`;
  await submitted(country, round, 'IWATE1', 2);
});

const stateOf = async () => (await readRound(country.desk, round))?.state;
const coversOf = (html: string) => /name="covers" value="(\w+)"/.exec(html)?.[1] ?? '';

describe('a release', () => {
  test('is asked for by one person and confirmed by another, both in the history', async () => {
    const [first, second] = [await visitor(country, ministry), await visitor(country, secondOfMinistry)];
    const covers = coversOf((await first.get(page)).html);
    expect((await first.post(`${page}/propose`, { covers, confirm: 'yes' })).location).toBe(page);
    expect(await stateOf()).toBe('open');
    expect((await second.get('/s/home')).html).toContain('厚労 花子さんが提供の確認を頼んでいます');
    expect((await second.get(page)).html).toContain('あなたの確認を待っています');
    expect((await second.post(page, { covers, confirm: 'yes' })).location).toMatch(/^\/s\/jobs\//);
    expect(await stateOf()).toBe('releasing');
    const { entries, whole } = await auditOf(country.desk, round);
    const told = entries.slice(-2).map(({ act, actor }) => `${act} ${actor}`);
    expect(told).toEqual(['round.propose-release ministry:m1 厚労 花子', 'round.releasing ministry:m2 厚労 次郎']);
    expect(whole).toBe(true);
  });

  test('is not confirmed by who asked for it, nor by anybody before it was asked for', async () => {
    const [first, second] = [await visitor(country, ministry), await visitor(country, secondOfMinistry)];
    const covers = coversOf((await first.get(page)).html);
    const early = await second.post(page, { covers, confirm: 'yes' });
    expect([early.status, early.html]).toEqual([422, expect.stringContaining('先に別の担当者の依頼が必要です')]);
    await first.post(`${page}/propose`, { covers, confirm: 'yes' });
    const own = await first.post(page, { covers, confirm: 'yes' });
    expect([own.status, own.html]).toEqual([422, expect.stringContaining('依頼した本人は確認できません')]);
    expect((await first.get(page)).html).not.toContain('name="covers"');
    expect(await stateOf()).toBe('open');
  });

  test('lapses when an answer changes in between, and says so to both', async () => {
    const [first, second] = [await visitor(country, ministry), await visitor(country, secondOfMinistry)];
    const covers = coversOf((await first.get(page)).html);
    await first.post(`${page}/propose`, { covers, confirm: 'yes' });
    await submitted(country, round, 'IWATE2', 1);
    const late = await second.post(page, { covers, confirm: 'yes' });
    expect([late.status, late.html]).toEqual([422, expect.stringContaining('提供する回答が変わりました')]);
    expect((await first.get(page)).html).toContain('前の依頼は無効になりました');
    expect(await stateOf()).toBe('open');
  });

  test('is taken back by either of them, and then confirmed by nobody', async () => {
    const [first, second] = [await visitor(country, ministry), await visitor(country, secondOfMinistry)];
    const covers = coversOf((await first.get(page)).html);
    for (const person of [first, second]) {
      await first.post(`${page}/propose`, { covers, confirm: 'yes' });
      expect((await person.get(page)).html).toContain('提供の依頼を取り下げる');
      expect((await person.post(`${page}/withdraw`)).location).toBe(page);
      await person.post(`${page}/withdraw`);
      expect((await second.post(page, { covers, confirm: 'yes' })).status).toBe(422);
    }
    const { entries, whole } = await auditOf(country.desk, round);
    expect([entries.filter(({ act }) => act === 'round.withdraw-release').length, whole]).toEqual([2, true]);
    expect(await stateOf()).toBe('open');
  });

  test('needs the tick, and asked for twice stands once in the history', async () => {
    const first = await visitor(country, ministry);
    const covers = coversOf((await first.get(page)).html);
    expect((await first.post(`${page}/propose`, { covers })).status).toBe(422);
    await first.post(`${page}/propose`, { covers, confirm: 'yes' });
    await first.post(`${page}/propose`, { covers, confirm: 'yes' });
    const { entries } = await auditOf(country.desk, round);
    expect(entries.filter(({ act }) => act === 'round.propose-release')).toHaveLength(1);
  });
});
