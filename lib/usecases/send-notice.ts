import { announcementIn, never } from '#lib/core/announcements/announcement.ts';
import { later } from '#lib/core/calendar/later.ts';
import { distributionIn } from '#lib/core/distributions/distribution.ts';
import { failedStates } from '#lib/core/notices/follow-up.ts';
import {
  claimMinutes,
  gatheredIn,
  isDocumentNotice,
  isRoundNotice,
  type Notice,
  needsDebt,
} from '#lib/core/notices/notice.ts';
import type { Expect, Key, Letter, Mailer, Sent, Write } from '#lib/core/ports.ts';
import { owes } from '#lib/core/rounds/answer.ts';
import { isCorrectionStep } from '#lib/core/rounds/correction-steps.ts';
import { isAnswerable, type Round } from '#lib/core/rounds/round.ts';
import { takesCorrections } from '#lib/core/rounds/takes-answer.ts';
import { canary } from '#lib/mail/compose.ts';
import type { Other } from '#lib/mail/letter/context.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { distributionKeys } from '#lib/store/distribution-keys.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows, spentByMail } from '#lib/store/rows.ts';
import { announcementLetter } from './announcements/announcement-letter.ts';
import { refOf } from './announcements/unsubscribe-link.ts';
import type { Desk } from './desk.ts';
import { documentLetter } from './distributions/document-letter.ts';
import { deadKey, failNotice } from './fail-notice.ts';
import { gatheredRounds } from './gathered-rounds.ts';
import { letterOf } from './letter-of.ts';
import { notify, stepOf } from './notify.ts';
import { owed, owedUnderLeave } from './owed.ts';

/** Sends one outbox row: composes it from what is true now, claims an attempt, tries once, and records what became of it. */
export async function sendNotice(
  desk: Pick<Desk, 'table' | 'world' | 'programs'>,
  mailer: Mailer,
  origin: string,
  key: Key,
): Promise<Sent['kind'] | 'not-due' | 'withheld' | 'stopped'> {
  const pending = await find(desk.table, rows.notice, key);
  if (pending?.state !== 'pending' || (pending.dueAt ?? '') > desk.world.now()) return 'not-due';
  if (!(await mailer.ready())) return 'throttled';
  const dead = await find(desk.table, rows.deadAddress, deadKey(pending.to));
  if (dead) {
    const reason = `${deathWords[dead.why]}宛先のため、送りませんでした。`;
    await failNotice(desk, pending, { state: 'withheld', reason, over: ['pending'] });
    return 'withheld';
  }
  const now = desk.world.now();
  const others = await owedElsewhere(desk, pending);
  const next = { ...pending, also: others.map(({ also }) => also), attempt: pending.attempt + 1 };
  const round = next.kind === 'reminder' ? await find(desk.table, rows.round, keys.round(next.round)) : undefined;
  const takes = isCorrectionStep(stepOf(next)) ? takesCorrections : isAnswerable;
  if (next.kind === 'reminder' && (!round || !takes(round))) {
    return stop(desk, key, next, '受付中でないため、送りませんでした。', now);
  }
  const made = await madeOf(desk, next, origin, now, { others, round });
  if (made.state === 'paused') return hold(desk, key, next, now);
  if (made.state === 'cancelled') return stop(desk, key, next, '送信を取りやめたため、送りませんでした。', now);
  const { letter, composed } = made;
  const notice = { ...next, composed };
  const claimed = await claim(desk, key, notice, now);
  if (claimed !== 'claimed') return claimed;
  const sent = await mailer.send(letter);
  await record(desk, key, notice, sent);
  return sent.kind;
}

/** The letter as it goes out now, and for an announcement's mail where the announcement stands. */
async function madeOf(
  desk: Pick<Desk, 'table' | 'programs'>,
  notice: Notice,
  origin: string,
  now: string,
  read: { readonly others: readonly Other[]; readonly round: Round | undefined },
): Promise<{ readonly letter: Letter; readonly composed?: Notice['composed']; readonly state?: string }> {
  if (isRoundNotice(notice)) return letterOf(desk, notice, origin, now, read);
  if (isDocumentNotice(notice)) return documentLetter(desk, notice, origin, now);
  return notice.kind === 'announcement' ? announcementLetter(desk, notice, origin) : { letter: canary(notice) };
}

/** Takes a mail of a stopped announcement out of what is due; not when it goes on meanwhile, for then nobody would wake the mail. A retry, which nobody wakes, looks again in an hour. */
async function hold({ table }: Pick<Desk, 'table'>, key: Key, notice: Notice, now: string): Promise<'not-due'> {
  const { round, attempt, retry } = notice;
  const dueAt = retry === undefined ? never : later(now, { hours: 1 });
  await table.commit([
    {
      update: key,
      set: { dueAt, gsi2pk: lists.dueNotices(), gsi2sk: dueAt },
      expect: inState('pending', attempt - 1),
    },
    { check: announcementKeys.announcement(announcementIn(round)), expect: { equals: { state: 'paused' } } },
  ]);
  return 'not-due';
}

const deathWords = { bounced: '不達になった', complained: '苦情のあった' } as const;

const inState = (state: Notice['state'], attempt: number) => ({ equals: { state, attempt } });

