import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { hospitalJudge } from '#lib/core/eligibility/judge-hospital.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { type Organisation, organisation } from '#lib/core/organisations/organisation.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { text } from '#lib/core/shapes.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { RuleDesk } from '../desk.ts';
import { findSurvey } from '../find-survey.ts';
import { gatherRelease } from '../gather-release.ts';
import { allHospitals } from '../invitation.ts';
import { linkedMail } from '../linked-mail.ts';
import { keepMove } from '../move-round.ts';
import { keepPool, readPool } from '../released-pool.ts';
import { frozenStep, inLanes, type Progress } from './work.ts';

/** Releases a round: freezes the answers into the pool first, then tells every matched partner by its own link, once. */
export async function informPartners(desk: RuleDesk, job: Job): Promise<Progress> {
  const round = job.round === undefined ? undefined : await find(desk.table, rows.round, keys.round(job.round));
  const found = round && (await findSurvey(desk, round));
  const informs = found?.survey.informs;
  if (!round || !found || !informs) return { done: 0, total: 0, state: 'failed', outcome: ['調査が見つかりません。'] };
  const { program, edition } = found;
  const { batch, progress } = await frozenStep(desk, job, text, async () => {
    const hospitals = await allHospitals(desk);
    const judge = hospitalJudge(edition);
    await keepPool(desk.table, round, await gatherRelease(desk, round, found, hospitals));
    return hospitals
      .filter((hospital) => judge(hospital)[informs] === 'met')
      .filter(({ takesPart }) => informs === 'destination' || takesPart?.includes(program.id))
      .map(({ id }) => id);
  });
  const released = await readPool(desk.table, round);
  if (!released)
    return { done: 0, total: progress.total, state: 'failed', outcome: ['提供する回答をまとめられませんでした。'] };
  const ranking = edition.matching.open(released.pool);
  const items = await desk.table.getAll(batch.map((id) => keys.organisation(id)));
  await inLanes(
    items.map((item) => organisation.parse(item)),
    (hospital) => tell(desk, round, hospital, ranking.list(informs, hospital.id)?.length ?? 0),
  );
  if (progress.state === 'running') return progress;
  if (round.state === 'releasing') {
    const moved = await keepMove(desk, job.by, round, 'released', {
      informed: progress.total,
      releasedAt: desk.world.now(),
    });
    if (!moved.ok && moved.error.kind === 'moved-meanwhile') return { ...progress, state: 'running' };
  }
  const passed = Object.keys(released.revisions).length;
  return {
    ...progress,
    outcome: [`${passed}病院の回答を、${progress.total}病院に提供しました（${dayOfInstant(desk.world.now())}）。`],
  };
}

/** A partner whose list is empty is not written to. */
async function tell(desk: RuleDesk, round: Round, hospital: Organisation, hosts: number): Promise<void> {
  const to = hospital.contacts[0];
  if (!to || hosts === 0) return;
  const occasion = { kind: 'list', step: 'release', to, vars: { hosts }, at: desk.world.now() } as const;
  await desk.table.commit(linkedMail(desk.world, round, hospital, occasion));
}
