import { later } from '#lib/core/calendar/later.ts';
import { stalledMinutes } from '#lib/core/jobs/job.ts';
import { isCheckDue } from '#lib/core/notices/address-check.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Drain, Key, Queue } from '#lib/core/ports.ts';
import { type Step, stepDue } from '#lib/core/rounds/ladder.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { tendAnnouncements } from './announcements/tend-announcements.ts';
import { orderSweep } from './awaited-uploads.ts';
import { checkAddresses } from './check-addresses.ts';
import type { Desk } from './desk.ts';
import { tendDistributions } from './distributions/tend-distributions.ts';
import { orderCorrectionReminders } from './order-correction-reminders.ts';
import { newJob } from './start-job.ts';
import { sweepNotices } from './sweep-notices.ts';

const clock: Actor = { kind: 'system', name: 'tick' };

/** The queues that the tick fills, and the word on whether SES's events are all worked off. */
export interface Queues {
  readonly jobs: Queue;
  readonly mails: Queue<Key>;
  readonly mailEvents: Drain;
}

/** What the recurring tick did, for the log. */
export interface Ticked {
  readonly reminders: number;
  /** Whether the day's reminders of corrections were ordered: one a day. */
  readonly corrections: number;
  /** Checks of addresses ordered. */
  readonly checks: number;
  /** Announcements begun. */
  readonly announcements: number;
  /** Documents whose sending was begun. */
  readonly documents: number;
  /** Deletions of files that no answer took, ordered: one a day. */
  readonly sweeps: number;
  readonly jobs: number;
  readonly notices: number;
  /** Attempts of which nobody knows what became. */
  readonly unknown: number;
  /** Of those, sent again since SES's events were proven to come through. */
  readonly again: number;
}

/** The recurring tick: takes up reminder steps, checks of addresses, announcements, documents and deletions whose time has come, and puts back on their queues whatever got stuck. */
export async function tick(desk: Desk, queues: Queues): Promise<Ticked> {
  const now = desk.world.now();
  const rounds = (await allItems(desk.table, { index: 'gsi1', pk: lists.rounds() })).map((item) =>
    rows.round.read(item),
  );
  let reminders = 0;
  let checks = 0;
  for (const round of rounds) {
    const step = stepDue(round, now);
    if (step && (await takeUp(desk, round, step))) reminders++;
    if (isCheckDue(round, now) && (await checkAddresses(desk, clock, round.id)).ok) checks++;
  }
  const announcements = await tendAnnouncements(desk, clock, now);
  const documents = await tendDistributions(desk, clock, now);
  return {
    reminders,
    corrections: (await orderCorrectionReminders(desk, clock, now)) ? 1 : 0,
    checks,
    announcements,
    documents,
    sweeps: (await orderSweep(desk, clock, now)) ? 1 : 0,
    jobs: await reviveJobs(desk, queues.jobs, now),
    ...(await sweepNotices(desk, queues, now)),
  };
}

/** Takes up one step of a ladder, once: whoever comes second finds it taken. */
async function takeUp(desk: Desk, round: Round, step: Step): Promise<boolean> {
  const { job, write } = newJob(desk, clock, {
    kind: 'remind',
    title: `督促（期限の${step.rung.offset < 0 ? `${-step.rung.offset}日前` : `${step.rung.offset}日後`}）`,
    round: round.id,
    subject: step.id,
  });
  const taken = { round: round.id, step: step.id, at: desk.world.now(), job: job.id };
  const written = await desk.table.commit([
    { put: rows.rung.item(taken), expect: { absent: true } },
    { check: keys.round(round.id), expect: { equals: { version: round.version } } },
    write,
  ]);
  return written.ok;
}

async function reviveJobs(desk: Desk, jobs: Queue, now: string): Promise<number> {
  const upTo = later(now, { minutes: -stalledMinutes });
  const due = await allItems(desk.table, { index: 'gsi2', pk: lists.dueJobs(), upTo });
  await jobs.send(...due.map(({ pk, sk }) => ({ pk, sk })));
  return due.length;
}
