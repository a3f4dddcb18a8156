import type { Job } from '#lib/core/jobs/job.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';

/** A piece of long work as a write for the transaction that orders it; the table's stream puts every running job on its queue. */
export function newJob(
  desk: Pick<Desk, 'world'>,
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
