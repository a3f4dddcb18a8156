import { announcement, announcementWording, subscription } from '#lib/core/announcements/announcement.ts';
import { listPart, listUpload, recipientList, uploadDays } from '#lib/core/announcements/recipient-list.ts';
import { announcementKeys, announcementLists } from '#lib/store/announcement-keys.ts';
import { epoch, rowOf } from '#lib/store/row.ts';

/** What the table holds of announcements and of those they go to; apart from the other rows, so that only functions that need it carry it. */
export const announcementRows = {
  recipientList: rowOf(
    recipientList,
    ({ id }) => announcementKeys.recipientList(id),
    ({ createdAt, id }) => ({ gsi1pk: announcementLists.recipientLists(), gsi1sk: `${createdAt}#${id}` }),
  ),
  listUpload: rowOf(
    listUpload,
    ({ list, id }) => announcementKeys.listUpload(list, id),
    ({ at, appliedAt }) => (appliedAt === undefined ? { ttl: epoch(at, uploadDays) } : {}),
  ),
  listPart: rowOf(
    listPart,
    ({ list, upload, part }) => announcementKeys.listPart(list, upload, part),
    ({ until }) => (until === undefined ? {} : { ttl: epoch(until) }),
  ),
  announcement: rowOf(
    announcement,
    ({ id }) => announcementKeys.announcement(id),
    ({ id, createdAt, state, sendAt }) => ({
      gsi1pk: announcementLists.announcements(),
      gsi1sk: `${createdAt}#${id}`,
      ...(state === 'scheduled' || state === 'sending'
        ? { gsi2pk: announcementLists.dueAnnouncements(), gsi2sk: sendAt }
        : {}),
    }),
  ),
  announcementWording: rowOf(announcementWording, (value) =>
    announcementKeys.announcementWording(value.announcement, value.version),
  ),
  subscription: rowOf(
    subscription,
    ({ ref }) => announcementKeys.subscription(ref),
    ({ ref, announcement: by, unsubscribedAt }) =>
      unsubscribedAt === undefined ? {} : { gsi1pk: announcementLists.unsubscribedBy(by), gsi1sk: ref },
  ),
} as const;
