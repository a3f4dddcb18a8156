import type { ListUpload } from '#lib/core/announcements/recipient-list.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { find } from '#lib/store/row.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { announcementRows } from './announcement-rows.ts';
import { partsOf } from './prepare-upload.ts';
import { readRecipientsOf } from './read-lists.ts';

/** Makes an upload the list's next version, as it was shown; saying it twice takes it in once. Refused when the list has moved since, or the upload is forgotten. */
export async function applyUpload(
  desk: Desk,
  actor: Actor,
  wish: { readonly list: string; readonly upload: string },
): Promise<Result<ListUpload, 'no-such-upload' | 'moved-meanwhile'>> {
  const [list, upload] = await Promise.all([
    find(desk.table, announcementRows.recipientList, announcementKeys.recipientList(wish.list)),
    find(desk.table, announcementRows.listUpload, announcementKeys.listUpload(wish.list, wish.upload)),
  ]);
  if (!list || list.forgottenAt !== undefined || !upload) return refuse('no-such-upload');
  if (upload.becameVersion !== undefined) return ok(upload);
  if (upload.seen !== list.version) return refuse('moved-meanwhile');
  const people = await readRecipientsOf(desk, list.id, upload.id);
  if (people.length !== upload.totals.accepted) return refuse('no-such-upload');
  await desk.table.putAll(partsOf(upload, people));
  const at = desk.world.now();
  const version = list.version + 1;
  const { accepted, rejected } = upload.totals;
  const trail = audited(list.chain, {
    aggregate: `recipients#${list.id}`,
    at,
    actor,
    act: 'recipients.import',
    detail: { version, accepted, rejected },
  });
  const applied: ListUpload = { ...upload, becameVersion: version, appliedAt: at };
  const after = { ...list, upload: upload.id, count: accepted, version, chain: trail.chain };
  const written = await desk.table.commit([
    { put: announcementRows.recipientList.item(after), expect: { equals: { version: list.version } } },
    { put: announcementRows.listUpload.item(applied), expect: { present: true } },
    trail.write,
  ]);
  return written.ok ? ok(applied) : refuse('moved-meanwhile');
}
