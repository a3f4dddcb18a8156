import { beforeEach, describe, expect, test } from 'vitest';
import { missedSteps } from '#lib/core/rounds/ladder.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { extendRound } from '#lib/usecases/extend-round.ts';
import { handOver } from '#lib/usecases/hand-over.ts';
import { pauseReminders, remindNow, resumeReminders } from '#lib/usecases/steer-reminders.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { iwate, ministry } from '#test/support/small-country.ts';

let room: MailRoom;
let round: Round;
const reminders = (organisation?: string) => room.notices('reminder', organisation);
const lettersTo = (place: string) => room.letters.filter(({ to }) => to.includes(place));
const setState = (id: string, organisation: string, state: string) =>
  room.desk.table.write({ update: keys.answer(id, organisation), set: { state } });

beforeEach(async () => {
  room = await mailRoom();
  round = await room.open();
  await room.deliver();
  room.letters.length = 0;
});

describe('steering reminders', () => {
  test('paused, no step fires; taken up again, the next one does and those that passed are shown as passed over', async () => {
    await pauseReminders(room.desk, ministry, round.id);
    await pauseReminders(room.desk, ministry, round.id);
    await room.tickAt('2027-01-22T00:30:00.000Z');
    expect(reminders()).toHaveLength(0);
    room.country.at('2027-01-25T00:00:00.000Z');
    await resumeReminders(room.desk, ministry, round.id);
    await room.tickAt('2027-01-25T00:05:00.000Z');
    expect(reminders()).toHaveLength(0);
    const now = await room.round(round.id);
    expect(missedSteps(now, new Set(), '2027-01-25T00:05:00.000Z')).toMatchObject([
      { step: { id: '2027-01-29:-7' }, why: 'paused' },
    ]);
    await room.tickAt('2027-02-01T00:30:00.000Z');
    expect(reminders()).toHaveLength(3);
  });

  test('now goes to those who owe, once a day', async () => {
    await setState(round.id, 'IWATE1', 'submitted');
    room.country.at('2027-01-20T02:00:00.000Z');
    expect((await remindNow(room.desk, ministry, round.id)).ok).toBe(true);
    expect(await remindNow(room.desk, ministry, round.id)).toMatchObject({ error: { kind: 'sent-today' } });
    await room.country.runJobs();
    await room.deliver();
    expect(room.letters.map(({ to }) => to).sort()).toEqual(['kenshu@iwate2.example', 'kenshu@iwate3.example']);
    room.country.at('2027-01-21T02:00:00.000Z');
    expect((await remindNow(room.desk, ministry, round.id)).ok).toBe(true);
  });

  test('an extension plans the ladder anew', async () => {
    await room.tickAt('2027-01-22T00:30:00.000Z');
    await extendRound(room.desk, ministry, round.id, '2027-02-05');
    await room.tickAt('2027-01-29T00:29:00.000Z');
    expect(reminders()).toHaveLength(3);
    await room.tickAt('2027-01-29T00:30:00.000Z');
    expect(reminders()).toHaveLength(6);
    await room.deliver();
    expect(room.letters.at(-1)?.text).toContain('2027年（令和9年）2月5日（金）（あと7日）');
  });

  test('a step that nothing fired is found', async () => {
    const late = '2027-01-22T00:46:00.000Z';
    expect(missedSteps(round, new Set(), '2027-01-22T00:40:00.000Z')).toEqual([]);
    expect(missedSteps(round, new Set(), late)).toMatchObject([{ step: { id: '2027-01-29:-7' }, why: 'not-run' }]);
    expect(missedSteps(round, new Set(['2027-01-29:-7']), late)).toEqual([]);
  });
});

describe('an address that owes in several rounds', () => {
  let second: Round;
  beforeEach(async () => {
    second = await room.open({ title: '研修医の声', ladder: ['-7'] });
    await room.deliver();
    room.letters.length = 0;
    await room.tickAt('2027-01-22T00:30:00.000Z');
  });
  const send = async () => {
    room.country.at('2027-01-22T00:41:00.000Z');
    await room.deliver();
  };

  test('is sent one mail that lists them, each with its own link', async () => {
    await room.deliver();
    expect(room.letters).toHaveLength(0);
    await send();
    expect(room.letters).toHaveLength(3);
    const [letter] = lettersTo('iwate1');
    expect(letter?.subject).toContain('未提出の調査が2件');
    for (const title of ['受入調査', '研修医の声']) expect(letter?.text).toContain(`【${title}】架空IWATE1病院`);
    expect(new Set(letter?.text.match(/open#\S+/g))).toHaveProperty('size', 2);
    expect(
      room
        .notices('reminder', 'IWATE1')
        .every(({ alsoTokens, token }) => alsoTokens === undefined && token === undefined),
    ).toBe(true);
  });

  test('is not told of what it has answered meanwhile, whichever round gathered the mail', async () => {
    await setState(round.id, 'IWATE1', 'submitted');
    await setState(second.id, 'IWATE1', 'submitted');
    await setState(round.id, 'IWATE2', 'submitted');
    await setState(second.id, 'IWATE3', 'submitted');
    await send();
    await room.deliver();
    expect(lettersTo('iwate1')).toHaveLength(0);
    expect(lettersTo('iwate2').map(({ subject }) => subject)).toEqual([expect.stringContaining('研修医の声')]);
    expect(lettersTo('iwate3').map(({ subject }) => subject)).toEqual([expect.stringContaining('受入調査')]);
  });

  test('gets no second reminder on the same day', async () => {
    await send();
    await remindNow(room.desk, ministry, second.id);
    await room.country.runJobs();
    room.country.at('2027-01-22T02:00:00.000Z');
    await room.deliver();
    expect(room.letters).toHaveLength(3);
  });
});

describe('handing over to a colleague', () => {
  const typed = {
    name: '後任 次郎',
    department: '研修課',
    email: 'ＪＩＲＯ@iwate1.example',
    telephone: '0191-00-0000',
  };
  const wish = () => ({ round: round.id, organisation: 'IWATE1', typed, request: 'press' });

  test('sends a link of their own, once, and later mails go to them', async () => {
    expect((await handOver(room.desk, iwate, wish())).ok).toBe(true);
    expect((await handOver(room.desk, iwate, wish())).ok).toBe(true);
    await room.deliver();
    expect(room.letters.map(({ to }) => to)).toEqual(['JIRO@iwate1.example']);
    await room.tickAt('2027-01-22T00:30:00.000Z');
    expect(reminders('IWATE1')[0]?.to).toBe('JIRO@iwate1.example');
    const hospital = await room.desk.table.get(keys.organisation('IWATE1'));
    expect(hospital).toMatchObject({ contacts: [{ name: '後任 次郎' }, { name: '担当' }] });
  });

  test('says at each field what is wrong, and is refused once the answer is in', async () => {
    const bad = { name: '', department: 'a\nb', email: 'x@', telephone: '12' };
    const refused = await handOver(room.desk, iwate, { ...wish(), typed: bad });
    expect(refused).toMatchObject({
      error: { problems: [{ field: 'name' }, { field: 'department' }, { field: 'email' }, { field: 'telephone' }] },
    });
    await setState(round.id, 'IWATE1', 'submitted');
    expect(await handOver(room.desk, iwate, wish())).toMatchObject({ error: { kind: 'not-owing' } });
  });
});
