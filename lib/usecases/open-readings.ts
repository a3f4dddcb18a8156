import { handedDays, type Job, readingOf } from '#lib/core/jobs/job.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';

type Reader = Pick<Desk, 'table' | 'world'>;

/** Most readings that a page names; older ones are soon forgotten anyway. */
const most = 20;

/** Files that somebody handed in and whose content was not yet taken in, newest first. */
async function openReadings({ table, world }: Reader, of: Parameters<typeof readingOf>[0]): Promise<readonly Job[]> {
  const pk = lists.readings(readingOf(of));
  const { items } = await table.query({ index: 'gsi1', pk, descending: true, limit: most });
  const since = Date.parse(world.now()) - handedDays * 86_400_000;
  return items.map((item) => rows.job.read(item)).filter(({ createdAt }) => Date.parse(createdAt) > since);
}

/** The XLSForms of this person that wait. */
export const formReadings = (desk: Reader, by: Actor): Promise<readonly Job[]> =>
  openReadings(desk, { kind: 'read-form', by });

/** The questionnaires of a hospital in a round that wait, whoever of the hospital handed them in. */
export const workbookReadings = (
  desk: Reader,
  by: Actor,
  { round, organisation }: { readonly round: string; readonly organisation: string },
): Promise<readonly Job[]> => openReadings(desk, { kind: 'read-workbook', by, round, subject: organisation });

/** The write that takes a reading off the list; its page stays where it is. */
export const offTheList = (id: string): Write => ({
  update: keys.job(id),
  remove: ['gsi1pk', 'gsi1sk'],
  expect: { present: true },
});

/** Takes a reading off the list once its content was taken in. */
export async function closeReading({ table }: Pick<Desk, 'table'>, id: string): Promise<void> {
  await table.write(offTheList(id));
}
