import type { Job } from '#lib/core/jobs/job.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Query, Write } from '#lib/core/ports.ts';
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

/** Orders a job once, under an id of its own, where a list has anything for it to do; says whether it was ordered now. */
export async function orderOnce(
  desk: Desk,
  actor: Actor,
  waiting: Pick<Query, 'index' | 'pk' | 'upTo'>,
  order: Pick<Job, 'id' | 'kind' | 'title'>,
): Promise<boolean> {
  if ((await desk.table.query({ ...waiting, limit: 1 })).items.length === 0) return false;
  return (await desk.table.write(newJob(desk, actor, order).write)).ok;
}
