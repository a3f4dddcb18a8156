import type { Actor } from '#lib/core/permission/actor.ts';
import { announcementLists } from '#lib/store/announcement-keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import type { Desk } from '../desk.ts';
import { announcementRows } from './announcement-rows.ts';
import { beginAnnouncement, finishAnnouncement } from './move-announcement.ts';
import { mailsOf } from './read-announcements.ts';

/** Begins the announcements whose time has come, and notes of those under way that nothing of them waits any more; gives how many were begun. */
export async function tendAnnouncements(desk: Desk, actor: Actor, now: string): Promise<number> {
  const due = await allItems(desk.table, { index: 'gsi2', pk: announcementLists.dueAnnouncements(), upTo: now });
  let begun = 0;
  for (const { pk, sk } of due) {
    const announcement = await find(desk.table, announcementRows.announcement, { pk, sk });
    if (announcement?.state === 'scheduled' && (announcement.sendAt ?? '') <= now) {
      if ((await beginAnnouncement(desk, actor, announcement)).ok) begun++;
    } else if (announcement?.state === 'sending' && announcement.laidDown) {
      const mails = await mailsOf(desk, announcement.id);
      const waits = mails.some(({ state }) => state === 'pending' || state === 'sending');
      if (!waits) await finishAnnouncement(desk, actor, announcement);
    }
  }
  return begun;
}
