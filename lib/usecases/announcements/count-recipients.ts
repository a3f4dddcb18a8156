import type { Announcement } from '#lib/core/announcements/announcement.ts';
import { isIn, type Recipient } from '#lib/core/announcements/recipient.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { find } from '#lib/store/row.ts';
import type { Desk } from '../desk.ts';
import { announcementRows } from './announcement-rows.ts';
import { readRecipientsOf, unsubscribedAmong } from './read-lists.ts';
import { refOf } from './unsubscribe-link.ts';

/** Whom an announcement would reach if it went out now. */
export interface Count {
  /** On the list. */
  readonly listed: readonly Recipient[];
  /** On the list and chosen by the segment. */
  readonly chosen: number;
  /** Chosen, but they want announcements no more. */
  readonly unsubscribed: number;
  readonly reached: number;
  /** Somebody of them, for the preview. */
  readonly sample: Recipient | undefined;
}

/** Counts an announcement's people: by the upload fixed for it, or by the list as it stands. */
export async function countFor(
  { table }: Pick<Desk, 'table'>,
  { list, upload, segment }: Pick<Announcement, 'list' | 'upload' | 'segment'>,
): Promise<Count> {
  const current =
    upload ?? (await find(table, announcementRows.recipientList, announcementKeys.recipientList(list)))?.upload;
  const listed = await readRecipientsOf({ table }, list, current);
  const chosen = listed.filter((one) => isIn(segment, one));
  const left = await unsubscribedAmong(
    { table },
    chosen.map(({ email }) => email),
  );
  const reached = chosen.filter(({ email }) => !left.has(refOf(email)));
  return {
    listed,
    chosen: chosen.length,
    unsubscribed: chosen.length - reached.length,
    reached: reached.length,
    sample: reached[0],
  };
}
