import { describe, expect, test } from 'vitest';
import { tally } from '#lib/core/rounds/progress.ts';
import { answersOf, mailStanding, mailsAbout, mailsOf, noticesOf, standingsOf } from '#lib/usecases/read-round.ts';
import { mailRoom } from '#test/support/mail-room.ts';

describe('what pages count from', () => {
  test('is what a recount of the whole rows gives, for the nation and for a prefecture, and brings nothing else', async () => {
    const room = await mailRoom();
    const { id } = await room.open();
    await room.deliver();
    await room.tell(room.notices('request')[0], 'bounced', '550 user unknown');
    await room.tell(room.notices('request')[1], 'delivered');
    const [answers, notices] = [await answersOf(room.desk, id), await noticesOf(room.desk, id)];
    const mails = await mailsOf(room.desk, id);
    expect(answers.length).toBeGreaterThan(1);
    expect(tally(await standingsOf(room.desk, id))).toEqual(tally(answers));
    expect(mailStanding(mails)).toEqual(mailStanding(notices));
    expect(mails.map(({ state }) => state)).toEqual(notices.map(({ state }) => state));
    expect(JSON.stringify(mails)).not.toContain('@');

    const prefecture = answers[0]?.prefecture ?? '';
    const own = await standingsOf(room.desk, id, prefecture);
    const ours = new Set(own.map(({ organisation }) => organisation));
    const about = await mailsAbout(room.desk, id, own);
    expect(tally(own)).toEqual(tally(answers.filter((answer) => answer.prefecture === prefecture)));
    expect(new Set(about.map(({ id: mail }) => mail))).toEqual(
      new Set(notices.filter(({ organisation }) => ours.has(organisation)).map(({ id: mail }) => mail)),
    );
  });
});
