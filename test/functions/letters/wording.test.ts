import { beforeEach, describe, expect, test } from 'vitest';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { openedRound } from '../staff/open-round.ts';
import { type Visitor, visitor } from '../staff/visit.ts';

let country: SmallCountry;
let staff: Visitor;
const typed = { subject: '【{調査名}】お願い', body: '{病院名}の皆さま\n\n{リンク：回答する}', seen: '0' };

beforeEach(async () => {
  country = await smallCountry();
  await openedRound(country);
  staff = await visitor(country, ministry);
});

describe('editing a wording', () => {
  test('shows it on real data before it is published, and every version after', async () => {
    const seen = await staff.post('/s/letters/request', { ...typed, act: 'preview' });
    expect(seen.html).toContain('【受入調査】お願い');
    expect(seen.html).toContain('架空IWATE1病院の皆さま');
    expect((await staff.get('/s/letters')).html).not.toContain('第1版');
    expect((await staff.post('/s/letters/request', { ...typed, act: 'publish' })).location).toContain('done=published');
    expect((await staff.get('/s/letters')).html).toContain('第1版');
    expect((await staff.get('/s/letters/request?version=1')).html).toContain('の皆さま');
  });

  test('says at its field what is wrong, and keeps what was typed', async () => {
    const wrong = await staff.post('/s/letters/request', { ...typed, body: '{締切}まで', act: 'publish' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('「{締切}」は使えません');
    expect(wrong.html).toContain('リンクがありません');
    expect(wrong.html).toContain('{締切}まで</textarea>');
  });

  test('tells who published meanwhile, and has no page for a kind that is none', async () => {
    await staff.post('/s/letters/request', { ...typed, act: 'publish' });
    const late = await staff.post('/s/letters/request', { ...typed, subject: '{調査名}', act: 'publish' });
    expect([late.status, late.html.includes('ほかの人が先に公開しました')]).toEqual([422, true]);
    expect((await staff.get('/s/letters/none')).status).toBe(404);
  });
});
