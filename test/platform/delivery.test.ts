import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { demoRegister } from '#infra/local/demo/register.ts';
import { whoIsAsked } from '#lib/core/eligibility/who-is-asked.ts';
import type { Contact } from '#lib/core/organisations/organisation.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { rows } from '#lib/store/rows.ts';
import { openRound } from '#lib/usecases/move-round.ts';
import { prepareRound } from '#lib/usecases/prepare-round.ts';
import { noticesOf } from '#lib/usecases/read-round.ts';
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
  const prepared = await prepareRound(desk(), ministry, {
    program: koiki.id,
    edition: edition.id,
    survey: 'destination',
    title: '受入調査',
    due: '2027-01-29',
    release: '2027-02-12',
    ladder: [],
    officeName: '医事課',
    officeTelephone: '03-0000-0000',
    request: 'delivery',
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  await openRound(desk(), ministry, prepared.value.id);
  await platform.settle();
  round = prepared.value.id;
});
afterAll(() => platform.stop());

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
