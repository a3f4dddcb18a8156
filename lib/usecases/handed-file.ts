import * as z from 'zod/mini';
import type { Job } from '#lib/core/jobs/job.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
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
const about = z.object({ name: z.string() });

/** Keeps a file as parts of the job that will read it, then starts that job. The file is at most some MB. */
export async function startReading(
  desk: Desk,
  actor: Actor,
  order: Pick<Job, 'kind' | 'title'> & Partial<Pick<Job, 'round' | 'subject'>>,
  { name, bytes }: HandedFile,
): Promise<Job> {
  const { job, write } = newJob(desk, actor, { ...order, total: 1 });
  const part = (part: string, body: unknown) => ({
    put: rows.jobPart.item({ job: job.id, part, body, handedAt: job.createdAt }),
  });
  const pieces = Array.from({ length: Math.ceil(bytes.length / partBytes) }, (_, at) =>
    part(`${filePart}${String(at).padStart(4, '0')}`, bytes.slice(at * partBytes, (at + 1) * partBytes)),
  );
  await inLanes([part('about', { name: name.slice(0, longestName) }), ...pieces], async (piece) => {
    await desk.table.write(piece);
  });
  await desk.table.write(write);
  return job;
}

/** The file that a job is to read; undefined where it was forgotten. */
export async function handedFile({ table }: Desk, job: Job): Promise<HandedFile | undefined> {
  const first = await find(table, rows.jobPart, keys.jobPart(job.id, 'about'));
  const { pk, sk } = keys.jobPart(job.id, filePart);
  const pieces = (await allItems(table, { pk, prefix: sk })).flatMap((item) => {
    const { body } = rows.jobPart.read(item);
    return body instanceof Uint8Array ? [body] : [];
  });
  return first && pieces.length > 0
    ? { name: about.parse(first.body).name, bytes: new Uint8Array(Buffer.concat(pieces)) }
    : undefined;
}

/** Where a step of reading stands when the file could not be taken: `why` is for whoever handed it in. */
export const notRead = (why: string) => ({ done: 0, total: 1, state: 'failed' as const, outcome: [why] });

/** What is said where a file is no longer there to be read. */
export const fileGone = 'ファイルを読み取れませんでした。もう一度選んでください。';
