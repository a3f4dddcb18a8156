import type { Job } from '#lib/core/jobs/job.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { inLanes } from './jobs/work.ts';
import { newJob } from './start-job.ts';

/** A file as a person handed it in. */
export interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes of a file in one part of its job; DynamoDB holds 400 KB an item. */
const partBytes = 380_000;

/** Longest name of a file that is kept, characters. */
const longestName = 200;

const filePart = 'file-';

/** Keeps a file as parts of the job that will read it, then starts that job, which goes by the file's name. The file is at most some MB. */
export async function startReading(
  desk: Desk,
  actor: Actor,
  order: Pick<Job, 'kind'> & Partial<Pick<Job, 'round' | 'subject'>>,
  { name, bytes }: HandedFile,
): Promise<Job> {
  const { job, write } = newJob(desk, actor, { ...order, title: name.slice(0, longestName), total: 1 });
  const pieces = Array.from({ length: Math.ceil(bytes.length / partBytes) }, (_, at) => ({
    job: job.id,
    part: `${filePart}${String(at).padStart(4, '0')}`,
    body: bytes.slice(at * partBytes, (at + 1) * partBytes),
    handedAt: job.createdAt,
  }));
  await inLanes(pieces, async (piece) => {
    await desk.table.write({ put: rows.jobPart.item(piece) });
  });
  await desk.table.write(write);
  return job;
}

/** The file that a job is to read; undefined where it was forgotten. */
export async function handedFile({ table }: Desk, job: Job): Promise<HandedFile | undefined> {
  const { pk, sk } = keys.jobPart(job.id, filePart);
  const pieces = (await allItems(table, { pk, prefix: sk })).flatMap((item) => {
    const { body } = rows.jobPart.read(item);
    return body instanceof Uint8Array ? [body] : [];
  });
  return pieces.length > 0 ? { name: job.title, bytes: new Uint8Array(Buffer.concat(pieces)) } : undefined;
}

/** Where a step of reading stands when the file could not be taken: `why` is for whoever handed it in. */
export const notRead = (why: string) => ({ done: 0, total: 1, state: 'failed' as const, outcome: [why] });

/** What is said where a file is no longer there to be read. */
export const fileGone = 'ファイルを読み取れませんでした。もう一度選んでください。';
