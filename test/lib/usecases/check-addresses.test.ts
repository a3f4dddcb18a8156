import { beforeEach, describe, expect, test } from 'vitest';
import { addressCheckOf } from '#lib/core/notices/address-check.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { changePlan } from '#lib/usecases/change-plan.ts';
import { checkAddresses } from '#lib/usecases/check-addresses.ts';
import { openRound } from '#lib/usecases/move-round.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { ministry } from '#test/support/small-country.ts';

let room: MailRoom;
let round: Round;
const standing = () => addressCheckOf(room.notices());

beforeEach(async () => {
  room = await mailRoom();
  round = await room.prepare();
});

const check = async () => {
  const ordered = await checkAddresses(room.desk, ministry, round.id);
  await room.country.runJobs();
  await room.deliver();
  return ordered;
};

test('every hospital that will be asked is written to once, without a link, however often it is ordered on a day', async () => {
  expect((await check()).ok).toBe(true);
  expect((await check()).ok).toBe(true);
  expect(room.letters.map(({ to }) => to).sort()).toEqual([
    'kenshu@iwate1.example',
    'kenshu@iwate2.example',
    'kenshu@iwate3.example',
  ]);
  expect(room.letters[0]?.subject).toBe('【宛先の確認】受入調査の準備をしています');
  expect(room.letters[0]?.text).not.toContain('/h/open');
  room.country.at('2026-12-20T01:00:00.000Z');
  await check();
  expect(room.letters).toHaveLength(6);
});

test('a dead address gives way to the next contact, and a hospital none of whose addresses works is to be called', async () => {
  await room.contacts(
    'IWATE1',
    { name: '一', email: 'dead@iwate1.example' },
    { name: '二', email: 'next@iwate1.example' },
  );
  await check();
  const [one] = room.notices('check', 'IWATE1');
  await room.tell(one, 'bounced');
  await room.tell(room.notices('check', 'IWATE2')[0], 'bounced');
  await room.tell(room.notices('check', 'IWATE3')[0], 'delivered');
  await room.deliver();
  expect(room.letters.at(-1)?.to).toBe('next@iwate1.example');
  expect(standing()).toEqual({ reached: ['IWATE3'], waiting: ['IWATE1'], missed: ['IWATE2'] });
  await room.tell(
    room.notices('check', 'IWATE1').find(({ to }) => to.startsWith('next')),
    'delivered',
  );
  expect(standing()).toEqual({
    reached: expect.arrayContaining(['IWATE1', 'IWATE3']),
    waiting: [],
    missed: ['IWATE2'],
  });
});

describe('a round whose asking is planned', () => {
  const plan = async (opening: string) => {
    const { title, due, release, ladder, office, version } = await room.round(round.id);
    const typed = { title, due, opening, ladder: ladder.map(({ offset }) => String(offset)), version };
    const offices = { officeName: office.name, officeTelephone: office.telephone };
    return changePlan(room.desk, ministry, round.id, { ...typed, ...offices, release: release ?? '' });
  };
  const checks = async (instant: string) => (await room.tickAt(instant)).checks;

  test('has its addresses checked by itself two weeks before, at 9:30 JST, once', async () => {
    await plan('2027-01-05');
    expect(await checks('2026-12-22T00:25:00.000Z')).toBe(0);
    expect(await checks('2026-12-22T00:30:00.000Z')).toBe(1);
    expect(await checks('2026-12-22T00:35:00.000Z')).toBe(0);
    expect(await checks('2027-01-05T00:35:00.000Z')).toBe(0);
    expect(room.notices('check')).toHaveLength(3);
    expect((await room.round(round.id)).state).toBe('preparing');
  });

  test('is checked on the business day before where that day is none', async () => {
    await plan('2027-01-02');
    expect(await checks('2026-12-18T00:25:00.000Z')).toBe(0);
    expect(await checks('2026-12-18T00:30:00.000Z')).toBe(1);
  });

  test('is checked at once when its day is nearer, unless somebody ordered it in these two weeks', async () => {
    await plan('2026-12-05');
    expect(await checks('2026-12-01T01:05:00.000Z')).toBe(1);
    const other = await room.prepare();
    await checkAddresses(room.desk, ministry, other.id);
    round = other;
    await plan('2026-12-05');
    expect(await checks('2026-12-02T01:05:00.000Z')).toBe(0);
  });

  test('is checked anew when its day moves by weeks, and no more when the plan is dropped', async () => {
    await plan('2026-12-10');
    expect(await checks('2026-12-01T01:05:00.000Z')).toBe(1);
    await plan('2027-01-05');
    expect(await checks('2026-12-21T00:35:00.000Z')).toBe(0);
    await plan('');
    expect(await checks('2026-12-22T00:35:00.000Z')).toBe(0);
    expect(await room.round(round.id)).not.toHaveProperty('opening');
    await plan('2027-01-05');
    expect(await checks('2026-12-22T00:40:00.000Z')).toBe(1);
  });
});

test('only a round that is being prepared is checked, and what waits in the job stops when it is opened', async () => {
  await checkAddresses(room.desk, ministry, round.id);
  await openRound(room.desk, ministry, round.id);
  await room.country.runJobs();
  expect(room.notices('check')).toEqual([]);
  expect(await checkAddresses(room.desk, ministry, round.id)).toMatchObject({ error: { kind: 'wrong-state' } });
});
