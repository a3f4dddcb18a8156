import * as z from 'zod/mini';
import type { Job } from '#lib/core/jobs/job.ts';
import { number, text } from '#lib/core/shapes.ts';
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

const frozenList = z.object({ freeze: text, total: number });

/** Freezes a list as `frozenPart` does, but a page a step: however long it is, no step reads more of it than is its own. `entry` reads one thing of it back. */
export async function frozenStep<T>(
  desk: Desk,
  job: Job,
  entry: z.ZodMiniType<T>,
  make: () => Promise<readonly T[]>,
  size = stepSize,
): Promise<{ readonly batch: readonly T[]; readonly progress: Progress }> {
  const page = (freeze: string, from: number) => `targets-${freeze}-${from}`;
  const { freeze, total } = await frozenPart(
    desk,
    job,
    'targets',
    async () => {
      const all = await make();
      // Named anew at each try, so that two tries can never be read as one list.
      const freeze = desk.world.id();
      const starts = Array.from({ length: Math.ceil(all.length / size) }, (_, at) => at * size);
      await inLanes(starts, async (from) => {
        const body = all.slice(from, from + size);
        await desk.table.write({ put: rows.jobPart.item({ job: job.id, part: page(freeze, from), body }) });
      });
      return { freeze, total: all.length };
    },
    (body) => frozenList.parse(body),
  );
  if (job.done >= total) return { batch: [], progress: progressAt(job.done, total) };
  const part = await find(desk.table, rows.jobPart, keys.jobPart(job.id, page(freeze, job.done)));
  if (!part) throw new Error('a page of a frozen list is gone');
  const batch = z.array(entry).parse(part.body);
  return { batch, progress: progressAt(job.done + batch.length, total) };
}

/** What of a list is the next step's, and where the job stands once that is done. */
export function nextStep<T>(
  job: Pick<Job, 'done'>,
  all: readonly T[],
): { readonly batch: readonly T[]; readonly progress: Progress } {
  const batch = all.slice(job.done, job.done + stepSize);
  return { batch, progress: progressAt(job.done + batch.length, all.length) };
}

const progressAt = (done: number, total: number): Progress => ({
  done,
  total,
  state: done < total ? 'running' : 'done',
});

/** Runs a step's things a few at a time. */
export async function inLanes<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < things.length; start += lanes) {
    await Promise.all(things.slice(start, start + lanes).map(work));
  }
}
