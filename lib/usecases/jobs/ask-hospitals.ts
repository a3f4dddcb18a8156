import * as z from 'zod/mini';
import { emptyChain } from '#lib/core/audit/entry.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { type Organisation, organisation, stands } from '#lib/core/organisations/organisation.ts';
import type { Answer } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { text } from '#lib/core/shapes.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from '../audited.ts';
import type { AreaDesk } from '../desk.ts';
import { findSurvey } from '../find-survey.ts';
import { invitation } from '../invitation.ts';
import { linkedMail } from '../linked-mail.ts';
import { keepMove } from '../move-round.ts';
import { frozenStep, inLanes, type Progress } from './work.ts';

const target = z.object({ id: text, region: text });

/** Opens a round hospital by hospital: each gets its answer, its link and its mail in one transaction, once. */
export async function askHospitals(desk: AreaDesk, job: Job): Promise<Progress> {
  const round = job.round === undefined ? undefined : await find(desk.table, rows.round, keys.round(job.round));
  const found = round && (await findSurvey(desk, round));
  if (!round || !found) return { done: 0, total: 0, state: 'failed', outcome: ['調査が見つかりません。'] };
  const { batch, progress } = await frozenStep(desk, job, target, async () =>
    (await invitation(desk, found.edition, found.survey)).asked.map(({ hospital, verdict }) => ({
      id: hospital.id,
      region: verdict.class === null ? '' : String(verdict.class),
    })),
  );
  const hospitals = await desk.table.getAll(batch.map(({ id }) => keys.organisation(id)));
  const latest = await desk.table.getAll(batch.map(({ id }) => keys.latest(id, found.survey.form.id)));
  const regions = new Map(batch.map(({ id, region }) => [id, region]));
  const previous = new Map(latest.map((item) => rows.latest.read(item)).map((one) => [one.organisation, one]));
  await inLanes(hospitals.map((item) => organisation.parse(item)).filter(stands), (hospital) =>
    ask(desk, job, round, hospital, regions.get(hospital.id) ?? '', previous.get(hospital.id)),
  );
  if (progress.state === 'running') return progress;
  if (round.state === 'opening') {
    const moved = await keepMove(desk, job.by, round, 'open', { asked: progress.total, openedAt: desk.world.now() });
    if (!moved.ok && moved.error.kind === 'moved-meanwhile') return { ...progress, state: 'running' };
  }
  return { ...progress, outcome: [`${progress.total}病院に依頼しました。`] };
}

async function ask(
  desk: AreaDesk,
  job: Job,
  round: Round,
  hospital: Organisation,
  region: string,
  previous: Answer['previous'],
): Promise<void> {
  const at = desk.world.now();
  const contact = hospital.contacts[0];
  const trail = audited(emptyChain, { aggregate: `${round.id}#${hospital.id}`, at, actor: job.by, act: 'answer.ask' });
  const answer: Answer = {
    round: round.id,
    organisation: hospital.id,
    name: hospital.name,
    prefecture: hospital.prefecture,
    area: hospital.area,
    ...(region === '' ? {} : { region }),
    telephone: contact?.telephone,
    state: 'unopened',
    revision: 0,
    previous,
    version: 1,
    chain: trail.chain,
  };
  await desk.table.commit([
    { put: rows.answer.item(answer), expect: { absent: true } },
    trail.write,
    ...(contact ? linkedMail(desk.world, round, hospital, { kind: 'request', step: 'open', to: contact, at }) : []),
  ]);
}
