import { beforeEach, describe, expect, test } from 'vitest';
import { mailRoom } from '#test/support/mail-room.ts';
import { sentDocument } from '#test/support/sent-document.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
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
    expect(wrong.html).not.toContain('依頼した調査がまだない');
  });

  test('tells who published meanwhile, and has no page for a kind that is none', async () => {
    await staff.post('/s/letters/request', { ...typed, act: 'publish' });
    const late = await staff.post('/s/letters/request', { ...typed, subject: '{調査名}', act: 'publish' });
    expect([late.status, late.html.includes('ほかの人が先に公開しました')]).toEqual([422, true]);
    expect((await staff.get('/s/letters/none')).status).toBe(404);
  });
});

describe('the wording of a document’s mails', () => {
  const again = {
    subject: '【ご確認】{件名}',
    body: '{送信日}にお送りした{件名}を、ご覧ください。\n\n{送付文}\n\n{リンク：文書を見る}',
  };
  const noLink = '■ 偽：{件名}\n\n{リンク：偽}';

  test('is edited beside those of rounds and is what the mail sent again says; one that went out is read as it was', async () => {
    const room = await mailRoom();
    const centre = await visitor(room.country, ministry);
    expect((await centre.get('/s/letters/document-again')).html).toContain('文書がまだないため、見本を作れません。');
    await sentDocument(room.country, ministry, { note: `一つ目の段落\n\n${noLink}` });
    await room.deliver();
    const first = room.letters.find(({ to }) => to === 'kenshu@iwate1.example');
    expect(first?.subject).toBe('【事務連絡】広域連携型プログラムQA集の送付');
    expect(first?.text.match(/\/d\/open#/g)).toHaveLength(1);
    expect(first?.html).toContain('{リンク：偽}');
    const publish = (typed: { subject: string; body: string }, seen: string) =>
      centre.post('/s/letters/document-again', { ...typed, seen, act: 'publish' });
    const shown = await centre.post('/s/letters/document-again', { ...again, seen: '0', act: 'preview' });
    expect(shown.html).toContain('【ご確認】広域連携型プログラムQA集の送付');
    expect((await publish(again, '0')).location).toContain('done=published');
    expect((await centre.get('/s/letters')).html).toContain('文書の再送');

    room.letters.length = 0;
    expect((await centre.post('/s/documents/doc1/chase')).status).toBe(303);
    await room.country.runJobs();
    await room.deliver();
    const letter = room.letters.find(({ to }) => to === 'kenshu@iwate1.example');
    expect(letter?.subject).toBe('【ご確認】広域連携型プログラムQA集の送付');
    expect(letter?.text).toContain(
      '2026年（令和8年）12月1日（火）にお送りした広域連携型プログラムQA集の送付を、ご覧ください。',
    );
    expect(letter?.text).toContain('一つ目の段落\n\n■ 偽：{件名}\n\n{リンク：偽}');
    expect(letter?.text).toContain('ファイルを開くと、開いた日時とお名前が送信元に記録されます。');
    expect(letter?.text.match(/\/d\/open#/g)).toHaveLength(1);

    expect((await publish({ ...again, subject: '【三度目】{件名}' }, '1')).status).toBe(303);
    const [mail] = room.notices('document-again', 'IWATE1');
    expect(mail?.composed).toMatchObject({ wording: 1 });
    const query = new URLSearchParams({ round: mail?.round ?? '', notice: mail?.id ?? '' });
    const read = (await centre.get(`/s/notices/letter?${query}`)).html;
    expect(read).toContain('送ったときの文面');
    expect(read).toContain('【ご確認】広域連携型プログラムQA集の送付');
    expect((await centre.get(`/s/notices?round=${mail?.round}`)).html).not.toContain('/s/notices/repeat');
  });

  test('is the ministry’s to edit, and must bring the covering note', async () => {
    const refused = await staff.post('/s/letters/document', {
      ...again,
      body: '{リンク：開く}',
      seen: '0',
      act: 'publish',
    });
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('送付文がありません。')]);
    expect((await (await visitor(country, iwate)).get('/s/letters/document')).status).toBe(403);
  });
});
