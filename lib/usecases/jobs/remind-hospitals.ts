import type { Job } from '#lib/core/jobs/job.ts';
import { comparable } from '#lib/core/notices/dead-address.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { owes } from '#lib/core/rounds/answer.ts';
import { isAnswerable, isQuiet } from '#lib/core/rounds/round.ts';
import { text } from '#lib/core/shapes.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { allRounds } from '../read-round.ts';
import { remindHospital } from '../remind-hospital.ts';
import { frozenStep, inLanes, type Progress } from './work.ts';

const addressOf = ({ contacts }: Organisation): string => comparable(contacts[0]?.email ?? '');

/** Writes one step's reminders: the list may be stale, so each is guarded by the answer itself, and again when it is sent. */
export async function remindHospitals(desk: Desk, job: Job): Promise<Progress> {
  const round = job.round === undefined ? undefined : await find(desk.table, rows.round, keys.round(job.round));
  const step = job.subject;
  if (!round || step === undefined || !isAnswerable(round) || (isQuiet(round) && !step.startsWith('now:'))) {
    return { done: 0, total: 0, state: 'done', outcome: [] };
  }
  const { batch, progress } = await frozenStep(desk, job, text, async () =>
    (await allItems(desk.table, { index: 'gsi1', pk: lists.answersOf(round.id) }))
      .map((item) => rows.answer.read(item))
      .filter(({ state }) => owes(state))
      .map(({ organisation }) => organisation),
  );
  const hospitals = (await desk.table.getAll(batch.map((id) => keys.organisation(id)))).map((item) =>
    rows.organisation.read(item),
  );
  const onlyRound = (await allRounds(desk)).filter(isAnswerable).length === 1;
  const sharing = Map.groupBy(hospitals, addressOf);
  await inLanes(hospitals, (hospital) =>
    remindHospital(desk, {
      round,
      hospital,
      step,
      alone: onlyRound && sharing.get(addressOf(hospital))?.length === 1,
    }),
  );
  if (progress.state === 'running') return progress;
  return { ...progress, outcome: [`${progress.total}病院への督促を用意しました。`] };
}
