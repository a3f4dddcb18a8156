import { describe, expect, test } from 'vitest';
import { fictionalStudents } from '#infra/local/demo/students.ts';
import { domainReport, totalOf } from '#lib/core/announcements/domain-report.ts';
import { everybody, type Segment } from '#lib/core/announcements/recipient.ts';
import { applyUpload } from '#lib/usecases/announcements/apply-upload.ts';
import { changeSubscription } from '#lib/usecases/announcements/change-subscription.ts';
import { countFor } from '#lib/usecases/announcements/count-recipients.ts';
import { forgetList } from '#lib/usecases/announcements/forget-list.ts';
import { createList } from '#lib/usecases/announcements/keep-list.ts';
import {
  cancelAnnouncement,
  pauseAnnouncement,
  resumeAnnouncement,
  scheduleAnnouncement,
} from '#lib/usecases/announcements/move-announcement.ts';
import { mailsOf, readAnnouncement, unsubscribedBy } from '#lib/usecases/announcements/read-announcements.ts';
import { readList } from '#lib/usecases/announcements/read-lists.ts';
import { tryAnnouncement } from '#lib/usecases/announcements/try-announcement.ts';
import { refOf, unsubscribeToken, unsubscribeUrl } from '#lib/usecases/announcements/unsubscribe-link.ts';
import { draftAnnouncement, drafted, uploaded } from '../../../support/drafted-announcement.ts';
import { type MailRoom, mailRoom } from '../../../support/mail-room.ts';
import { ministry } from '../../../support/small-country.ts';

const { list, announcement: news } = drafted;
const sendAt = '2026-12-02T01:00:00.000Z';

/** A mail room with a list of twelve and a draft for them. */
async function withDraft(segment?: Segment): Promise<MailRoom> {
  const room = await mailRoom('2026-12-01T01:00:00.000Z');
  await draftAnnouncement(room.desk, 12, segment);
  return room;
}

const found = async ({ desk }: MailRoom) => {
  const one = await readAnnouncement(desk, news);
  if (!one) throw new Error('no announcement');
  return one.announcement;
};

async function scheduled(segment?: Segment): Promise<MailRoom> {
  const room = await withDraft(segment);
  const { reached } = await countFor(room.desk, await found(room));
  expect(await scheduleAnnouncement(room.desk, ministry, { id: news, sendAt, seenCount: reached })).toMatchObject({
    ok: true,
  });
  return room;
}

const tokenIn = (room: MailRoom, at: number): string =>
  room.letters[at]?.unsubscribe?.slice(unsubscribeUrl('https://renkei.example', '').length) ?? '';

describe('A list', () => {
  test('changes when an upload is taken in and not before, and twice as once', async () => {
    const room = await mailRoom();
    await createList(room.desk, ministry, { name: '5年生', request: list });
    const first = await uploaded(room.desk, 'upload01');
    expect(first.totals).toEqual({ rows: 12, accepted: 12, rejected: 0, new: 12, changed: 0, same: 0, gone: 0 });
    expect((await readList(room.desk, list))?.list.count).toBe(0);
    await applyUpload(room.desk, ministry, { list, upload: 'upload01' });
    await applyUpload(room.desk, ministry, { list, upload: 'upload01' });
    expect((await readList(room.desk, list))?.list).toMatchObject({ count: 12, version: 1 });
    const less = await uploaded(
      room.desk,
      'upload02',
      fictionalStudents(12).filter((_, row) => row !== 3),
    );
    expect(less.totals).toMatchObject({ new: 0, same: 11, gone: 1 });
    expect((await uploaded(room.desk, 'upload03')).totals).toMatchObject({ same: 12, gone: 0 });
    await applyUpload(room.desk, ministry, { list, upload: 'upload03' });
    expect(await applyUpload(room.desk, ministry, { list, upload: 'upload02' })).toEqual({
      ok: false,
      error: 'moved-meanwhile',
    });
  });

  test('takes nobody in again who unsubscribed', async () => {
    const room = await scheduled();
    await room.tickAt(sendAt);
    await room.deliver();
    await changeSubscription(room.desk, tokenIn(room, 4), false);
    const again = await uploaded(room.desk, 'upload02');
    expect(again.totals).toMatchObject({ accepted: 11, rejected: 1, gone: 1 });
    expect(again.rejected[0]?.reasons).toEqual(['配信停止の申し出があった方です。']);
  });

  test('is deleted for good after use, with what its mails say of people; not while an announcement waits', async () => {
    const room = await scheduled();
    expect(await forgetList(room.desk, ministry, list)).toEqual({ ok: false, error: 'in-use' });
    await room.tickAt(sendAt);
    await room.deliver();
    for (const mail of room.notices('announcement')) await room.tell(mail, 'delivered');
    await changeSubscription(room.desk, tokenIn(room, 0), false);
    await room.tickAt('2026-12-02T02:00:00.000Z');
    expect(await forgetList(room.desk, ministry, list)).toMatchObject({ ok: true });
    await room.country.runJobs();
    expect(JSON.stringify(room.country.all())).not.toMatch(/student\d|架空 学生/);
    const report = domainReport(await mailsOf(room.desk, news), await unsubscribedBy(room.desk, news));
    expect(totalOf(report)).toMatchObject({ mails: 12, delivered: 12, unsubscribed: 1 });
    expect(await changeSubscription(room.desk, tokenIn(room, 1), false)).toMatchObject({ ok: true });
  });
});

