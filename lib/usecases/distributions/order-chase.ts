import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Distribution } from '#lib/core/distributions/distribution.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import type { Desk } from '../desk.ts';
import { newJob } from '../start-job.ts';
import { keepDistribution } from './keep-distribution.ts';
import { readDistribution } from './read-distributions.ts';

/** Why nothing is sent again: it is not out yet or not any more, it was sent again today already, or somebody moved it meanwhile. */
export type ChaseRefused = 'not-sent' | 'today-already' | 'moved-meanwhile';

/** Has a document sent again to those who have not opened it; a prefecture to its own only. Whoever opens it before a mail goes out gets none. */
export async function orderChase(
  desk: Pick<Desk, 'table' | 'world'>,
  actor: Actor,
  id: string,
): Promise<Result<Distribution, ChaseRefused>> {
  const before = await readDistribution(desk, id);
  if (before?.state !== 'sent') return refuse('not-sent');
  const day = dayOfInstant(desk.world.now());
  const prefecture = actor.kind === 'prefecture' ? actor.prefecture : '';
  const { job, write } = newJob(desk, actor, {
    id: `chase-${id}-${day}-${prefecture || 'all'}`,
    kind: 'chase-document',
    title: `文書の再送（${before.title}）`,
    subject: `${id}#${prefecture}`,
  });
  if (await desk.table.get(keys.job(job.id))) return refuse('today-already');
  const kept = await keepDistribution(desk, actor, before, {
    act: 'distribution.chase',
    detail: prefecture === '' ? {} : { prefecture },
    others: [write],
  });
  return kept.ok ? kept : refuse('moved-meanwhile');
}
