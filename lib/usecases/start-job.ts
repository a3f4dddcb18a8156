import type { Job } from '#lib/core/jobs/job.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk, OfficeDesk } from './desk.ts';

/** A piece of long work as a write for the transaction that orders it; `enqueue` afterwards only makes it start at once. */
export function newJob(
  desk: Desk,
  actor: Actor,
  order: Pick<Job, 'kind' | 'title'> & Partial<Pick<Job, 'round' | 'subject' | 'total' | 'id'>>,
): { readonly job: Job; readonly write: Write } {
  const at = desk.world.now();
  const job: Job = {
    id: desk.world.id(),
    state: 'running',
    done: 0,
    total: 0,
    ...order,
    by: actor,
    createdAt: at,
    touchedAt: at,
    version: 1,
  };
  return { job, write: { put: rows.job.item(job), expect: { absent: true } } };
}

/** Puts a job on the queue; if this is lost, the sweeper does it again. */
export const enqueue = (desk: OfficeDesk, job: string): Promise<void> => desk.jobs.send({ job });
