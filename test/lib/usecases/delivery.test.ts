import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Evidence } from '#lib/core/notices/notice.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { sendNotice } from '#lib/usecases/send-notice.ts';
import { sweepNotices } from '#lib/usecases/sweep-notices.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';

const first = { name: '担当', email: 'kenshu@iwate1.example' };
const second = { name: '副担当', email: 'soumu@iwate1.example' };

let room: MailRoom;
const sent = () => room.letters.filter(({ to }) => to.endsWith('@iwate1.example')).map(({ to }) => to);
const request = (at = 0) => room.notices('request', 'IWATE1')[at];
const states = () => room.notices('request', 'IWATE1').map(({ to, state }) => [to, state]);

beforeEach(async () => {
  room = await mailRoom();
  await room.contacts('IWATE1', first, second);
  await room.open();
  await room.deliver();
});

describe('a mail that bounces for good', () => {
  test('goes to the next contact with a link of its own, once, and its address is never written to again', async () => {
    await room.tell(request(), 'bounced', '550 user unknown');
    await room.tell(request(), 'bounced', '550 user unknown');
    await room.tell(request(), 'complained');
    await room.deliver();
    expect(sent()).toEqual([first.email, second.email]);
    const codes = room.letters.map(({ text }) => /open#(\S+)/.exec(text)?.[1]);
    expect(new Set(codes).size).toBe(codes.length);
    await room.open({ title: '次の調査' });
    await room.deliver();
    await room.deliver();
    expect(sent()).toEqual([first.email, second.email, second.email]);
    expect(room.notices('request', 'IWATE1').find(({ state }) => state === 'withheld')).toMatchObject({
      to: first.email,
      reason: '苦情のあった宛先のため、送りませんでした。',
    });
  });

  test('with nobody left stands, and a contact that was corrected meanwhile is written to at once', async () => {
    await room.tell(request(), 'bounced');
    await room.deliver();
    await room.tell(request(1), 'bounced');
    await room.deliver();
    expect(states()).toEqual([
      [first.email, 'bounced'],
      [second.email, 'bounced'],
    ]);
    await room.contacts('IWATE2', { name: '新', email: 'new@iwate2.example' });
    await room.tell(room.notices('request', 'IWATE2')[0], 'bounced');
    await room.deliver();
    expect(room.letters.at(-1)?.to).toBe('new@iwate2.example');
  });

  test('is not chased at the next contact when the answer has come meanwhile', async () => {
    await room.tell(request(), 'bounced');
    const round = request()?.round ?? '';
    await room.desk.table.write({ update: keys.answer(round, 'IWATE1'), set: { state: 'submitted' } });
    await room.deliver();
    expect(states().at(-1)).toEqual([second.email, 'stopped']);
  });
});

describe('a mail that bounces for now', () => {
  test('is tried again after an hour, six hours and a day, then goes to the next contact', async () => {
    const bounce = async () => {
      await room.tell(room.notices('request', 'IWATE1').at(-1), 'soft-bounced', '452 mailbox full');
      await room.deliver();
    };
    await bounce();
    expect(sent()).toHaveLength(1);
    for (const instant of ['2026-12-01T02:00', '2026-12-01T08:00', '2026-12-02T08:00']) {
      room.country.at(`${instant}:00.000Z`);
      await room.deliver();
      await bounce();
    }
    expect(sent()).toEqual([first.email, first.email, first.email, first.email, second.email]);
    expect(room.country.all().some(({ pk }) => pk.startsWith('ADR#'))).toBe(false);
  });

  test('is not tried again when it turns out to have arrived: an automatic reply comes as a bounce', async () => {
    await room.tell(request(), 'soft-bounced');
    await room.tell(request(), 'delivered');
    room.country.at('2026-12-01T03:00:00.000Z');
    await room.deliver();
    expect(states()).toEqual([
      [first.email, 'delivered'],
      [first.email, 'stopped'],
    ]);
    expect(room.notices('request', 'IWATE1')[1]?.reason).toBe('前のメールの結果が変わったため、送りませんでした。');
  });
});

test('events in any order and number leave the same mails behind', async () => {
  const evidences: Evidence[] = ['sent', 'delayed', 'soft-bounced', 'delivered', 'bounced', 'complained', 'rejected'];
  const after = async (events: readonly Evidence[]) => {
    room = await mailRoom();
    await room.contacts('IWATE1', first, second);
    await room.open({ request: 'same' });
    await room.deliver();
    for (const evidence of events) await room.tell(request(), evidence);
    room.country.at('2026-12-01T05:00:00.000Z');
    await room.deliver();
    return [...sent()].sort();
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...evidences), { minLength: 1, maxLength: 5 }), async (events) => {
      const once = await after([...new Set(events)]);
      expect(await after(events.toReversed())).toEqual(once);
      expect(new Set(once).size + (once.filter((to) => to === first.email).length - 1)).toBe(once.length);
    }),
    { numRuns: 30 },
  );
});

