import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { openedRound, submitted } from './open-round.ts';
import { type Visitor, visitor } from './visit.ts';

const miyagi: Actor = { kind: 'prefecture', id: 'p2', name: '宮城 次郎', prefecture: '04' };

let country: SmallCountry;
let round: string;
let path: string;
let local: Visitor;

const answer = async (organisation: string) => {
  const item = await country.desk.table.get(keys.answer(round, organisation));
  if (!item) throw new Error('not asked');
  return rows.answer.read(item);
};

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
  path = `/s/rounds/${round}/answers`;
  await submitted(country, round, 'IWATE1', 3);
  local = await visitor(country, iwate);
});

describe('the table of answers', () => {
  test('shows a prefecture its own hospitals with state, days left and telephone', async () => {
    const { html } = await local.get(path);
    expect(html).toContain('架空IWATE1病院');
    expect(html).toContain('提出済');
    expect(html).toContain('あと59日');
    expect(html).toContain('000-000-0000');
    expect(html).toContain('<strong>3病院</strong>');
  });

  test('is narrowed by state, and says out of how many', async () => {
    const { html } = await local.get(`${path}?state=to-review`);
    expect(html).toContain('<strong>1病院</strong>（全3病院のうち）');
    expect(html).not.toContain('架空IWATE2病院');
  });

  test('is narrowed to one prefecture by the ministry', async () => {
    const staff = await visitor(country, ministry);
    expect((await staff.get(`${path}?prefecture=04`)).html).toContain('この条件に合う病院はありません。');
    expect((await staff.get(`${path}?prefecture=03`)).html).toContain('架空IWATE1病院');
  });

  test('tells whom no mail reaches', async () => {
    const notice = country.all().find(({ sk }) => sk.startsWith('IWATE2#request'));
    if (!notice) throw new Error('no mail');
    await country.desk.table.write({ update: { pk: notice.pk, sk: notice.sk }, set: { state: 'bounced' } });
    const { html } = await local.get(`${path}?state=unreachable`);
    expect(html).toContain('架空IWATE2病院');
    expect(html).not.toContain('架空IWATE3病院');
  });
});

describe('approving many', () => {
  test('approves what is ticked and mails each hospital', async () => {
    await submitted(country, round, 'IWATE2', 5);
    const ticked = ['IWATE1@1', 'IWATE2@1'];
    const done = await local.post(`/s/rounds/${round}/approve`, { answer: ticked, request: 'r1' });
    expect(done.location).toContain('approved=2');
    expect((await answer('IWATE1')).state).toBe('approved');
    expect((await answer('IWATE2')).state).toBe('approved');
    expect(country.all().filter(({ sk }) => sk.includes('#approved#'))).toHaveLength(2);
  });

  test('names what was not approved: a newer revision, or one that is not to be reviewed', async () => {
    const { status, html } = await local.post(`/s/rounds/${round}/approve`, {
      answer: ['IWATE1@0', 'IWATE3@0'],
      request: 'r1',
    });
    expect(status).toBe(422);
    expect(html).toContain('架空IWATE1病院：確かめている間に');
    expect(html).toContain('架空IWATE3病院：回答の状態が変わった');
    expect((await answer('IWATE1')).state).toBe('submitted');
  });

  test('asks for a choice when nothing is ticked', async () => {
    const { status, html } = await local.post(`/s/rounds/${round}/approve`, { request: 'r1' });
    expect(status).toBe(422);
    expect(html).toContain('承認する回答を選んでください。');
  });

  test('leaves the answers of another prefecture alone, whatever was posted', async () => {
    const other = await visitor(country, miyagi);
    const { status } = await other.post(`/s/rounds/${round}/approve`, { answer: ['IWATE1@1'], request: 'r1' });
    expect(status).toBe(422);
    expect((await answer('IWATE1')).state).toBe('submitted');
  });
});

describe('one answer', () => {
  test('shows every value by section, the history and the mails', async () => {
    const { html } = await local.get(`${path}/IWATE1`);
    expect(html).toContain('受入可能人数');
    expect(html).toContain('3人');
    expect(html).toContain('病院に依頼');
    expect(html).toContain('回答の提出');
    expect(html).toContain('記録に抜けや書換えがないことを確かめました。');
    expect(html).toContain('回答のお願い');
  });

  test('is returned with a reason and the sections, and compared when it comes back', async () => {
    const missing = await local.post(`${path}/IWATE1/return`, { sections: ['capacity'], revision: '1', request: 'r1' });
    expect(missing.status).toBe(422);
    expect(missing.html).toContain('href="#return-reason"');
    expect(missing.html).toContain('checked');
    const act = { sections: ['capacity'], 'return-reason': '人数を確かめてください。', revision: '1', request: 'r1' };
    expect((await local.post(`${path}/IWATE1/return`, act)).location).toBe(`${path}/IWATE1?done=return`);
    const mail = country.all().find(({ sk }) => sk.startsWith('IWATE1#returned'));
    expect(mail).toMatchObject({ vars: { reason: '「受入れ」\n人数を確かめてください。' } });
    await submitted(country, round, 'IWATE1', 5, 1);
    const { html } = await local.get(`${path}/IWATE1?against=1`);
    expect(html).toContain('第1回の提出と比べて、1か所が変わっています。');
    expect(html).toContain('再提出');
  });

  test('is not approved when a newer revision came meanwhile', async () => {
    const { status, html } = await local.post(`${path}/IWATE1/approve`, { revision: '0', request: 'r1' });
    expect(status).toBe(422);
    expect(html).toContain('確かめている間に、新しい回答が提出されたか');
    expect((await local.post(`${path}/IWATE1/approve`, { revision: '1', request: 'r2' })).status).toBe(303);
    expect((await answer('IWATE1')).state).toBe('approved');
  });

  test('is waived with a reason by the ministry, which cannot approve', async () => {
    const staff = await visitor(country, ministry);
    const waive = { 'waive-reason': '統合のため', revision: '0', request: 'r1' };
    expect((await staff.post(`${path}/IWATE2/waive`, waive)).status).toBe(303);
    expect(await answer('IWATE2')).toMatchObject({ state: 'waived', waivedFor: '統合のため' });
    expect((await staff.post(`${path}/IWATE1/approve`, { revision: '1', request: 'r2' })).status).toBe(403);
    expect((await staff.get(`${path}/IWATE1`)).html).not.toContain('承認する');
  });

  test('of a hospital that was not asked is not found', async () => {
    expect((await local.get(`${path}/TOKYO1`)).status).toBe(404);
  });
});
