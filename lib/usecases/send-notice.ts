import { claimMinutes, type Notice } from '#lib/core/notices/notice.ts';
import type { Key, Mailer, Sent, Write } from '#lib/core/ports.ts';
import { owingStates } from '#lib/core/rounds/answer.ts';
import { compose } from '#lib/mail/compose.ts';
import type { Context } from '#lib/mail/messages/context.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { findSurvey } from './find-survey.ts';

/** Sends one outbox row: claims an attempt, composes from what is true now, tries once, and records what became of it. */
export async function sendNotice(
  desk: Pick<Desk, 'table' | 'world' | 'programs'>,
  mailer: Mailer,
  origin: string,
  key: Key,
): Promise<Sent['kind'] | 'not-due' | 'stopped'> {
  const now = desk.world.now();
  const pending = await find(desk.table, rows.notice, key);
  if (pending?.state !== 'pending' || (pending.dueAt ?? '') > now) return 'not-due';
  const notice = { ...pending, attempt: pending.attempt + 1 };
  const claimed = await claim(desk, key, notice, now);
  if (claimed !== 'claimed') return claimed;
  const letter = compose(await contextOf(desk, notice, origin, now));
  const sent = await mailer.send(letter);
  await record(desk, key, notice, sent);
  return sent.kind;
}

const inState = (state: Notice['state'], attempt: number) => ({ equals: { state, attempt } });

/** Claims the attempt; a reminder's claim fails when the hospital has answered meanwhile, and then it is never sent. */
async function claim(
  { table }: Pick<Desk, 'table'>,
  key: Key,
  notice: Notice,
  now: string,
): Promise<'claimed' | 'not-due' | 'stopped'> {
  const until = new Date(Date.parse(now) + claimMinutes * 60_000).toISOString();
  const taking: Write = {
    update: key,
    set: { state: 'sending', attempt: notice.attempt, dueAt: until, gsi2pk: lists.dueNotices(), gsi2sk: until },
    expect: inState('pending', notice.attempt - 1),
  };
  if (notice.kind !== 'reminder') return (await table.write(taking)).ok ? 'claimed' : 'not-due';
  const owing = { check: keys.answer(notice.round, notice.organisation), expect: { oneOf: { state: owingStates } } };
  const taken = await table.commit([taking, owing]);
  if (taken.ok) return 'claimed';
  if (!taken.error.at[1]?.failed) return 'not-due';
  await table.write({
    update: key,
    set: { state: 'stopped', reason: '回答が届いたため、送りませんでした。' },
    remove: ['gsi2pk', 'gsi2sk', 'dueAt'],
    expect: inState('pending', notice.attempt - 1),
  });
  return 'stopped';
}

async function contextOf(
  desk: Pick<Desk, 'table' | 'programs'>,
  notice: Notice,
  origin: string,
  now: string,
): Promise<Context> {
  const [round, organisation, answer] = await Promise.all([
    find(desk.table, rows.round, keys.round(notice.round)),
    find(desk.table, rows.organisation, keys.organisation(notice.organisation)),
    find(desk.table, rows.answer, keys.answer(notice.round, notice.organisation)),
  ]);
  if (!round) throw new Error(`notice ${notice.id} belongs to no round`);
  const found = await findSurvey(desk, round);
  const minutes = found?.survey.form.sections.reduce((sum, section) => sum + section.minutes, 0) ?? 0;
  return {
    notice,
    round,
    programName: found?.program.name ?? '',
    minutes,
    organisationName: organisation?.name ?? '',
    answer,
    origin,
    now,
  };
}

/** Records the try. When it is not known what became of it, the claim is left to SES's events, and after that to a person. */
async function record(desk: Pick<Desk, 'table' | 'world'>, key: Key, notice: Notice, sent: Sent): Promise<void> {
  const now = desk.world.now();
  const settled = ['gsi2pk', 'gsi2sk', 'dueAt', 'token'];
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
      await desk.table.write({ update: key, set: { state: 'rejected', reason: sent.reason }, remove: settled, expect });
      return;
    case 'throttled': {
      const later = new Date(Date.parse(now) + 60_000).toISOString();
      await desk.table.write({ update: key, set: { state: 'pending', dueAt: later, gsi2sk: later }, expect });
      return;
    }
    case 'unknown':
      return;
  }
}
