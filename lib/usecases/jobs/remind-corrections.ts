import * as z from 'zod/mini';
import type { Job } from '#lib/core/jobs/job.ts';
import { stands } from '#lib/core/organisations/organisation.ts';
import { owes } from '#lib/core/rounds/answer.ts';
import { correctionStep, correctionStepDue } from '#lib/core/rounds/correction-steps.ts';
import { takesCorrections } from '#lib/core/rounds/takes-answer.ts';
import { text } from '#lib/core/shapes.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { linkedMail } from '../linked-mail.ts';
import { openCorrections } from '../open-corrections.ts';
import { owedUnderLeave } from '../owed.ts';
import { frozenStep, inLanes, type Progress } from './work.ts';

const leave = z.object({ round: text, organisation: text });

/** Reminds the hospitals that have leave to correct an answer and owe it still, each by its own day; guarded by the answer, and again when the mail is sent. A step that was mailed is not mailed again. */
export async function remindCorrections(desk: Desk, job: Job): Promise<Progress> {
  const { batch, progress } = await frozenStep(desk, job, leave, () => openCorrections(desk));
  let reminded = 0;
  await inLanes(batch, async (one) => {
    if (await remind(desk, one, job.createdAt)) reminded += 1;
  });
  if (progress.state === 'running') return progress;
  return { ...progress, outcome: [`${progress.total}件の修正の期限を確かめ、${reminded}病院への督促を用意しました。`] };
}

/** Whether a reminder was written. */
async function remind({ table, world }: Desk, place: z.infer<typeof leave>, now: string): Promise<boolean> {
  const { round: roundId, organisation } = place;
  const [round, answer, hospital] = await Promise.all([
    find(table, rows.round, keys.round(roundId)),
    find(table, rows.answer, keys.answer(roundId, organisation)),
    find(table, rows.organisation, keys.organisation(organisation)),
  ]);
  const to = hospital?.contacts[0];
  if (!round || !takesCorrections(round) || !answer?.correction || !owes(answer.state)) return false;
  const step = correctionStepDue(answer.correction, now);
  if (!step || !hospital || !to || !stands(hospital)) return false;
  const written = await table.commit([
    { check: keys.answer(roundId, organisation), expect: owedUnderLeave },
    ...linkedMail(world, round, hospital, { kind: 'reminder', step: correctionStep(step), to, at: world.now() }),
  ]);
  return written.ok;
}
