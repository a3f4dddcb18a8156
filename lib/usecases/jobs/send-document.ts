import * as z from 'zod/mini';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Addressee } from '#lib/core/distributions/addressee.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { type Organisation, stands } from '#lib/core/organisations/organisation.ts';
import { text } from '#lib/core/shapes.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { distributionRows } from '../distributions/distribution-rows.ts';
import { documentMail } from '../distributions/document-mail.ts';
import { keepDistribution } from '../distributions/keep-distribution.ts';
import { readDistribution } from '../distributions/read-distributions.ts';
import { frozenPart, inLanes, nextStep, type Progress } from './work.ts';

/** Ids of the organisations, which were frozen when the document was sent. */
const targets = z.array(text);

/** Sends a document organisation by organisation: each gets its record, its link and its mail in one transaction, once. One that was merged into another since it was chosen gets nothing. */
export async function sendDocument(desk: Desk, job: Job): Promise<Progress> {
  const found = await readDistribution(desk, job.subject ?? '');
  const all = await frozenPart(
    desk,
    job,
    'targets',
    async () => [],
    (body) => targets.parse(body),
  );
  if (!found) return { done: 0, total: 0, state: 'failed', outcome: ['文書が見つかりません。'] };
  if (found.state === 'withdrawn') {
    return { done: job.done, total: all.length, state: 'done', outcome: ['文書が差し止められたため、止めました。'] };
  }
  const { batch, progress } = nextStep(job, all);
  const items = await desk.table.getAll(batch.map((id) => keys.organisation(id)));
  await inLanes(items.map((item) => rows.organisation.read(item)).filter(stands), (organisation) =>
    send(desk, found.id, organisation),
  );
  if (progress.state === 'running') return progress;
  if (found.state === 'sending') {
    const detail = { organisations: all.length };
    const kept = await keepDistribution(
      desk,
      job.by,
      { ...found, state: 'sent' },
      { act: 'distribution.sent', detail },
    );
    if (!kept.ok) return { ...progress, state: 'running' };
  }
  return { ...progress, outcome: [`${all.length}件の配布先に送信を用意しました。`] };
}

async function send(desk: Desk, distribution: string, organisation: Organisation): Promise<void> {
  const { id, name, prefecture, kind, contacts } = organisation;
  const [to] = contacts;
  const row: Addressee = {
    distribution,
    organisation: id,
    kind: kind === 'prefecture' ? 'prefecture' : 'hospital',
    name,
    prefecture,
    ...(to?.telephone === undefined ? {} : { telephone: to.telephone }),
    ...(to === undefined ? {} : { contact: to.name }),
  };
  const day = dayOfInstant(desk.world.now());
  await desk.table.commit([
    { put: distributionRows.addressee.item(row), expect: { absent: true } },
    ...(to ? documentMail(desk.world, { distribution, organisation, to, kind: 'document', day }) : []),
  ]);
}
