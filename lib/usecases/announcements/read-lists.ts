import type { Recipient } from '#lib/core/announcements/recipient.ts';
import type { ListUpload, RecipientList } from '#lib/core/announcements/recipient-list.ts';
import { announcementKeys, announcementLists } from '#lib/store/announcement-keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import type { Desk } from '../desk.ts';
import { announcementRows } from './announcement-rows.ts';
import { refOf } from './unsubscribe-link.ts';

type Reader = Pick<Desk, 'table'>;

/** Every list, newest first. */
export const allLists = async ({ table }: Reader): Promise<readonly RecipientList[]> =>
  (await allItems(table, { index: 'gsi1', pk: announcementLists.recipientLists(), descending: true })).map((item) =>
    announcementRows.recipientList.read(item),
  );

/** One list with its uploads, newest first. */
export async function readList(
  { table }: Reader,
  id: string,
): Promise<{ readonly list: RecipientList; readonly uploads: readonly ListUpload[] } | undefined> {
  const [list, items] = await Promise.all([
    find(table, announcementRows.recipientList, announcementKeys.recipientList(id)),
    allItems(table, { pk: announcementKeys.recipientList(id).pk, prefix: announcementKeys.listUpload('', '').sk }),
  ]);
  if (!list) return undefined;
  const uploads = items.map((item) => announcementRows.listUpload.read(item));
  return { list, uploads: uploads.sort((a, b) => (a.at < b.at ? 1 : -1)) };
}

/** The people of an upload, in the file's order; nobody where there is no upload. */
export async function readRecipientsOf(
  { table }: Reader,
  list: string,
  upload: string | undefined,
): Promise<readonly Recipient[]> {
  if (upload === undefined) return [];
  const parts = await allItems(table, { pk: announcementKeys.listPart(list, upload, 0).pk });
  return parts.flatMap((item) => announcementRows.listPart.read(item).recipients);
}

/** Which of these people want announcements no more, by `refOf` their address. */
export async function unsubscribedAmong({ table }: Reader, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const items = await table.getAll(emails.map((email) => announcementKeys.subscription(refOf(email))));
  const known = items.map((item) => announcementRows.subscription.read(item));
  return new Set(known.filter(({ unsubscribedAt }) => unsubscribedAt !== undefined).map(({ ref }) => ref));
}
