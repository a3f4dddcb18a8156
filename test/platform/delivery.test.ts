import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { demoRegister } from '#infra/local/demo/register.ts';
import { whoIsAsked } from '#lib/core/eligibility/who-is-asked.ts';
import type { Contact } from '#lib/core/organisations/organisation.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { rows } from '#lib/store/rows.ts';
import { scheduleAnnouncement } from '#lib/usecases/announcements/move-announcement.ts';
import { openRound } from '#lib/usecases/move-round.ts';
import { prepareRound } from '#lib/usecases/prepare-round.ts';
import { noticesOf } from '#lib/usecases/read-round.ts';
import { draftAnnouncement, drafted } from '../support/drafted-announcement.ts';
import { startRenkei, type TestPlatform } from '../support/platform.ts';
import { ministry } from '../support/small-country.ts';

const edition = koiki.editions.at(-1);
const to = (local: string): Contact => ({ name: '担当', email: `${local}@hospital.example` });
/** One hospital each; the local SES decides a mail's fate by the address. */
const cases: readonly (readonly Contact[])[] = [
  [to('bounce.1'), to('second.1')],
  [to('complaint.2'), to('second.2')],
  [to('softbounce.3'), to('second.3')],
  [to('fine.4')],
  [to('unheard.5')],
];

let platform: TestPlatform;
const desk = () => demoDesk(platform.admin);
const mails = (address: string) => platform.inbox.list().filter(({ to }) => to.includes(address)).length;
let round = '';
const mailed = () => cases.map((contacts) => contacts.map(({ email }) => mails(email)));

beforeAll(async () => {
  const destination = edition?.surveys.find(({ id }) => id === 'destination');
  if (!edition || !destination) throw new Error('the programme has no edition');
  const { asked } = whoIsAsked(
    edition,
    destination,
    demoRegister(edition, 60).filter(({ kind }) => kind === 'hospital'),
  );
  platform = await startRenkei({ clock: '2026-12-01T01:00:00.000Z' });
  const hospitals = cases.flatMap((contacts, at) => {
    const hospital = asked[at]?.hospital;
    return hospital ? [{ ...hospital, contacts: [...contacts] }] : [];
  });
  await desk().table.putAll(hospitals.map((one) => rows.organisation.item(one)));
  const [before, after] = [new Set<string>(), new Set<string>()];
  platform.faults.call = ({ service, operation, request }) => {
    if (service !== 'ses' || operation !== 'SendEmail') return undefined;
    const address = String(request['Destination.ToAddresses.member.1']);
    const strikes = (set: Set<string>, who: string) =>
      address.startsWith(who) && !set.has(address) && Boolean(set.add(address));
    if (strikes(before, 'unheard')) return { kind: 'refuse' };
    return strikes(after, 'fine') ? { kind: 'lose-response' } : undefined;
  };
  platform.faults.delivery = ({ kind, payload }) => {
    if (kind !== 'mail-event') return undefined;
    return payload['detail-type'] === 'Email Sent' ? { kind: 'late', milliseconds: 400 } : { kind: 'twice' };
  };
  round = await opened('delivery');
  await platform.settle();
});
afterAll(() => platform.stop());

/** Prepares a round and orders its opening; gives its id. */
async function opened(request: string): Promise<string> {
  const prepared = await prepareRound(desk(), ministry, {
    program: koiki.id,
    edition: edition?.id ?? '',
    survey: 'destination',
    title: '受入調査',
    due: '2027-01-29',
    release: '2027-02-12',
    ladder: [],
    officeName: '医事課',
    officeTelephone: '03-0000-0000',
    request,
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  await openRound(desk(), ministry, prepared.value.id);
  return prepared.value.id;
}

describe('mails whose events come late, twice and out of order, and whose responses are lost', () => {
  test('reach one contact of each hospital once, the next where the first is dead', async () => {
    expect(mailed()).toEqual([[1, 1], [1, 1], [1, 0], [1], [0]]);
    const [letter] = platform.inbox.to('fine.4@hospital.example');
    expect(letter?.from).toBe('no-reply@link.renkei.example');
    const notices = await noticesOf(desk(), round);
    const state = (address: string) => notices.find((one) => one.to.startsWith(address))?.state;
    expect(['bounce.1', 'complaint.2', 'softbounce.3', 'fine.4', 'unheard.5'].map(state)).toEqual([
      'bounced',
      'complained',
      'soft-bounced',
      'delivered',
      'sending',
    ]);
  });

  test('are sent again only when a canary has come through; a full mailbox is tried again an hour later', async () => {
    await platform.clock.advanceBy({ minutes: 11 });
    expect(mailed().at(-1)).toEqual([0]);
    await platform.clock.advanceBy({ minutes: 5 });
    expect(mails('success@simulator.amazonses.com')).toBe(1);
    expect(mailed().at(-1)).toEqual([1]);
    await platform.clock.advanceBy({ minutes: 60 });
    expect(mailed()).toEqual([[1, 1], [1, 1], [2, 0], [1], [1]]);
  });
});

test('a round’s mail overtakes an announcement that is going out', async () => {
  const [people, some] = [200, 10];
  platform.mail.quota.maxSendRate = 10;
  const news = () => platform.inbox.list().filter(({ to }) => to.some((address) => address.startsWith('student')));
  await draftAnnouncement(desk(), people);
  const sendAt = new Date(Date.parse(desk().world.now()) + 500).toISOString();
  const wish = { id: drafted.announcement, sendAt, seenCount: people };
  expect(await scheduleAnnouncement(desk(), ministry, wish)).toMatchObject({ ok: true });
  await pause(600);
  await platform.tick();
  const until = async (seen: () => boolean) => {
    while (!seen()) await pause(50);
  };
  await until(() => news().length >= some);
  await opened('overtaking');
  await until(() => mails('fine.4@hospital.example') > 1);
  expect(news().length).toBeLessThan(people - 50);
});
