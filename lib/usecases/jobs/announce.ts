import { mailTo, never, outboxOf } from '#lib/core/announcements/announcement.ts';
import { isIn, type Recipient } from '#lib/core/announcements/recipient.ts';
import { partSize } from '#lib/core/announcements/recipient-list.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { announcementNotice } from '../announcements/announcement-notice.ts';
import { announcementRows } from '../announcements/announcement-rows.ts';
import { refOf } from '../announcements/unsubscribe-link.ts';
import type { Desk } from '../desk.ts';
import { inLanes, type Progress } from './work.ts';

/** Writes the mails of one part of an announcement's list, and wakes those that were held while it was stopped. */
export async function announce(desk: Desk, job: Job): Promise<Progress> {
  const announcement = await find(
    desk.table,
    announcementRows.announcement,
    announcementKeys.announcement(job.subject ?? ''),
  );
  const ended = { done: job.done, total: job.total, state: 'done' as const, outcome: [] };
  if (announcement?.state !== 'sending' || announcement.upload === undefined) return ended;
  const { list, upload, id, wording, segment } = announcement;
  const index = Math.floor(job.done / partSize);
  const [part, { totals } = { totals: undefined }] = await Promise.all([
    find(desk.table, announcementRows.listPart, announcementKeys.listPart(list, upload, index)),
    find(desk.table, announcementRows.listUpload, announcementKeys.listUpload(list, upload)),
  ]);
  if (part) {
    const at = desk.world.now();
    const chosen = part.recipients.filter((one) => isIn(segment, one));
    await inLanes(chosen, (to) => layDown(desk, { announcement: id, wording, to, at }));
    return { done: (index + 1) * partSize, total: totals?.accepted ?? 0, state: 'running' };
  }
  const laid = await desk.table.write({
    update: announcementKeys.announcement(id),
    set: { laidDown: true },
    expect: { equals: { state: 'sending', version: announcement.version } },
  });
  if (!laid.ok) return { done: job.done, total: job.total, state: 'running' };
  return { ...ended, done: job.total, outcome: [`「${announcement.subject}」の全員分の送信を用意しました。`] };
}

async function layDown(
  { table }: Pick<Desk, 'table'>,
  mail: { readonly announcement: string; readonly wording: number; readonly to: Recipient; readonly at: string },
): Promise<void> {
  const id = mailTo(refOf(mail.to.email));
  const written = await table.write({
    put: rows.notice.item(announcementNotice({ ...mail, id })),
    expect: { absent: true },
  });
  if (written.ok) return;
  await table.write({
    update: keys.notice(outboxOf(mail.announcement), id),
    set: { dueAt: mail.at, gsi2pk: lists.dueNotices(), gsi2sk: mail.at },
    expect: { equals: { state: 'pending', dueAt: never } },
  });
}
