import { emptyChain } from '#lib/core/audit/entry.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { offTheList } from './open-readings.ts';

/** Takes a file that was read, or could not be, off the list of those that wait; repeating it changes nothing. One that is still being read stays. */
export async function dismissReading(
  desk: Desk,
  actor: Actor,
  { id, state, title, round, subject }: Job,
): Promise<void> {
  if (state === 'running') return;
  const place = round === undefined || subject === undefined ? {} : { round, organisation: subject };
  const detail = { file: title, ...place };
  const act = { aggregate: id, at: desk.world.now(), actor, act: 'reading.dismiss', detail };
  await desk.table.commit([offTheList(id), audited(emptyChain, act).write]);
}