describe('An announcement', () => {
  test('goes to everybody once when its time has come, in the words and with the way out of its own', async () => {
    const room = await scheduled();
    await room.tickAt('2026-12-02T00:59:00.000Z');
    expect(room.notices('announcement')).toHaveLength(0);
    await room.tickAt(sendAt);
    await room.tickAt(sendAt);
    await room.deliver();
    await room.deliver();
    expect(new Set(room.letters.map(({ to }) => to)).size).toBe(12);
    expect(room.letters).toHaveLength(12);
    expect(room.letters[0]).toMatchObject({ stream: 'announcement' });
    expect(room.letters[0]?.text).toMatch(/架空 学生\d+さんへ.*■ 学年：5年.*申込み\nhttps:\/\/apply\.example\/form/s);
    expect(room.letters[0]?.html).toContain('<a href="https://apply.example/form">申込み</a>');
    expect(room.letters[0]?.unsubscribe).toMatch(/^https:\/\/renkei\.example\/u\//);
    for (const mail of room.notices('announcement')) await room.tell(mail, 'delivered');
    await room.tickAt('2026-12-02T01:05:00.000Z');
    expect((await found(room)).state).toBe('done');
  });

  test('goes to its segment only', async () => {
    const university = String(fictionalStudents(12)[1]?.[2]);
    const room = await scheduled({ ...everybody, universities: [university] });
    await room.tickAt(sendAt);
    await room.deliver();
    expect(room.letters.length).toBeGreaterThan(0);
    expect(room.letters.every(({ subject }) => subject.includes(university))).toBe(true);
  });

  test('is not scheduled for another number of people than was shown', async () => {
    const room = await withDraft();
    expect(await scheduleAnnouncement(room.desk, ministry, { id: news, sendAt, seenCount: 11 })).toEqual({
      ok: false,
      error: { kind: 'count-moved', count: 12 },
    });
  });

  test('does not go out once it was taken back', async () => {
    const room = await scheduled();
    await cancelAnnouncement(room.desk, ministry, news);
    await room.tickAt(sendAt);
    expect(room.notices('announcement')).toHaveLength(0);
    expect((await found(room)).state).toBe('draft');
  });

  test('is held while it is stopped and goes on to exactly those who had none', async () => {
    const room = await scheduled();
    await room.tickAt(sendAt);
    for (const mail of room.notices('announcement').slice(0, 5)) await room.tell(mail, 'delivered');
    await pauseAnnouncement(room.desk, ministry, news);
    await room.deliver();
    expect(room.letters).toHaveLength(0);
    await resumeAnnouncement(room.desk, ministry, news);
    await room.country.runJobs();
    await room.deliver();
    expect(room.letters).toHaveLength(7);
  });

  test('is let be when it is ended while stopped', async () => {
    const room = await scheduled();
    await room.tickAt(sendAt);
    await pauseAnnouncement(room.desk, ministry, news);
    await cancelAnnouncement(room.desk, ministry, news);
    await room.deliver();
    expect(room.letters).toHaveLength(0);
    expect(room.notices('announcement').every(({ state }) => state === 'stopped')).toBe(true);
  });

  test('does not reach who unsubscribed between the order and the sending, and reaches who came back', async () => {
    const room = await withDraft();
    await tryAnnouncement(room.desk, ministry, { id: news, email: 'me@mhlw.example', request: 'trial1' });
    await tryAnnouncement(room.desk, ministry, { id: news, email: 'me@mhlw.example', request: 'trial1' });
    await room.deliver();
    expect(room.letters.map(({ to }) => to)).toEqual(['me@mhlw.example']);
    await scheduleAnnouncement(room.desk, ministry, { id: news, sendAt, seenCount: 12 });
    await room.tickAt(sendAt);
    room.answer = { kind: 'throttled' };
    await room.deliver();
    const [gone, back] = room.notices('announcement').filter(({ id }) => id.startsWith('to#'));
    const tokens = [gone, back].map((mail) => mail?.to ?? '').map(refOf);
    const announcement = await found(room);
    for (const ref of tokens) await changeSubscription(room.desk, unsubscribeToken(announcement, ref), false);
    await changeSubscription(room.desk, unsubscribeToken(announcement, tokens[1] ?? ''), true);
    room.answer = { kind: 'accepted', messageId: 'm' };
    room.country.at('2026-12-02T01:10:00.000Z');
    await room.deliver();
    expect(room.letters).toHaveLength(12);
    expect(room.letters.some(({ to }) => to === gone?.to)).toBe(false);
    expect(room.notices('announcement').find(({ id }) => id === gone?.id)?.state).toBe('stopped');
  });

  test('never again reaches an address that bounced or complained, and tells it by mail domain', async () => {
    const room = await scheduled();
    await room.tickAt(sendAt);
    await room.deliver();
    const mails = await mailsOf(room.desk, news);
    await room.tell(mails[0], 'bounced');
    await room.tell(mails[1], 'complained');
    for (const mail of mails.slice(2)) await room.tell(mail, 'delivered');
    const report = domainReport(await mailsOf(room.desk, news), []);
    expect(totalOf(report)).toMatchObject({
      mails: 12,
      sent: 12,
      delivered: 11,
      bounced: 1,
      complained: 1,
      waiting: 0,
    });
    expect(report.reduce((sum, line) => sum + line.mails, 0)).toBe(12);
  });

  test('is tried again an hour after a transient bounce, counted once, and held while it is stopped', async () => {
    const room = await scheduled();
    await room.tickAt(sendAt);
    await room.deliver();
    const first = room.notices('announcement').find(({ to }) => to === room.letters[0]?.to);
    await room.tell(first, 'soft-bounced');
    await room.tell(first, 'soft-bounced');
    const letters = room.letters.length;
    await room.tickAt('2026-12-02T01:50:00.000Z');
    await room.deliver();
    expect(room.letters).toHaveLength(letters);
    await pauseAnnouncement(room.desk, ministry, news);
    await room.tickAt('2026-12-02T02:05:00.000Z');
    await room.deliver();
    expect(room.letters).toHaveLength(letters);
    await resumeAnnouncement(room.desk, ministry, news);
    await room.tickAt('2026-12-02T03:10:00.000Z');
    await room.deliver();
    expect(room.letters.slice(letters).map(({ to }) => to)).toEqual([first?.to]);
    const [again] = room.notices('announcement').filter(({ after }) => after === first?.id);
    await room.tell(again, 'delivered');
    const total = totalOf(domainReport(await mailsOf(room.desk, news), []));
    expect([total.mails, total.softBounced, total.delivered]).toEqual([12, 0, 1]);
  });

  test('is not tried again where its bounce turns out to be for good', async () => {
    const room = await scheduled();
    await room.tickAt(sendAt);
    await room.deliver();
    const [first] = room.notices('announcement');
    await room.tell(first, 'soft-bounced');
    await room.tell(first, 'bounced');
    const letters = room.letters.length;
    await room.tickAt('2026-12-02T02:05:00.000Z');
    await room.deliver();
    expect(room.letters).toHaveLength(letters);
  });
});

describe('A link for unsubscribing', () => {
  test('does nothing when it was made up, and as much twice as once', async () => {
    const room = await scheduled();
    await room.tickAt(sendAt);
    await room.deliver();
    const token = tokenIn(room, 0);
    const other = tokenIn(room, 1);
    const forged = `${token.slice(0, -22)}${other.slice(-22)}`;
    expect(await changeSubscription(room.desk, forged, false)).toMatchObject({ ok: false });
    expect(await changeSubscription(room.desk, 'x', false)).toMatchObject({ ok: false });
    await changeSubscription(room.desk, token, false);
    await changeSubscription(room.desk, token, false);
    expect(await unsubscribedBy(room.desk, news)).toHaveLength(1);
  });
});
