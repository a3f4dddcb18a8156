import { later } from '#lib/core/calendar/later.ts';
import { claimMinutes, type Notice } from '#lib/core/notices/notice.ts';
import { type Stream, streamOf } from '#lib/core/notices/stream.ts';
import type { Drain, Key, Queue } from '#lib/core/ports.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { isBulkMail } from '#lib/store/mail-queues.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { inLanes } from './jobs/work.ts';

/** SES's own address that always accepts; a mail to it costs no reputation. */
const simulator = 'success@simulator.amazonses.com';

/** How long a mail of unknown outcome waits for proof before it stands for a person, minutes. */
const doubtMinutes = 60;

/** How often a mail is sent again without a person. */
const ownTries = 3;

/** Most mails put on their queues by one tick, an announcement's last; what the fastest usual account sends until the next. */
const mostSwept = 5000;

/** Most old mails that one tick reads to find claims past their time; behind a great send the others wait until it has drained. */
const mostRead = 1000;

export interface Swept {
  readonly notices: number;
  readonly unknown: number;
  readonly again: number;
}

/**
 * Puts what is due back on its way: pending mails go to the queue again, a claim past its time becomes 送信結果不明, and that is
 * sent again only when a canary mailed after it has had its delivery event settled and no event waits or lies dead anywhere.
 */
export async function sweepNotices(
  desk: Desk,
  queues: { readonly mails: Queue<Key>; readonly mailEvents: Drain },
  now: string,
): Promise<Swept> {
  const old = await readOld(desk, now);
  const claimed = old.filter(({ state }) => state === 'sending');
  const unknown = await expireClaims(desk, claimed, now);
  const again = await resolveDoubts(desk, queues.mailEvents, now);
  const taken = new Set(claimed.map(({ round, id }) => nameOf(keys.notice(round, id))));
  const listed = await allItems(desk.table, { index: 'gsi2', pk: lists.dueNotices(), upTo: now });
  const waiting = listed.filter((one) => !taken.has(nameOf(one)));
  const due = [...waiting.filter((one) => !isBulkMail(one)), ...waiting.filter(isBulkMail)].slice(0, mostSwept);
  await queues.mails.send(...due.map(({ pk, sk }) => ({ pk, sk })));
  return { notices: due.length, unknown, again };
}

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/** Mails that were due before a claim made now would have ended: only among them can one have passed its time. */
async function readOld({ table }: Desk, now: string): Promise<readonly Notice[]> {
  const upTo = later(now, { minutes: -claimMinutes });
  const { items } = await table.query({ index: 'gsi2', pk: lists.dueNotices(), upTo, limit: mostRead });
  return (await table.getAll(items)).map(rows.notice.read);
}

async function expireClaims({ table }: Desk, claims: readonly Notice[], now: string): Promise<number> {
  let unknown = 0;
  const over = claims.filter(({ dueAt = '' }) => dueAt < now);
  await inLanes(over, async ({ round, id }) => {
    const expired = await table.write({
      update: keys.notice(round, id),
      set: {
        state: 'unknown',
        reason: '送信の結果を確かめられませんでした。',
        gsi2pk: lists.doubtfulNotices(),
        gsi2sk: now,
      },
      remove: ['dueAt'],
      expect: { equals: { state: 'sending' }, before: { dueAt: now } },
    });
    if (expired.ok) unknown++;
  });
  return unknown;
}

/** Sends again what is proven not to have gone out; gives how many. A canary of unknown outcome proves nothing and is forgotten. */
async function resolveDoubts(desk: Desk, events: Drain, now: string): Promise<number> {
  const doubts = await allItems(desk.table, { index: 'gsi2', pk: lists.doubtfulNotices(), upTo: now });
  if (doubts.length === 0) return 0;
  const proven = (await events.empty()) ? await newestProofs(desk) : undefined;
  const tooOld = later(now, { minutes: -doubtMinutes });
  const unproven = new Set<Stream>();
  let again = 0;
  await inLanes(doubts, async ({ pk, sk, gsi2sk }) => {
    const since = String(gsi2sk);
    const doubtful = await find(desk.table, rows.notice, { pk, sk });
    if (doubtful?.state !== 'unknown') return;
    const stream = streamOf(doubtful);
    if (since <= (proven?.get(stream) ?? '') && (await reopen(desk, doubtful, now))) again++;
    else if (since <= tooOld) await leaveToPerson(desk, doubtful, now);
    else unproven.add(stream);
  });
  await inLanes([...unproven], (stream) => sendCanary(desk, stream, now));
  return again;
}

/** When, of late, each stream's newest canary was written whose delivery event has come. */
async function newestProofs({ table }: Desk): Promise<ReadonlyMap<Stream, string>> {
  const { items } = await table.query({ pk: keys.notice('canary', '').pk, descending: true, limit: 24 });
  const arrived = items.map((item) => rows.notice.read(item)).filter(({ state }) => state === 'delivered');
  return new Map(arrived.reverse().map((canary) => [streamOf(canary), canary.createdAt]));
}

async function sendCanary({ table }: Desk, stream: Stream, now: string): Promise<void> {
  const canary: Notice = {
    round: 'canary',
    id: `${now}#${stream}`,
    kind: 'canary',
    organisation: '',
    to: simulator,
    toName: '',
    vars: { stream },
    state: 'pending',
    attempt: 0,
    dueAt: now,
    createdAt: now,
  };
  await table.write({ put: rows.notice.item(canary), expect: { absent: true } });
}

async function reopen({ table }: Desk, doubtful: Notice, now: string): Promise<boolean> {
  if (doubtful.kind === 'canary' || doubtful.attempt >= ownTries) return false;
  const written = await table.write({
    update: keys.notice(doubtful.round, doubtful.id),
    set: { state: 'pending', dueAt: now, gsi2pk: lists.dueNotices(), gsi2sk: now },
    remove: ['reason'],
    expect: { equals: { state: 'unknown', attempt: doubtful.attempt } },
  });
  return written.ok;
}

/** Puts a mail among those that a person decides about; a canary, which nobody asks after, among none. */
async function leaveToPerson({ table }: Desk, { round, id, kind }: Notice, now: string): Promise<void> {
  const update = keys.notice(round, id);
  const expect = { equals: { state: 'unknown' } };
  await table.write(
    kind === 'canary'
      ? { update, remove: ['gsi2pk', 'gsi2sk'], expect }
      : { update, set: { gsi2pk: lists.unknownNotices(), gsi2sk: now }, expect },
  );
}
