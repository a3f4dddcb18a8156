import * as z from 'zod/mini';
import type { Job } from '#lib/core/jobs/job.ts';
import { owes, owingStates } from '#lib/core/rounds/answer.ts';
import { isAnswerable } from '#lib/core/rounds/round.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { issueLink } from '../issue-link.ts';
import { notify } from '../notify.ts';
import { frozenPart, inLanes, type Progress, stepSize } from './work.ts';

const targets = z.array(z.string());

/** Writes one step's reminders: the list may be stale, so each is guarded by the answer itself, and again when it is sent. */
export async function remindHospitals(desk: Desk, job: Job): Promise<Progress> {
  const round = job.round === undefined ? undefined : await find(desk.table, rows.round, keys.round(job.round));
  const step = job.subject;
  if (!round || step === undefined || !isAnswerable(round)) return { done: 0, total: 0, state: 'done', outcome: [] };
  const all = await frozenPart(
    desk,
    job,
    'targets',
    async () =>
      (await allItems(desk.table, { index: 'gsi1', pk: lists.answersOf(round.id) }))
        .map((item) => rows.answer.read(item))
        .filter(({ state }) => owes(state))
        .map(({ organisation }) => organisation),
    (body) => targets.parse(body),
  );
  const batch = all.slice(job.done, job.done + stepSize);
  const hospitals = await desk.table.getAll(batch.map((id) => keys.organisation(id)));
  await inLanes(
    hospitals.map((item) => rows.organisation.read(item)),
    async (hospital) => {
      const to = hospital.contacts[0];
      if (!to) return;
      const link = issueLink(desk.world, round, hospital, 'answer', to.name);
      const at = desk.world.now();
      await desk.table.commit([
        { check: keys.answer(round.id, hospital.id), expect: { oneOf: { state: owingStates } } },
        link.write,
        notify({
          round: round.id,
          kind: 'reminder',
          organisation: hospital.id,
          step,
          to,
          token: link.token,
          at,
        }),
      ]);
    },
  );
  const done = job.done + batch.length;
  const state = done < all.length ? 'running' : 'done';
  return {
    done,
    total: all.length,
    state,
    outcome: state === 'done' ? [`${all.length}病院への督促を用意しました。`] : [],
  };
}
