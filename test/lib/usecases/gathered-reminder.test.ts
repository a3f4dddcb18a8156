import { beforeEach, expect, test } from 'vitest';
import type { Letter } from '#lib/core/ports.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { readLetter } from '#lib/usecases/read-letter.ts';
import { remindHospital } from '#lib/usecases/remind-hospital.ts';
import { resendNotice } from '#lib/usecases/resend-notice.ts';
import { sendNotice } from '#lib/usecases/send-notice.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { ministry } from '#test/support/small-country.ts';

let room: MailRoom;
const gathered = () => {
  const found = room.notices('reminder', 'IWATE1')[0];
  if (!found) throw new Error('no reminder');
  return found;
};
const titles = (letter?: Letter) =>
  ['受入調査', '研修医の声'].filter((title) => `${letter?.subject} ${letter?.text}`.includes(title));
const resend = async () => {
  const { round, id } = gathered();
  room.answer = { kind: 'accepted', messageId: 'm2' };
  expect((await resendNotice(room.desk, ministry, { round, notice: id })).ok).toBe(true);
  await room.deliver();
  return titles(room.letters.filter(({ to }) => to.includes('iwate1')).at(-1));
};

beforeEach(async () => {
  room = await mailRoom();
  await room.open();
  await room.open({ title: '研修医の声', ladder: ['-7'] });
  await room.deliver();
  room.letters.length = 0;
  await room.tickAt('2027-01-22T00:30:00.000Z');
  room.country.at('2027-01-22T00:41:00.000Z');
});

test('the outcome unknown, a resent reminder speaks of every round', async () => {
  room.answer = { kind: 'unknown', reason: 'timeout' };
  await room.deliver();
  room.drained = false;
  await room.tickAt('2027-01-22T00:55:00.000Z');
  expect(gathered().state).toBe('unknown');
  expect(await resend()).toEqual(['受入調査', '研修医の声']);
});

test('rejected by SES, a resent reminder speaks of every round', async () => {
  room.answer = { kind: 'rejected', reason: 'MessageRejected' };
  await room.deliver();
  expect(gathered().state).toBe('rejected');
  expect(await resend()).toEqual(['受入調査', '研修医の声']);
});

test('bounced after SES took it, the mail to the next contact speaks of every round', async () => {
  await room.contacts(
    'IWATE1',
    { name: '一', email: 'kenshu@iwate1.example' },
    { name: '二', email: 'next@iwate1.example' },
  );
  await room.deliver();
  expect(titles(room.letters.find(({ to }) => to.includes('iwate1')))).toEqual(['受入調査', '研修医の声']);
  await room.tell(gathered(), 'bounced');
  await room.deliver();
  expect(titles(room.letters.find(({ to }) => to.includes('next@')))).toEqual(['受入調査', '研修医の声']);
});

test('a sent mail that gathered is read again as it went out, but for the secrets of its links', async () => {
  await room.deliver();
  const { round, id } = gathered();
  const went = room.letters.find(({ to }) => to.includes('iwate1'));
  await room.desk.table.write({ update: keys.round(round), set: { due: '2027-02-05' } });
  const read = await readLetter(room.desk, { round, notice: id }, 'https://renkei.example');
  const bare = (text = '') => text.replace(/(open#|入力してください：)[^\n）]+/g, '$1');
  expect(read?.exact).toBe(true);
  expect([read?.letter.subject, bare(read?.letter.text)]).toEqual([went?.subject, bare(went?.text)]);
  for (const [secret] of went?.text.matchAll(/(?<=open#)\S+/g) ?? []) expect(read?.letter.text).not.toContain(secret);
});

test('what one mail gathered for two hospitals goes on to the next contact of each', async () => {
  const shared = { name: '共', email: 'shared@office.example' };
  await room.contacts('IWATE2', shared, { name: '二', email: 'second@iwate2.example' });
  await room.contacts('IWATE3', shared, { name: '三', email: 'third@iwate3.example' });
  await room.tickAt('2027-02-01T00:30:00.000Z');
  room.country.at('2027-02-01T00:41:00.000Z');
  await room.deliver();
  const mail = room.notices('reminder').find(({ to, state }) => to === shared.email && state === 'sent');
  expect(mail?.also?.map(({ organisation }) => organisation)).toHaveLength(1);
  await room.tell(mail, 'bounced');
  await room.deliver();
  const to = (email: string) => room.letters.filter((letter) => letter.to === email).map(({ text }) => text);
  expect(to('second@iwate2.example')).toEqual([expect.stringContaining('架空IWATE2病院')]);
  expect(to('third@iwate3.example')).toEqual([expect.stringContaining('架空IWATE3病院')]);
  expect(to('second@iwate2.example').join()).not.toContain('IWATE3');
});

test('a reminder laid in while the mail is being sent goes out with it all the same', async () => {
  const third = await room.open({ title: '三つめの調査', ladder: [] });
  const mail = gathered();
  const hospital = await find(room.desk.table, rows.organisation, keys.organisation('IWATE1'));
  if (!hospital) throw new Error('no hospital');
  const mailer = {
    async ready() {
      await remindHospital(room.desk, { round: third, hospital, step: 'now:2027-01-22', alone: false });
      return true;
    },
    async send() {
      throw new Error('sent without the reminder laid in');
    },
  };
  const key = keys.notice(mail.round, mail.id);
  expect(await sendNotice(room.desk, mailer, 'https://renkei.example', key)).toBe('not-due');
  await room.deliver();
  const letter = room.letters.find(({ to, subject }) => to.includes('iwate1') && subject.includes('3件'));
  expect(letter?.text).toContain('三つめの調査');
});

test('a mail that is full takes no more reminders: the next has one of its own', async () => {
  const third = await room.open({ title: '三つめの調査', ladder: [] });
  const { round, id } = gathered();
  const full = Array.from({ length: 50 }, (_, at) => ({ round: `r${at}`, organisation: 'IWATE1', step: 's' }));
  await room.desk.table.write({ update: keys.notice(round, id), set: { also: full } });
  const hospital = await find(room.desk.table, rows.organisation, keys.organisation('IWATE1'));
  if (!hospital) throw new Error('no hospital');
  await remindHospital(room.desk, { round: third, hospital, step: 'now:2027-01-22', alone: false });
  expect(room.notices('reminder', 'IWATE1').map((one) => one.round)).toContain(third.id);
});
