import type { Job } from '#lib/core/jobs/job.ts';
import { text } from '#lib/core/shapes.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { AreaDesk } from '../desk.ts';
import { findSurvey } from '../find-survey.ts';
import { invitation } from '../invitation.ts';
import { notify } from '../notify.ts';
import { frozenStep, inLanes, type Progress } from './work.ts';

/** Writes the mails of a check of addresses, one a hospital; stops when the round is opened or given up meanwhile. */
export async function writeToCheck(desk: AreaDesk, job: Job): Promise<Progress> {
  const { done, subject: step } = job;
  const round = job.round === undefined ? undefined : await find(desk.table, rows.round, keys.round(job.round));
  const found = round && (await findSurvey(desk, round));
  if (!found || step === undefined || round.state !== 'preparing') {
    return { done, total: done, state: 'done', outcome: ['調査が準備中でなくなったため、止めました。'] };
  }
  const { batch, progress } = await frozenStep(desk, job, text, async () =>
    (await invitation(desk, found.edition, found.survey)).asked
      .filter(({ hospital }) => hospital.contacts.length > 0)
      .map(({ hospital }) => hospital.id),
  );
  const items = await desk.table.getAll(batch.map((id) => keys.organisation(id)));
  await inLanes(
    items.map((item) => rows.organisation.read(item)),
    async ({ id, contacts: [to] }) => {
      if (!to) return;
      await desk.table.write(
        notify({ round: round.id, kind: 'check', organisation: id, step, to, at: desk.world.now() }),
      );
    },
  );
  if (progress.state === 'running') return progress;
  return { ...progress, outcome: [`${progress.total}病院に確認のメールを用意しました。`] };
}
