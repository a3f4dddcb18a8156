import type { Job } from '#lib/core/jobs/job.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { answeredFiles } from '../answered-files.ts';
import { awaitedUntil, deleteUpload } from '../awaited-uploads.ts';
import type { Desk } from '../desk.ts';
import { allRounds } from '../read-round.ts';
import type { FilesDesk } from '../take-file.ts';
import { inLanes, type Progress } from './work.ts';

/** Files that one step looks at. */
const together = 40;

/** Deletes files that awaited an answer too long; one that an answer or a submission names after all leaves the list and stays. */
export async function sweepUploads(desk: FilesDesk, job: Job): Promise<Progress> {
  const { items } = await desk.table.query({
    index: 'gsi2',
    pk: lists.awaitedUploads(),
    upTo: awaitedUntil(job.createdAt),
    limit: together,
  });
  const awaited = (await desk.table.getAll(items)).map((item) => rows.awaitedUpload.read(item));
  const named = new Map<string, ReadonlySet<string>>();
  for (const { organisation } of awaited)
    if (!named.has(organisation)) named.set(organisation, await namedBy(desk, organisation));
  let done = job.done;
  await inLanes(awaited, async (one) => {
    const { organisation, file, since } = one;
    if (named.get(organisation)?.has(file))
      await desk.table.write({ delete: keys.awaitedUpload(organisation, file), expect: { equals: { since } } });
    else if (await deleteUpload(desk, one)) done += 1;
  });
  return items.length < together
    ? { done, total: done, state: 'done', outcome: [`${done}個のファイルを削除しました。`] }
    : { done, total: done + 1, state: 'running' };
}

/** Ids of every file that an answer or a submission of a hospital names, in whichever round. */
async function namedBy(desk: Desk, organisation: string): Promise<ReadonlySet<string>> {
  const rounds = await allRounds(desk);
  const files = await Promise.all(rounds.map(({ id }) => answeredFiles(desk, id, organisation)));
  return new Set(files.flatMap(({ working, frozen }) => [...working, ...frozen].map(({ id }) => id)));
}
