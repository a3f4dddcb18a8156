import * as z from 'zod/mini';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { isOpened } from '#lib/core/distributions/addressee.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { text } from '#lib/core/shapes.ts';
import { distributionKeys } from '#lib/store/distribution-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { documentMail } from '../distributions/document-mail.ts';
import { addresseesOf } from '../distributions/read-distributions.ts';
import { frozenStep, inLanes, type Progress } from './work.ts';

const place = z.object({ prefecture: text, organisation: text });
type Place = z.infer<typeof place>;

/** Sends a document again to those who have not opened it, by the contacts that the register has now; an organisation gets one such mail a day at most. */
export async function chaseDocument(desk: Desk, job: Job): Promise<Progress> {
  const [distribution = '', prefecture = ''] = (job.subject ?? '').split('#');
  const { batch, progress } = await frozenStep(desk, job, place, async () =>
    (await addresseesOf(desk, distribution, prefecture))
      .filter((one) => !isOpened(one))
      .map(({ prefecture: of, organisation }) => ({ prefecture: of, organisation })),
  );
  await inLanes(batch, (one) => again(desk, distribution, one));
  if (progress.state === 'running') return progress;
  return { ...progress, outcome: [`未開封の${progress.total}件に再送を用意しました。`] };
}

async function again({ table, world }: Desk, distribution: string, { prefecture, organisation }: Place): Promise<void> {
  const found = await find(table, rows.organisation, keys.organisation(organisation));
  const to = found?.contacts[0];
  if (!found || !to) return;
  const day = dayOfInstant(world.now());
  await table.commit([
    {
      update: distributionKeys.addressee(distribution, prefecture, organisation),
      set: { chasedOn: day },
      expect: { equals: { organisation }, before: { openedAt: '0', chasedOn: day } },
    },
    ...documentMail(world, {
      distribution,
      organisation: { ...found, prefecture },
      to,
      kind: 'document-again',
      day,
    }),
  ]);
}
