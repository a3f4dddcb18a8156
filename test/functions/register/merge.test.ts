import { beforeEach, describe, expect, test } from 'vitest';
import { emptyChain } from '#lib/core/audit/entry.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { mostRoundsOwed } from '#lib/usecases/merge-hospital.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { openedRound, submitted } from '../staff/open-round.ts';
import { type Visitor, visitor } from '../staff/visit.ts';

let country: SmallCountry;
let round: string;
let officer: Visitor;

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
  officer = await visitor(country, iwate);
});

const page = '/s/organisations/IWATE1';
const merge = (fields: Record<string, string>, by = officer) =>
  by.post(`${page}/merge`, { into: 'IWATE2', confirm: 'yes', request: 'press', ...fields });
const stateOf = async (hospital: string) =>
  (await find(country.desk.table, rows.answer, keys.answer(round, hospital)))?.state;

describe('a hospital that was merged into another', () => {
  test('is asked no more: what it owed is not needed, the page says where it went, and both are in the audit trail', async () => {
    expect((await merge({ into: ' ＩＷＡＴＥ２ ' })).location).toBe(`${page}?done=merged`);
    expect(await stateOf('IWATE1')).toBe('waived');
    expect(await stateOf('IWATE2')).toBe('unopened');
    const { html } = await officer.get(`${page}?done=merged`);
    expect(html).toContain('病院を統合しました。');
    expect(html).toContain('この病院は、ほかの病院に統合されています。');
    expect(html).toContain('/s/organisations/IWATE2');
    expect((await officer.get('/s/organisations')).html).toContain('（統合済）');
    expect((await auditOf(country.desk, 'organisation#IWATE1#2')).entries).toMatchObject([
      { act: 'organisation.merge', detail: { into: 'IWATE2' } },
    ]);
    const { entries, whole } = await auditOf(country.desk, `${round}#IWATE1`);
    expect([whole, entries.at(-1)?.act]).toEqual([true, 'answer.waive']);
    const next = await openedRound(country, 'another');
    expect(await find(country.desk.table, rows.answer, keys.answer(next, 'IWATE1'))).toBeUndefined();
    expect(await find(country.desk.table, rows.answer, keys.answer(next, 'IWATE2'))).toBeDefined();
  });

  test('keeps what it had submitted', async () => {
    await submitted(country, round, 'IWATE1', 3);
    await merge({});
    expect(await stateOf('IWATE1')).toBe('submitted');
  });

  test('pressed twice is merged once, and can be taken back', async () => {
    await merge({});
    expect((await merge({})).status).toBe(303);
    expect((await officer.post(`${page}/part`)).location).toBe(`${page}?done=parted`);
    expect((await officer.post(`${page}/part`)).status).toBe(303);
    const after = await find(country.desk.table, rows.organisation, keys.organisation('IWATE1'));
    expect([after?.mergedInto, after?.version]).toEqual([undefined, 3]);
    expect((await officer.get(page)).html).toContain('統合先の病院コード');
  });

  test.each([
    ['no code', '', 'yes', '統合先の病院コードを入力してください。'],
    ['an unknown code', 'NOWHERE', 'yes', 'この病院コードの病院はありません'],
    ['its own code', 'IWATE1', 'yes', 'この病院自身のコードです'],
    ['no tick', 'IWATE2', '', 'チェックを入れてください'],
  ])('with %s is refused at its field, and what was typed stays', async (_, into, confirm, words) => {
    const { status, html } = await merge({ into, confirm });
    expect(status).toBe(422);
    expect(html).toContain(words);
    expect(html).toMatch(new RegExp(`id="into"[^>]* value${into && `="${into}"`}[ />]`));
    expect(await stateOf('IWATE1')).toBe('unopened');
  });

  test('hands over those of its contacts that were ticked, behind the other’s own, each address once and with an entry in the trail', async () => {
    const { table } = country.desk;
    const [own, moving, known, leaving] = [
      'kenshu@iwate2.example',
      'moving@iwate1.example',
      'Both@iwate.example',
      'leaving@iwate1.example',
    ].map((email, at) => ({ name: `担当${at}`, email, department: '総務課' }));
    await table.write({ update: keys.organisation('IWATE1'), set: { contacts: [moving, known, leaving] } });
    await table.write({
      update: keys.organisation('IWATE2'),
      set: { contacts: [own, { ...known, email: 'both@iwate.example' }] },
    });
    expect((await officer.get(page)).html).toMatch(
      /type="checkbox" name="contacts" value="moving@iwate1.example"[^>]*>/,
    );
    const ticked = ['moving@iwate1.example', 'Both@iwate.example', 'stranger@evil.example'];
    const refused = await officer.post(`${page}/merge`, { into: 'IWATE2', contacts: ticked });
    expect(refused.html).toMatch(/value="moving@iwate1.example" checked/);
    expect(refused.html).not.toMatch(/value="leaving@iwate1.example" checked/);
    const fields = { into: 'IWATE2', confirm: 'yes', request: 'press', contacts: ticked };
    for (let press = 0; press < 2; press++) expect((await officer.post(`${page}/merge`, fields)).status).toBe(303);
    const after = await find(table, rows.organisation, keys.organisation('IWATE2'));
    expect(after?.contacts.map(({ email }) => email)).toEqual([
      'kenshu@iwate2.example',
      'both@iwate.example',
      'moving@iwate1.example',
    ]);
    expect((await auditOf(country.desk, 'organisation#IWATE2#2')).entries).toMatchObject([
      { act: 'organisation.take-contacts', detail: { from: 'IWATE1', contacts: '担当1' } },
    ]);
    await officer.post(`${page}/part`);
    const parted = await find(table, rows.organisation, keys.organisation('IWATE1'));
    expect(parted?.contacts).toHaveLength(3);
  });

  test('that owes in more rounds than one transaction can end is refused in words, and nothing of it is done', async () => {
    const { table } = country.desk;
    const [head, answer] = await Promise.all([
      find(table, rows.round, keys.round(round)),
      find(table, rows.answer, keys.answer(round, 'IWATE1')),
    ]);
    if (!head || !answer) throw new Error('no round');
    const more = (count: number) =>
      Array.from({ length: count }, (_, at) => `more${at}`).flatMap((id) => [
        rows.round.item({ ...head, id }),
        rows.answer.item({ ...answer, round: id, chain: emptyChain }),
      ]);
    await table.putAll(more(mostRoundsOwed));
    const refused = await merge({ contacts: 'kenshu@iwate1.example' });
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('統合できるのは48件までです。')]);
    expect((await find(table, rows.organisation, keys.organisation('IWATE1')))?.mergedInto).toBeUndefined();
    await table.write({ delete: keys.answer('more0', 'IWATE1') });
    expect((await merge({ contacts: 'kenshu@iwate1.example' })).status).toBe(303);
    expect(await stateOf('IWATE1')).toBe('waived');
    const contacts = (await find(table, rows.organisation, keys.organisation('IWATE2')))?.contacts;
    expect(contacts).toHaveLength(2);
  });

  test('is not merged into one of another prefecture by a prefecture, nor in a chain', async () => {
    const other = country.all().find((item) => item.kind === 'hospital' && item.prefecture !== '03');
    for (const into of [String(other?.id), 'NOBODY1']) {
      expect((await merge({ into })).html).toContain('この都道府県の名簿に、この病院コードの病院はありません');
    }
    await merge({});
    const staff = await visitor(country, ministry);
    const onto = await staff.post('/s/organisations/IWATE3/merge', { into: 'IWATE1', confirm: 'yes', request: 'p3' });
    expect(onto.html).toContain('統合先の病院も、ほかの病院に統合されています');
    expect((await merge({ into: 'IWATE3' })).html).toContain('すでにほかの病院に統合されています');
  });
});
