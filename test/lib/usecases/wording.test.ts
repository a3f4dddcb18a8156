import { beforeEach, describe, expect, test } from 'vitest';
import { keys } from '#lib/store/keys.ts';
import { currentWording } from '#lib/usecases/letter-of.ts';
import { publishWording } from '#lib/usecases/publish-wording.ts';
import { repeatNotice } from '#lib/usecases/repeat-notice.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { ministry } from '#test/support/small-country.ts';

let room: MailRoom;
const typed = { subject: '【{調査名}】お願い', body: '{病院名}の皆さま\n\n■ 期限：{期限}\n\n{リンク：回答する}' };
const publish = (change: Partial<typeof typed> = {}, seen = 0) =>
  publishWording(room.desk, ministry, { kind: 'request', typed: { ...typed, ...change }, seen });

beforeEach(async () => {
  room = await mailRoom();
});

describe('a published wording', () => {
  test('is what goes out from then on, and its version stands in the mail’s row', async () => {
    expect(await publish()).toEqual({ ok: true, value: 1 });
    await room.open();
    await room.deliver();
    expect(room.letters[0]?.subject).toBe('【受入調査】お願い');
    expect(room.letters[0]?.text).toContain(
      '架空IWATE1病院の皆さま\n\n■ 期限：2027年（令和9年）1月29日（金）\n\n回答する\nhttps://',
    );
    expect(room.notices('request')[0]?.composed).toMatchObject({ wording: 1, due: '2027-01-29' });
  });

  test('never changes: the next is another version, the same words are none, and who edited an older one is told', async () => {
    await publish();
    expect(await publish({}, 1)).toEqual({ ok: true, value: 1 });
    expect(await publish({ subject: '{調査名}' }, 0)).toMatchObject({ error: { kind: 'moved-meanwhile' } });
    expect(await publish({ subject: '{調査名}' }, 1)).toEqual({ ok: true, value: 2 });
    expect(await room.desk.table.get(keys.wording('request', 1))).toMatchObject({ subject: typed.subject });
    expect((await currentWording(room.desk, 'request')).version).toBe(2);
    expect(room.country.all().filter(({ pk }) => pk === 'AUD#wording#request')).toHaveLength(2);
  });
});

test('a mail of old is sent again word for word, but for its link, whatever has changed since', async () => {
  const round = await room.open();
  await room.deliver();
  const [old] = room.notices('request', 'IWATE1');
  const before = room.letters.find(({ to }) => to.includes('iwate1'));
  await publish();
  await room.desk.table.write({ update: keys.round(round.id), set: { due: '2027-02-05' } });
  await room.desk.table.write({ update: keys.organisation('IWATE1'), set: { name: '改称病院' } });
  room.letters.length = 0;
  room.country.at('2026-12-20T01:00:00.000Z');
  const wish = { round: round.id, notice: old?.id ?? '', request: 'again1' };
  expect((await repeatNotice(room.desk, ministry, wish)).ok).toBe(true);
  expect((await repeatNotice(room.desk, ministry, wish)).ok).toBe(true);
  await room.deliver();
  expect(room.letters).toHaveLength(1);
  const bare = (text = '') => text.replace(/open#\S+/g, '').replace(/入力してください：[^）]+/, '');
  expect([room.letters[0]?.subject, bare(room.letters[0]?.text)]).toEqual([before?.subject, bare(before?.text)]);
  expect(room.letters[0]?.text).not.toBe(before?.text);
});
