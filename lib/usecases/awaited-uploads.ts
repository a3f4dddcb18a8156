import { dayOfInstant, instantOf } from '#lib/core/calendar/day.ts';
import { later } from '#lib/core/calendar/later.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { awaitedDays, fileKeys } from '#lib/store/file-keys.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { epoch, find } from '#lib/store/row.ts';
import { type AwaitedUpload, rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { orderOnce } from './start-job.ts';
import type { FilesDesk } from './take-file.ts';

/** Says of a file that no answer names it (yet, or any more); written before its bytes are, or with what takes it away. */
export const awaitUpload = (organisation: string, file: string, since: string): Write => ({
  put: rows.awaitedUpload.item({ organisation, file, since }),
});

/** Goes with the write by which an answer names a file; fails where the file is being deleted or was. */
export const attachUpload = (organisation: string, file: string): Write => ({
  delete: keys.awaitedUpload(organisation, file),
  expect: { before: { takenAt: '0' } },
});

/** Deletes a file that still awaits an answer as it was read. It is taken first, so that no answer can name it any more; what is left of the row says so for a month. */
export async function deleteUpload(
  { table, files, world }: Pick<FilesDesk, 'table' | 'files' | 'world'>,
  { organisation, file, since }: AwaitedUpload,
): Promise<boolean> {
  const key = keys.awaitedUpload(organisation, file);
  const now = world.now();
  const taken = await table.write({ update: key, set: { takenAt: now }, expect: { equals: { since } } });
  if (!taken.ok) return false;
  await files.delete(fileKeys.upload(organisation, file));
  await table.write({
    update: key,
    set: { ttl: epoch(now, 30) },
    remove: ['gsi2pk', 'gsi2sk'],
    expect: { present: true },
  });
  return true;
}

/** What stands of a file that awaits an answer; undefined for one that an answer took. */
export const findAwaited = (
  { table }: Pick<Desk, 'table'>,
  organisation: string,
  file: string,
): Promise<AwaitedUpload | undefined> => find(table, rows.awaitedUpload, keys.awaitedUpload(organisation, file));

/** The instant up to which a file must have awaited its answer to be deleted on a day: so many whole days of JST. */
export const awaitedUntil = (now: string): string => later(instantOf(dayOfInstant(now)), { days: -awaitedDays });

/** Orders, once a day, that files which no answer took are deleted; does nothing where there are none. */
export const orderSweep = (desk: Desk, actor: Actor, now: string): Promise<boolean> =>
  orderOnce(
    desk,
    actor,
    { index: 'gsi2', pk: lists.awaitedUploads(), upTo: awaitedUntil(now) },
    { id: `sweep-${dayOfInstant(now)}`, kind: 'sweep-uploads', title: '回答に添えられなかったファイルの削除' },
  );
