import { beforeEach, describe, expect, test } from 'vitest';
import { outboxOf as announcementOutbox } from '#lib/core/announcements/announcement.ts';
import { later } from '#lib/core/calendar/later.ts';
import { outboxOf } from '#lib/core/distributions/distribution.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { scheduleAnnouncement } from '#lib/usecases/announcements/move-announcement.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { draftAnnouncement, drafted } from '#test/support/drafted-announcement.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { sentDocument } from '#test/support/sent-document.ts';
import { iwate, ministry } from '#test/support/small-country.ts';
import { type Visitor, visitor } from './visit.ts';

const miyagi: Actor = { kind: 'prefecture', id: 'p2', name: '宮城 次郎', prefecture: '04' };

let room: MailRoom;
let centre: Visitor;
let office: Visitor;
let other: Visitor;

beforeEach(async () => {
  room = await mailRoom();
  centre = await visitor(room.country, ministry);
  office = await visitor(room.country, iwate);
  other = await visitor(room.country, miyagi);
});

/** Offers every mail to an SES that never answers, and waits until the machine gives up finding out. */
async function lost(): Promise<void> {
  room.answer = { kind: 'unknown', reason: 'timeout' };
  await room.deliver();
  for (const minutes of [11, 73]) await room.tickAt(later(room.desk.world.now(), { minutes }));
}

const listOf = (round: string) => `/s/notices?${new URLSearchParams({ round, state: 'unknown' })}`;
const stateOf = (id: string) => room.notices().find((one) => one.id === id)?.state;
const canary = 'success@simulator.amazonses.com';
const undecided = '送信結果不明のメールがあります';
const beforeResending = '送信結果不明のメールを再送する前に';

describe('the mails of a document of which nobody knows what became', () => {
  test('stand on the page of mails of the office that sent it, which sends one again', async () => {
    await sentDocument(room.country);
    await lost();
    const outbox = outboxOf('doc1');
    const seen = await centre.get('/s/notices');
    expect(seen.html).toContain(undecided);
    expect(seen.html).toContain('文書：広域連携型プログラムQA集の送付（7通）');
    const list = await centre.get(listOf(outbox));
    expect(list.html).toContain(beforeResending);
    expect(list.html.match(/action="\/s\/notices\/resend"/g)).toHaveLength(7);
    expect((await centre.get('/s/documents/doc1')).html).toContain('送信結果不明のメールが7通あります');
    const [mail] = room.notices('document', 'IWATE1');
    const press = { round: outbox, notice: mail?.id ?? '' };
    const letter = await centre.get(`/s/notices/letter?${new URLSearchParams(press)}`);
    expect(letter.html).toContain('院内でご確認ください。');
    expect(letter.html).toContain('架空IWATE1病院');
    expect((await centre.post('/s/notices/resend', press)).location).toContain('done=resent');
    expect(stateOf(press.notice)).toBe('pending');
    expect((await centre.get('/s/notices')).html).toContain('（6通）');
    const trail = await auditOf(room.desk, 'document#doc1');
    expect([trail.whole, trail.entries.at(-1)?.act]).toEqual([true, 'notice.resend']);
    room.answer = { kind: 'accepted', messageId: 'm' };
    await room.deliver();
    expect(room.letters.map(({ to }) => to)).toEqual(['kenshu@iwate1.example', canary]);
    expect(room.letters[0]?.text).toMatch(/\/d\/open#[0-9A-Z-]{20}/);
    const again = await centre.post('/s/notices/resend', press);
    expect([again.status, again.html]).toEqual([422, expect.stringContaining('送信の結果が分かったため')]);
  });

  test('of a prefecture are decided by itself, read by the ministry without advice to resend, and seen by no other', async () => {
    await sentDocument(room.country, iwate);
    await lost();
    const outbox = outboxOf('doc1');
    const press = { round: outbox, notice: room.notices('document', 'IWATE1')[0]?.id ?? '' };
    const letter = `/s/notices/letter?${new URLSearchParams(press)}`;
    expect((await office.get('/s/notices')).html).toContain(undecided);
    expect((await office.get(listOf(outbox))).html).toContain(beforeResending);
    const read = await centre.get(listOf(outbox));
    expect(read.html).toContain('架空IWATE1病院');
    for (const words of [undecided, beforeResending, 'action="/s/notices/resend"'])
      expect(read.html).not.toContain(words);
    const foreign = await other.get(listOf(outbox));
    expect([foreign.status, foreign.html]).toEqual([
      200,
      expect.not.stringMatching(/QA集|架空IWATE|送信結果不明のメール/),
    ]);
    expect([
      (await office.get(letter)).status,
      (await centre.get(letter)).status,
      (await other.get(letter)).status,
    ]).toEqual([200, 200, 404]);
    expect((await centre.post('/s/notices/resend', press)).status).toBe(403);
    expect((await other.post('/s/notices/resend', press)).status).toBe(404);
    expect(stateOf(press.notice)).toBe('unknown');
    expect((await office.post('/s/notices/resend', press)).status).toBe(303);
    expect(stateOf(press.notice)).toBe('pending');
  });

  test('of the ministry are no business of a prefecture, though it was sent it', async () => {
    await sentDocument(room.country);
    await lost();
    const seen = await office.get(listOf(outboxOf('doc1')));
    expect(seen.html).not.toMatch(/QA集|架空IWATE|送信結果不明のメール/);
    expect(seen.html).toContain('まだありません。');
    expect(seen.html).not.toContain('絞り込む');
    const press = { round: outboxOf('doc1'), notice: room.notices('document', 'IWATE1')[0]?.id ?? '' };
    expect((await office.post('/s/notices/resend', press)).status).toBe(404);
    expect(stateOf(press.notice)).toBe('unknown');
  });
});

test('an announcement’s mails of unknown outcome stand there for the ministry, are sent again one by one, and leave the list when their outcome comes', async () => {
  await draftAnnouncement(room.desk);
  const sendAt = '2026-12-01T01:30:00.000Z';
  const wish = { id: drafted.announcement, sendAt, seenCount: 12 };
  expect(await scheduleAnnouncement(room.desk, ministry, wish)).toMatchObject({ ok: true });
  await room.tickAt(sendAt);
  await lost();
  const outbox = announcementOutbox(drafted.announcement);
  expect((await centre.get('/s/notices')).html).toContain('（12通）');
  expect((await office.get('/s/notices')).html).not.toContain('説明会');
  expect((await centre.get(`/s/announcements/${drafted.announcement}`)).html).toContain(
    '送信結果不明のメールが12通あります',
  );
  const [first, second] = room.notices('announcement');
  const press = { round: outbox, notice: first?.id ?? '' };
  expect((await office.post('/s/notices/resend', press)).status).toBe(404);
  expect((await centre.post('/s/notices/resend', press)).status).toBe(303);
  await room.tell(second, 'delivered');
  expect((await centre.get('/s/notices')).html).toContain('（10通）');
  room.answer = { kind: 'accepted', messageId: 'm' };
  await room.deliver();
  expect(room.letters.map(({ to }) => to).sort()).toEqual([first?.to, canary].sort());
});
