import type { Announcement, AnnouncementState } from '#lib/core/announcements/announcement.ts';
import { later } from '#lib/core/calendar/later.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { find } from '#lib/store/row.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { newJob } from '../start-job.ts';
import { announcementRows } from './announcement-rows.ts';
import { countFor } from './count-recipients.ts';

export type AnnouncementRefused =
  | { readonly kind: 'no-such-announcement' }
  | { readonly kind: 'wrong-state'; readonly state: AnnouncementState }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'count-moved'; readonly count: number }
  | { readonly kind: 'too-soon' }
  | { readonly kind: 'moved-meanwhile' };

type Moved = Promise<Result<Announcement, AnnouncementRefused>>;

/** Days ahead that an announcement may be scheduled; consent goes stale. */
const farthestDays = 90;

/** Schedules a draft for an instant. `seenCount` is the number of people that was shown: when it has moved since, nothing is scheduled. */
export async function scheduleAnnouncement(
  desk: Desk,
  actor: Actor,
  wish: { readonly id: string; readonly sendAt: string; readonly seenCount: number },
): Moved {
  const before = await find(desk.table, announcementRows.announcement, announcementKeys.announcement(wish.id));
  if (!before) return refuse({ kind: 'no-such-announcement' });
  if (before.state === 'scheduled' && before.sendAt === wish.sendAt) return ok(before);
  if (before.state !== 'draft') return refuse({ kind: 'wrong-state', state: before.state });
  const now = desk.world.now();
  const latest = later(now, { days: farthestDays });
  if (wish.sendAt <= now || wish.sendAt > latest) return refuse({ kind: 'too-soon' });
  const list = await find(desk.table, announcementRows.recipientList, announcementKeys.recipientList(before.list));
  const { reached } = await countFor(desk, before);
  if (!list?.upload || reached === 0) return refuse({ kind: 'nobody' });
  if (reached !== wish.seenCount) return refuse({ kind: 'count-moved', count: reached });
  const { sendAt } = wish;
  const unmoved: Write = {
    check: announcementKeys.recipientList(list.id),
    expect: { equals: { version: list.version } },
  };
  return move(desk, actor, before, {
    act: 'announcement.schedule',
    detail: { sendAt, people: reached },
    change: { state: 'scheduled', sendAt, upload: list.upload, counted: reached },
    others: [unmoved],
  });
}

/** Takes a scheduled announcement back to a draft, or lets what is left of a stopped one be. */
export async function cancelAnnouncement(desk: Desk, actor: Actor, id: string): Moved {
  const before = await find(desk.table, announcementRows.announcement, announcementKeys.announcement(id));
  if (!before) return refuse({ kind: 'no-such-announcement' });
  if (before.state === 'draft' || before.state === 'cancelled') return ok(before);
  if (before.state === 'paused') {
    return move(desk, actor, before, { act: 'announcement.end', change: { state: 'cancelled' } });
  }
  if (before.state !== 'scheduled') return refuse({ kind: 'wrong-state', state: before.state });
  const { sendAt: _sendAt, upload: _upload, counted: _counted, ...rest } = before;
  return move(desk, actor, rest, { act: 'announcement.unschedule', change: { state: 'draft' } });
}

/** Stops the sending: what is at SES is gone, what waits is held. */
export const pauseAnnouncement = (desk: Desk, actor: Actor, id: string): Moved =>
  from(desk, id, 'paused', ['sending'], (before) =>
    move(desk, actor, before, { act: 'announcement.pause', change: { state: 'paused' } }),
  );

/** Goes on with a stopped announcement: a job writes what is not there yet and wakes what was held. */
export const resumeAnnouncement = (desk: Desk, actor: Actor, id: string): Moved =>
  from(desk, id, 'sending', ['paused'], (before) =>
    move(desk, actor, before, {
      act: 'announcement.resume',
      change: { state: 'sending', laidDown: false },
      others: [announceJob(desk, actor, before)],
    }),
  );

/** Begins a scheduled announcement whose time has come; whoever comes second finds it begun. */
export const beginAnnouncement = (desk: Desk, actor: Actor, before: Announcement): Moved =>
  move(desk, actor, before, {
    act: 'announcement.begin',
    change: { state: 'sending', laidDown: false },
    others: [announceJob(desk, actor, before)],
  });

/** Says that nothing of an announcement waits any more. */
export const finishAnnouncement = (desk: Desk, actor: Actor, before: Announcement): Moved =>
  move(desk, actor, before, { act: 'announcement.done', change: { state: 'done' } });

const announceJob = (desk: Desk, actor: Actor, { id, subject, version }: Announcement): Write =>
  newJob(desk, actor, {
    id: `${id}-${version}`,
    kind: 'announce',
    title: `お知らせの送信（${subject}）`,
    subject: id,
  }).write;

async function from(
  desk: Desk,
  id: string,
  goal: AnnouncementState,
  states: readonly AnnouncementState[],
  go: (before: Announcement) => Moved,
): Moved {
  const before = await find(desk.table, announcementRows.announcement, announcementKeys.announcement(id));
  if (!before) return refuse({ kind: 'no-such-announcement' });
  if (before.state === goal) return ok(before);
  return states.includes(before.state) ? go(before) : refuse({ kind: 'wrong-state', state: before.state });
}

async function move(
  desk: Desk,
  actor: Actor,
  before: Announcement,
  step: {
    readonly act: string;
    readonly detail?: Readonly<Record<string, string | number>>;
    readonly change: Partial<Announcement>;
    readonly others?: readonly Write[];
  },
): Moved {
  const { act, detail = {}, change, others = [] } = step;
  const trail = audited(before.chain, {
    aggregate: `announcement#${before.id}`,
    at: desk.world.now(),
    actor,
    act,
    detail,
  });
  const after: Announcement = { ...before, ...change, version: before.version + 1, chain: trail.chain };
  const written = await desk.table.commit([
    { put: announcementRows.announcement.item(after), expect: { equals: { version: before.version } } },
    trail.write,
    ...others,
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}
