import { announcement, announcementWording, subscription } from '#lib/core/announcements/announcement.ts';
import { listPart, listUpload, recipientList, uploadDays } from '#lib/core/announcements/recipient-list.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { rowOf } from '#lib/store/row.ts';

const epoch = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/** What the table holds of announcements and of those they go to; apart from the other rows, so that only functions that need it carry it. */
export const announcementRows = {
  recipientList: rowOf(
    recipientList,
    ({ id }) => keys.recipientList(id),
    ({ createdAt, id }) => ({ gsi1pk: lists.recipientLists(), gsi1sk: `${createdAt}#${id}` }),
  ),
  listUpload: rowOf(
    listUpload,
    ({ list, id }) => keys.listUpload(list, id),
    ({ at, appliedAt }) => (appliedAt === undefined ? { ttl: epoch(at) + uploadDays * 86_400 } : {}),
  ),
  listPart: rowOf(
    listPart,
    ({ list, upload, part }) => keys.listPart(list, upload, part),
    ({ until }) => (until === undefined ? {} : { ttl: epoch(until) }),
  ),
  announcement: rowOf(
    announcement,
    ({ id }) => keys.announcement(id),
    ({ id, createdAt, state, sendAt }) => ({
      gsi1pk: lists.announcements(),
      gsi1sk: `${createdAt}#${id}`,
      ...(state === 'scheduled' || state === 'sending' ? { gsi2pk: lists.dueAnnouncements(), gsi2sk: sendAt } : {}),
    }),
  ),
  announcementWording: rowOf(announcementWording, (value) =>
    keys.announcementWording(value.announcement, value.version),
  ),
  subscription: rowOf(
    subscription,
    ({ ref }) => keys.subscription(ref),
    ({ ref, announcement: by, unsubscribedAt }) =>
      unsubscribedAt === undefined ? {} : { gsi1pk: lists.unsubscribedBy(by), gsi1sk: ref },
  ),
} as const;
