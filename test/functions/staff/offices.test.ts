import { beforeEach, describe, expect, test } from 'vitest';
import { rows } from '#lib/store/rows.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { openedRound } from './open-round.ts';
import { type Visitor, visitor } from './visit.ts';

let country: SmallCountry;
let staff: Visitor;

beforeEach(async () => {
  country = await smallCountry();
  staff = await visitor(country, ministry);
});

describe('the register', () => {
  test('finds a hospital in any width and case', async () => {
    const { html } = await staff.get(`/s/organisations?q=${encodeURIComponent('架空ｉｗａｔｅ１')}`);
    expect(html).toContain('架空IWATE1病院');
    expect(html).toContain('<strong>1病院</strong>（全7病院のうち）');
  });

  test('says why a hospital takes part, or cannot be told', async () => {
    const { html } = await staff.get('/s/organisations/IWATE1');
    expect(html).toContain('なぜ対象ですか／対象外ですか');
    expect(html).toContain('臨床研修に関する省令の施行について');
    expect((await staff.get('/s/organisations/MIYAGI1')).html).toContain('要確認');
  });

  test('shows a prefecture its own hospitals only', async () => {
    const local = await visitor(country, iwate);
    expect((await local.get('/s/organisations')).html).not.toContain('架空TOKYO1病院');
    expect((await local.get('/s/organisations?prefecture=13')).status).toBe(403);
    expect((await local.get('/s/organisations/TOKYO1')).status).toBe(404);
    expect((await local.get('/s/organisations/IWATE1')).status).toBe(200);
  });
});

describe('mails', () => {
  test('of unknown outcome are sent again by a person, once, and the trail says who', async () => {
    const round = await openedRound(country);
    const item = country.all().find(({ sk }) => sk.startsWith('IWATE1#request'));
    if (!item) throw new Error('no mail');
    const act = { round, notice: item.sk };
    expect((await staff.post('/s/notices/resend', act)).status).toBe(422);
    const doubtful = { ...rows.notice.read(item), state: 'unknown' as const, attempt: 1, reason: '不明' };
    const { dueAt: _, ...settled } = doubtful;
    await country.desk.table.write({ put: rows.notice.item(settled) });
    expect((await staff.get(`/s/notices?round=${round}&state=unknown`)).html).toContain('架空IWATE1病院へ再送する');
    expect((await staff.get('/s/home')).html).toContain('送信結果不明');
    expect((await staff.post('/s/notices/resend', act)).location).toContain('done=resent');
    const again = await country.desk.table.get(item);
    expect(again).toMatchObject({ state: 'pending', attempt: 1, gsi2pk: 'DUE#OUT' });
    expect((await staff.post('/s/notices/resend', act)).status).toBe(422);
    const { html } = await staff.get(`/s/audit?aggregate=${round}`);
    expect(html).toContain('メールを再送');
    expect(html).toContain('厚労 花子（厚生労働省）');
    expect(html).toContain('記録に抜けや書換えがないことを確かめました。');
  });
});

describe('the audit trail', () => {
  test('is read by the month in Japan, and filtered by act and person', async () => {
    country.at('2026-12-31T16:00:00.000Z');
    staff = await visitor(country, ministry);
    await openedRound(country);
    expect((await staff.get('/s/audit?month=2026-12')).html).toContain('記録はありません。');
    const { html } = await staff.get('/s/audit?month=2027-01');
    expect(html).toContain('調査を準備');
    expect(html).toContain('<strong>6件</strong>');
    expect((await staff.get('/s/audit?month=2027-01&act=answer.ask')).html).toContain(
      '<strong>3件</strong>（全6件のうち）',
    );
    expect((await staff.get(`/s/audit?month=2027-01&who=${encodeURIComponent('岩手')}`)).html).toContain(
      '<strong>0件</strong>',
    );
  });

  test('shows a broken chain for what it is', async () => {
    const round = await openedRound(country);
    const entry = country.all().find(({ pk, sk }) => pk === `AUD#${round}` && sk === '00000002');
    if (!entry) throw new Error('no entry');
    await country.desk.table.write({ update: { pk: entry.pk, sk: entry.sk }, set: { actor: 'ministry:m9 別人' } });
    expect((await staff.get(`/s/audit?aggregate=${round}`)).html).toContain('記録に抜けか書換えがあります');
  });
});
