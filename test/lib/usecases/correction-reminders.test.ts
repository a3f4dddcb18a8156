import { beforeEach, describe, expect, test } from 'vitest';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { allowCorrection, endCorrection } from '#lib/usecases/allow-correction.ts';
import { releaseRound } from '#lib/usecases/move-round.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { clerkOf, submitted } from '#test/functions/staff/open-round.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { ministry } from '#test/support/small-country.ts';

let room: MailRoom;
let round: string;
const organisation = 'IWATE1';

beforeEach(async () => {
  room = await mailRoom();
  round = (await room.open()).id;
  await submitted(room.country, round, organisation, 2);
  room.country.at('2027-02-16T01:00:00.000Z');
  await releaseRound(room.desk, ministry, round);
  await room.country.runJobs();
  await room.deliver();
  room.letters.length = 0;
});

/** Leave on Tuesday 16 February 2027; the day is a Friday unless told. */
const allow = (due = '2027年2月26日', request = 'allow', to = organisation) =>
  allowCorrection(room.desk, ministry, { round, organisation: to, reason: '人数の誤り', due, request });
const reminders = () =>
  room.letters.filter(({ subject }) => subject.includes('期限が近づいています') || subject.includes('期限超過'));
async function morning(day: string): Promise<void> {
  await room.tickAt(`${day}T00:30:00.000Z`);
  await room.deliver();
}

describe('a correction is reminded of', () => {
  test('three days before its day, one before and one after, on mornings of days on which offices work', async () => {
    await allow();
    await room.deliver();
    expect(room.letters.map(({ text }) => text).join()).toContain(
      '人数の誤り（2027年（令和9年）2月26日（金）までに再提出してください）',
    );
    const sent: string[] = [];
    for (let day = 17; day <= 28; day++) {
      const before = reminders().length;
      await morning(`2027-02-${day}`);
      await room.tickAt(`2027-02-${day}T05:00:00.000Z`);
      await room.deliver();
      sent.push(...Array(reminders().length - before).fill(`2027-02-${day}`));
    }
    await morning('2027-03-01');
    await morning('2027-03-02');
    // 23 February is a holiday, and the day after the due day a Saturday.
    expect(sent).toEqual(['2027-02-22', '2027-02-25']);
    expect(reminders()).toHaveLength(3);
    expect(reminders().map(({ to }) => to)).toEqual(Array(3).fill('kenshu@iwate1.example'));
    expect(reminders()[0]?.text).toContain('2027年（令和9年）2月26日（金）（あと4日）');
    expect(reminders()[2]?.subject).toContain('期限超過');
  });

  test('late where the morning was missed, but on no day on which offices are closed, and of no step from before the leave', async () => {
    await allow('2027年3月1日');
    await room.deliver();
    for (const day of ['2027-02-27', '2027-02-28']) await morning(day);
    expect(reminders()).toEqual([]);
    await morning('2027-03-01');
    expect(reminders()).toHaveLength(1);
    await allow('2027年3月2日', 'late', 'IWATE2');
    await room.deliver();
    await morning('2027-03-02');
    expect(room.notices('reminder', 'IWATE2')).toEqual([]);
    await morning('2027-03-03');
    expect(room.notices('reminder', 'IWATE2')).toHaveLength(1);
  });

  test('no more once it was submitted, and none when leave was taken back, even of one that waits', async () => {
    await allow();
    await morning('2027-02-22');
    expect(reminders()).toHaveLength(1);
    await saveSection(room.desk, clerkOf(round, organisation), {
      round,
      organisation,
      section: 'capacity',
      posted: { places: ['7'] },
      version: 1,
      base: [],
      confirm: true,
    });
    expect(
      (await submitAnswer(room.desk, clerkOf(round, organisation), { round, organisation, request: 's' })).ok,
    ).toBe(true);
    await morning('2027-02-25');
    expect(reminders()).toHaveLength(1);

    const never = 'IWATE2';
    room.country.at('2027-02-25T01:00:00.000Z');
    expect((await allow('2027年3月5日', 'other', never)).ok).toBe(true);
    await room.deliver();
    await room.tickAt('2027-03-02T00:30:00.000Z');
    expect(room.notices('reminder', never)).toMatchObject([{ state: 'pending' }]);
    await endCorrection(room.desk, ministry, { round, organisation: never, request: 'end' });
    await room.deliver();
    expect(room.notices('reminder', never)).toMatchObject([
      { state: 'stopped', reason: '修正の受付が終わったため、送りませんでした。' },
    ]);
    await morning('2027-03-04');
    expect(reminders()).toHaveLength(1);
  });

  test('never of leave that names no day, as leave of old does not', async () => {
    await allow();
    const answer = keys.answer(round, organisation);
    const [stored] = room.country.all().filter(({ pk, sk }) => pk === answer.pk && sk === answer.sk);
    const { due: _, ...old } = rows.answer.read(stored ?? { pk: '', sk: '' }).correction ?? {};
    await room.desk.table.write({ update: answer, set: { correction: old } });
    for (const day of ['2027-02-22', '2027-02-25', '2027-03-01']) await morning(day);
    expect(reminders()).toEqual([]);
  });
});

describe('leave to correct', () => {
  test.each([
    ['', '回答期限の年月日を'],
    ['2027年2月16日', '明日以降'],
    ['2029年2月16日', '1年以内'],
  ])('by %s is refused', async (due, words) => {
    expect(await allow(due)).toMatchObject({
      ok: false,
      error: { kind: 'wrong-words', reason: undefined, due: expect.stringContaining(words) },
    });
  });
});
