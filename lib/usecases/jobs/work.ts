import type { Job } from '#lib/core/jobs/job.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';

/** Things done in one step of a job; the rest goes back on the queue, so that a step never nears a function's time limit. */
const stepSize = 40;

/** How many writes run side by side within a step. */
const lanes = 8;

/** Progress of a job after a step. */
export type Progress = Pick<Job, 'done' | 'total' | 'state'> & { readonly outcome?: string[] };

/** Freezes what a job works through before it begins, so that every step sees the same list in the same order. */
export async function frozenPart<T>(
  desk: Desk,
  job: Job,
  part: string,
  make: () => Promise<T>,
  read: (body: unknown) => T,
): Promise<T> {
  const kept = await find(desk.table, rows.jobPart, keys.jobPart(job.id, part));
  if (kept) return read(kept.body);
  const body = await make();
  const written = await desk.table.write({
    put: rows.jobPart.item({ job: job.id, part, body }),
    expect: { absent: true },
  });
  const other = written.ok ? undefined : written.error.at[0]?.item;
  return other ? read(rows.jobPart.read(other).body) : body;
}

/** What of a frozen list is the next step's, and where the job stands once that is done. */
export function nextStep<T>(
  job: Pick<Job, 'done'>,
  all: readonly T[],
  size = stepSize,
): { readonly batch: readonly T[]; readonly progress: Progress } {
  const batch = all.slice(job.done, job.done + size);
  const done = job.done + batch.length;
  return { batch, progress: { done, total: all.length, state: done < all.length ? 'running' : 'done' } };
}

/** Runs a step's things a few at a time. */
export async function inLanes<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < things.length; start += lanes) {
    await Promise.all(things.slice(start, start + lanes).map(work));
  }
}