describe('an attempt of unknown outcome', () => {
  beforeEach(async () => {
    room = await mailRoom();
    await room.open();
    room.answer = { kind: 'unknown', reason: 'timeout' };
    await room.deliver();
  });
  const unknown = () => room.notices('request').filter(({ state }) => state === 'unknown').length;
  const canary = () => room.notices('canary').at(-1);

  test('is sent again by itself once a later canary has proven that events come through', async () => {
    expect(await room.tickAt('2026-12-01T01:11:00.000Z')).toMatchObject({ unknown: 3, again: 0 });
    room.answer = { kind: 'accepted', messageId: 'm' };
    await room.deliver();
    expect(room.letters.map(({ to }) => to)).toEqual(['success@simulator.amazonses.com']);
    expect(await room.tickAt('2026-12-01T01:16:00.000Z')).toMatchObject({ again: 0 });
    await room.tell(room.notices('canary')[0], 'delivered');
    await room.tell(room.notices('request')[0], 'sent');
    expect(await room.tickAt('2026-12-01T01:21:00.000Z')).toMatchObject({ again: 2 });
    await room.deliver();
    expect(room.letters.filter(({ to }) => to.startsWith('kenshu@'))).toHaveLength(2);
  });

  test('stands for a person while events wait or lie dead, or the canary stays silent', async () => {
    await room.tickAt('2026-12-01T01:11:00.000Z');
    room.drained = false;
    await room.tell(canary(), 'delivered');
    expect(await room.tickAt('2026-12-01T01:16:00.000Z')).toMatchObject({ again: 0 });
    await room.tickAt('2026-12-01T02:12:00.000Z');
    room.drained = true;
    expect(await room.tickAt('2026-12-01T02:17:00.000Z')).toMatchObject({ again: 0 });
    expect(unknown()).toBe(3);
  });

  test('is sent again by itself three times at most', async () => {
    let minute = 11;
    const at = () => `2026-12-01T01:${String(minute).padStart(2, '0')}:00.000Z`;
    for (let round = 0; round < 4; round++, minute += 6) {
      await room.tickAt(at());
      await room.tell(canary(), 'delivered');
      minute += 5;
      await room.tickAt(at());
      await room.deliver();
      minute = Math.min(minute, 40);
      room.country.at(at());
    }
    expect(Math.max(...room.notices('request').map(({ attempt }) => attempt))).toBeLessThanOrEqual(3);
  });
});

test('an address that SES itself refuses counts as not arrived, another refusal does not use up the contacts', async () => {
  room = await mailRoom();
  await room.contacts('IWATE1', { name: '誤', email: 'no-domain' }, second);
  await room.open();
  room.answer = { kind: 'rejected', reason: 'InvalidParameterValue', badAddress: true };
  const wrong = request();
  if (wrong) {
    const mailer = { ready: async () => true, send: async () => room.answer };
    await sendNotice(room.desk, mailer, 'https://renkei.example', keys.notice(wrong.round, wrong.id));
  }
  room.answer = { kind: 'rejected', reason: 'MessageRejected' };
  await room.deliver();
  expect(states()).toEqual([
    ['no-domain', 'rejected'],
    [second.email, 'rejected'],
  ]);
  expect(
    rows.notice.read(room.country.all().find(({ sk }) => sk.startsWith('IWATE2#request')) ?? { pk: '', sk: '' }).state,
  ).toBe('rejected');
});

test('a claimed mail keeps its place among what is due: the sweep puts only pending ones on the queue, and says of a claim past its time that nobody knows', async () => {
  room = await mailRoom();
  await room.open();
  const queued: unknown[] = [];
  const queues = {
    jobs: { send: async () => {} },
    mails: { send: async (...bodies: readonly unknown[]) => void queued.push(...bodies) },
    mailEvents: { empty: async () => false },
  };
  const [claimed, waiting] = room.notices('request');
  if (!claimed || !waiting) throw new Error('no mails');
  const mailer = { ready: async () => true, send: async () => ({ kind: 'unknown', reason: 'lost' }) as const };
  const { table, world } = room.desk;
  const at = (minutes: number) => new Date(Date.parse(claimed.createdAt) + minutes * 60_000).toISOString();
  room.country.at(at(6));
  await sendNotice(room.desk, mailer, 'https://renkei.example', keys.notice(claimed.round, claimed.id));
  const others = room.notices().length - 1;
  room.country.at(at(12));
  expect(await sweepNotices(room.desk, queues, world.now())).toMatchObject({ unknown: 0, notices: others });
  expect(queued).not.toContainEqual(keys.notice(claimed.round, claimed.id));
  room.country.at(at(17));
  expect(await sweepNotices(room.desk, queues, world.now())).toMatchObject({ unknown: 1, notices: others + 1 });
  expect(await table.get(keys.notice(claimed.round, claimed.id))).toMatchObject({ state: 'unknown' });
});

test("SES's event of sending writes nothing where the sender wrote it already", async () => {
  room = await mailRoom();
  await room.open();
  await room.deliver();
  const before = JSON.stringify(room.notices());
  const { write } = room.desk.table;
  let writes = 0;
  Object.assign(room.desk.table, {
    write: (one: Parameters<typeof write>[0]) => {
      writes++;
      return write(one);
    },
  });
  await room.tell(request(), 'sent');
  expect([writes, JSON.stringify(room.notices())]).toEqual([0, before]);
  await room.tell(request(), 'delivered');
  expect([writes, request()?.state]).toEqual([1, 'delivered']);
});
