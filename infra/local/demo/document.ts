import { addDays, dayOfInstant, instantOf } from '#lib/core/calendar/day.ts';
import { later } from '#lib/core/calendar/later.ts';
import { type Addressee, firstStep } from '#lib/core/distributions/addressee.ts';
import { outboxOf } from '#lib/core/distributions/distribution.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Item } from '#lib/core/ports.ts';
import { writeXlsx } from '#lib/sheets/write-xlsx.ts';
import { rows } from '#lib/store/rows.ts';
import { s3Files } from '#lib/store/s3-files.ts';
import type { AreaDesk } from '#lib/usecases/desk.ts';
import { attachFiles } from '#lib/usecases/distributions/attach-file.ts';
import { distributionRows } from '#lib/usecases/distributions/distribution-rows.ts';
import { findAudience } from '#lib/usecases/distributions/find-audience.ts';
import { keepDistribution } from '#lib/usecases/distributions/keep-distribution.ts';
import { readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import { saveDistribution } from '#lib/usecases/distributions/save-distribution.ts';
import { noticeId } from '#lib/usecases/notify.ts';
import { chanceOf } from './chance.ts';
import type { DemoContext } from './demo-context.ts';

const sender: Actor = { kind: 'ministry', id: 'demo', name: '医事課（デモ）' };

/** Days ago that the demo's document was sent, and share of its addressees that have opened it. */
const [daysAgo, openRate] = [20, 0.6];

/** A document with one file that was sent some weeks ago to every office and hospital of one edition, and that not all have opened. */
export async function sentDocument(
  context: DemoContext,
  now: AreaDesk,
  place: { readonly program: string; readonly edition: string },
): Promise<void> {
  const sentAt = instantOf(addDays(dayOfInstant(now.world.now()), -daysAgo), '10:00');
  const desk = { ...now, world: { ...now.world, now: () => sentAt }, files: bucketOf(context) };
  const audience = { ...place, roles: ['office', 'destination', 'source'] as const, prefectures: [] };
  const id = 'qa';
  const { chosen } = await findAudience(desk, { ...audience, roles: [...audience.roles] });
  await saveDistribution(desk, sender, {
    id,
    title: '広域連携型プログラムの作成・調整等にあたっての情報提供について',
    note: '広域連携型プログラムの作成・調整等の参考となるよう、QA集（架空）をお送りします。\n\n都道府県におかれては、管内の病院への周知にご協力をお願いします。',
    officeName: '厚生労働省医政局医事課（デモ）',
    officeTelephone: '000-0000-0000',
    audience: { ...audience, roles: [...audience.roles] },
    corrects: '',
    seen: 0,
  });
  const bytes = writeXlsx([
    {
      name: 'QA集',
      rows: [
        ['問', '答'],
        ['これは何ですか。', 'デモ用の架空のファイルです。'],
      ],
    },
  ]);
  await attachFiles(desk, sender, { id, files: [{ name: '広域連携型プログラムQA集（架空）.xlsx', bytes }] });
  const draft = await readDistribution(desk, id);
  if (!draft) return;
  const reached = [...new Set(chosen.map(({ organisation }) => organisation.prefecture))];
  const change = { state: 'sent' as const, sentAt, counted: chosen.length, reached };
  await keepDistribution(desk, sender, { ...draft, ...change }, { act: 'distribution.send' });
  const chance = chanceOf('document');
  const items = chosen.flatMap(({ organisation }) =>
    sentTo(id, organisation, sentAt, chance.next() < openRate ? chance.between(1, daysAgo - 1) : undefined),
  );
  await desk.table.putAll(items);
  context.log(`文書を用意しました（配布先${chosen.length}件）`);
}

/** The record of one addressee and of its mail, which was delivered; opened so many days later, or not yet. */
function sentTo(id: string, organisation: Organisation, sentAt: string, openedAfter: number | undefined): Item[] {
  const [to] = organisation.contacts;
  const { id: code, kind, name, prefecture } = organisation;
  const addressee: Addressee = {
    distribution: id,
    organisation: code,
    kind: kind === 'prefecture' ? kind : 'hospital',
    name,
    prefecture,
    telephone: to?.telephone,
    contact: to?.name,
    ...(openedAfter === undefined
      ? {}
      : {
          openedAt: later(sentAt, { days: openedAfter }),
          openedBy: to?.name ?? '',
          openedFile: '広域連携型プログラムQA集（架空）.xlsx',
        }),
  };
  if (!to) return [distributionRows.addressee.item(addressee)];
  const mail = {
    round: outboxOf(id),
    id: noticeId({ organisation: code, kind: 'document', step: firstStep, to }),
    kind: 'document' as const,
    organisation: code,
    to: to.email,
    toName: to.name,
    vars: { organisation: name, prefecture },
    state: 'delivered' as const,
    attempt: 1,
    createdAt: sentAt,
    sentAt,
  };
  return [distributionRows.addressee.item(addressee), rows.notice.item(mail)];
}

function bucketOf({ endpoint, region, credentials, variables }: DemoContext) {
  const bucket = Object.values(variables).find(({ FILE_BUCKET }) => FILE_BUCKET !== undefined)?.FILE_BUCKET ?? '';
  return s3Files(bucket, { endpoint, region, credentials });
}