/** Claims the attempt and leaves its place among what is due, where the sweep finds it should nothing follow; the claim fails, and the mail is never sent, when the hospital has answered meanwhile or the mail that this one follows has arrived after all. */
async function claim(
  { table }: Pick<Desk, 'table'>,
  key: Key,
  notice: Notice,
  now: string,
): Promise<'claimed' | 'not-due' | 'stopped'> {
  const until = later(now, { minutes: claimMinutes });
  const taking: Write = {
    update: key,
    set: {
      state: 'sending',
      attempt: notice.attempt,
      dueAt: until,
      also: notice.also,
      composed: notice.composed,
    },
    expect: untouched(notice),
  };
  const guards = guardsOf(notice);
  if (guards.length === 0) return (await table.write(taking)).ok ? 'claimed' : 'not-due';
  const elsewhere = (notice.also ?? []).map(({ round, organisation }) => ({
    check: keys.answer(round, organisation),
    expect: owed,
  }));
  const taken = await table.commit([taking, ...guards.map(({ check }) => check), ...elsewhere]);
  if (taken.ok) return 'claimed';
  const { at } = taken.error;
  const broken = guards.find((_, index) => at[index + 1]?.failed);
  if (!broken) return 'not-due';
  return stop({ table }, key, notice, broken.reason, now);
}

/** That the mail stands as it was read: nobody claimed it, and no reminder was laid into it. */
function untouched({ attempt, joined }: Notice): Expect {
  const { equals } = inState('pending', attempt - 1);
  return joined === undefined ? { equals, before: { joined: '' } } : { equals: { ...equals, joined } };
}

/** Lets a mail be that is not needed any more; what else it would have brought goes on. */
async function stop(
  { table }: Pick<Desk, 'table'>,
  key: Key,
  notice: Notice,
  reason: string,
  now: string,
): Promise<'stopped'> {
  await table.commit([
    {
      update: key,
      set: { state: 'stopped', reason },
      remove: [...spentByMail, 'also'],
      expect: inState('pending', notice.attempt - 1),
    },
    ...carriedOn(notice, now),
  ]);
  return 'stopped';
}

/** The reminders of other rounds that a stopped mail would have brought, as a mail of the first of them. */
function carriedOn(notice: Notice, at: string): readonly Write[] {
  const [first, ...also] = notice.also ?? [];
  if (!first) return [];
  const { toName: name, to: email, alsoTokens = {} } = notice;
  const token = alsoTokens[gatheredIn(first)];
  const gathered = also.length === 0 ? {} : { also, alsoTokens };
  return [notify({ ...first, kind: 'reminder', to: { name, email }, at, ...gathered, ...(token ? { token } : {}) })];
}

/** What must still hold for a mail to go out, and what is said when it does not. A retry needs its transient bounce; a mail to the next contact needs any failure. */
function guardsOf(notice: Notice): readonly { readonly check: Write; readonly reason: string }[] {
  const { round, after, retry, kind, to } = notice;
  const guards = needsDebt(notice)
    ? [stillOwed(notice)]
    : isDocumentNotice(notice) && (kind === 'document-again' || after !== undefined)
      ? [unopened(notice)]
      : kind === 'announcement'
        ? [subscribed(to)]
        : [];
  if (after === undefined) return guards;
  const failed = retry === undefined ? failedStates : (['soft-bounced'] as const);
  const check: Write = { check: keys.notice(round, after), expect: { oneOf: { state: failed } } };
  return [...guards, { check, reason: '前のメールの結果が変わったため、送りませんでした。' }];
}

/** A reminder goes out while its answer is owed; one of a correction while there is leave for that as well. */
const stillOwed = (notice: Notice) => {
  const answer = keys.answer(notice.round, notice.organisation);
  return isCorrectionStep(stepOf(notice))
    ? { check: { check: answer, expect: owedUnderLeave }, reason: '修正の受付が終わったため、送りませんでした。' }
    : { check: { check: answer, expect: owed }, reason: '回答が届いたため、送りませんでした。' };
};

/** An announcement goes to nobody who has left meanwhile. */
const subscribed = (to: string) => ({
  check: { check: announcementKeys.subscription(refOf(to)), expect: { before: { unsubscribedAt: '0' } } },
  reason: '配信停止の申し出があったため、送りませんでした。',
});

/** What goes out after a document's first mail goes out only while nobody there has opened it. */
const unopened = ({ round, organisation, vars }: Notice) => ({
  check: {
    check: distributionKeys.addressee(distributionIn(round), String(vars.prefecture), organisation),
    expect: { before: { openedAt: '0' } },
  },
  reason: '文書が開かれたため、送りませんでした。',
});

/** The other rounds of a reminder that are still owed now; what the mail says of them is kept with it. */
async function owedElsewhere(desk: Pick<Desk, 'table'>, notice: Notice): Promise<readonly Other[]> {
  return (await gatheredRounds(desk, notice))
    .filter(({ round, answer }) => isAnswerable(round) && owes(answer.state))
    .map((other) => ({ ...other, also: { ...other.also, due: other.round.due, state: other.answer.state } }));
}

/** Records the try. When it is not known what became of it, the claim is left to SES's events, and after that to a person. */
async function record(desk: Pick<Desk, 'table' | 'world'>, key: Key, notice: Notice, sent: Sent): Promise<void> {
  const now = desk.world.now();
  const settled = spentByMail;
  const expect = inState('sending', notice.attempt);
  switch (sent.kind) {
    case 'accepted':
      await desk.table.write({
        update: key,
        set: { state: 'sent', sentAt: now, messageId: sent.messageId },
        remove: settled,
        expect,
      });
      return;
    case 'rejected':
      if (sent.badAddress) {
        await failNotice(desk, notice, { state: 'rejected', reason: sent.reason, over: ['sending'] });
        return;
      }
      await desk.table.write({ update: key, set: { state: 'rejected', reason: sent.reason }, remove: settled, expect });
      return;
    case 'throttled': {
      const again = later(now, { minutes: 1 });
      await desk.table.write({
        update: key,
        set: { state: 'pending', dueAt: again, gsi2pk: lists.dueNotices(), gsi2sk: again },
        expect,
      });
      return;
    }
    case 'unknown':
      return;
  }
}
