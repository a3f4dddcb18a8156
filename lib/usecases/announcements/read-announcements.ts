import type { Announcement, AnnouncementWording } from '#lib/core/announcements/announcement.ts';
import { outboxOf } from '#lib/core/announcements/announcement.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import { announcementKeys, announcementLists } from '#lib/store/announcement-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { announcementRows } from './announcement-rows.ts';

type Reader = Pick<Desk, 'table'>;

/** Every announcement, newest first. */
export const allAnnouncements = async ({ table }: Reader): Promise<readonly Announcement[]> =>
  (await allItems(table, { index: 'gsi1', pk: announcementLists.announcements(), descending: true })).map((item) =>
    announcementRows.announcement.read(item),
  );

/** An announcement, and its words in one version; the one in force unless another is asked for. */
export async function readAnnouncement(
  { table }: Reader,
  id: string,
  version?: number,
): Promise<{ readonly announcement: Announcement; readonly wording: AnnouncementWording } | undefined> {
  const announcement = await find(table, announcementRows.announcement, announcementKeys.announcement(id));
  if (!announcement) return undefined;
  const key = announcementKeys.announcementWording(id, version ?? announcement.wording);
  const wording = await find(table, announcementRows.announcementWording, key);
  return wording && { announcement, wording };
}

/** The mails of an announcement to those on its list, one a person: the last that was tried. Trials are left out. */
export async function mailsOf({ table }: Reader, id: string): Promise<readonly Notice[]> {
  const items = await allItems(table, { pk: keys.notice(outboxOf(id), '').pk, prefix: 'to#' });
  const mails = items.map((item) => rows.notice.read(item));
  const followed = new Set(mails.map(({ after }) => after));
  return mails.filter((mail) => !followed.has(mail.id));
}

/** The mail domain of each who unsubscribed by a link of this announcement; who only had a trial is left out. */
export const unsubscribedBy = async ({ table }: Reader, id: string): Promise<readonly string[]> =>
  (await allItems(table, { index: 'gsi1', pk: announcementLists.unsubscribedBy(id) }))
    .map((item) => announcementRows.subscription.read(item).domain)
    .filter((domain) => domain !== '');
