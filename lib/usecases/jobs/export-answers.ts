import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod/mini';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { type AnswerExport, isExported } from '#lib/core/exports/answer-export.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { answerState, type Revision } from '#lib/core/rounds/answer.ts';
import { number, text } from '#lib/core/shapes.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { prefectureOf } from '#lib/reference/prefectures.ts';
import { exportFiles } from '#lib/sheets/export-files.ts';
import type { ExportRecord, Heard } from '#lib/sheets/export-table.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { exportRow } from '../exports/export-row.ts';
import { findSurvey } from '../find-survey.ts';
import { valuesOf } from '../read-answer.ts';
import { answersOf } from '../read-round.ts';
import type { FilesDesk } from '../take-file.ts';
import { frozenStep, type Progress } from './work.ts';

/** Answers gathered in one step. */
const exportStep = 200;

/** Most bytes of one file: what a function can answer with, in base64, is 6 MB. */
const fileLimit = 4_300_000;

const target = z.tuple([text, number]);

/** Gathers the answers that an export asks for, some a step, then writes its files; whose answers and which revisions is settled when it begins. */
export async function exportAnswers(desk: FilesDesk, job: Job): Promise<Progress> {
  const round = job.round === undefined ? undefined : await find(desk.table, rows.round, keys.round(job.round));
  const order = round && (await find(desk.table, exportRow, keys.answerExport(round.id, job.id)));
  const form = round && (await findSurvey(desk, round))?.survey.form;
  if (!round || !order || !form) return { done: 0, total: 0, state: 'failed', outcome: ['調査が見つかりません。'] };
  if (order.files.length > 0)
    return { done: job.total, total: job.total, state: 'done', outcome: [`${job.total}病院の回答を出力しました。`] };
  const { batch, progress } = await frozenStep(
    desk,
    job,
    target,
    async () =>
      (await answersOf(desk, round.id, order.prefecture))
        .filter(({ state }) => isExported(order.choice, state))
        .map(({ organisation, revision }): [string, number] => [organisation, revision]),
    exportStep,
  );
  if (batch.length > 0) {
    const records = await recordsOf(desk, round.id, batch);
    await desk.files.put(partKey(job, job.done), { bytes: pack(records), type: 'application/octet-stream' });
  }
  if (progress.state === 'running') return progress;
  const parts = Array.from({ length: Math.ceil(progress.total / exportStep) }, (_, at) =>
    partKey(job, at * exportStep),
  );
  await writeFiles(desk, order, form, await gathered(desk, parts));
  for (const part of parts) await desk.files.delete(part);
  return { ...progress, outcome: [`${progress.total}病院の回答を出力しました。`] };
}

async function recordsOf(
  { table }: Desk,
  round: string,
  batch: readonly (readonly [string, number])[],
): Promise<readonly ExportRecord[]> {
  const heads = await table.getAll(batch.map(([id]) => keys.answer(round, id)));
  const submitted = batch.filter(([, revision]) => revision > 0);
  const revisions = await table.getAll(submitted.map(([id, revision]) => keys.revision(round, id, revision)));
  const kept = new Map(revisions.map((item) => rows.revision.read(item)).map((one) => [one.organisation, one]));
  return heads
    .map((item) => rows.answer.read(item))
    .map(({ organisation, name, prefecture, state }) => ({
      round,
      organisation,
      name,
      prefectureCode: prefecture,
      prefecture: prefectureOf(prefecture)?.name ?? '',
      state,
      values: valuesOf(kept.get(organisation)?.values ?? {}),
      revision: kept.get(organisation)?.revision ?? 0,
      heard: heardIn(kept.get(organisation)),
    }));
}

const heardIn = (revision: Revision | undefined): Heard | undefined =>
  revision?.heard || revision?.heardBy !== undefined
    ? { submitted: revision.heardBy !== undefined, sections: Object.keys(revision.heard ?? {}) }
    : undefined;

async function gathered({ files }: FilesDesk, parts: readonly string[]): Promise<readonly ExportRecord[]> {
  const all: ExportRecord[] = [];
  for (const part of parts) {
    const file = await files.get(part);
    if (!file) throw new Error('a part of an export is gone');
    all.push(...unpack(file.bytes));
  }
  return all;
}

async function writeFiles(
  desk: FilesDesk,
  order: AnswerExport,
  form: Form,
  records: readonly ExportRecord[],
): Promise<void> {
  const asOf = dayOfInstant(order.createdAt);
  const { files, missing } =
    records.length === 0 ? { files: [], missing: [] } : exportFiles(form, records, order, asOf, fileLimit);
  for (const { name, type, bytes } of files) await desk.files.put(fileKeys.export(order.id, name), { bytes, type });
  const listed = files.map(({ name, type, bytes, hospitals }) => ({ name, type, bytes: bytes.length, hospitals }));
  await desk.table.write({
    put: exportRow.item({ ...order, files: listed, missing: [...missing], version: order.version + 1 }),
    expect: { equals: { version: order.version } },
  });
}

const partKey = (job: Job, from: number): string => fileKeys.export(job.id, `part-${from}`);

const pack = (records: readonly ExportRecord[]): Uint8Array => deflateRawSync(JSON.stringify(records), { level: 1 });

const stored = z.array(
  z.object({
    round: text,
    organisation: text,
    name: text,
    prefectureCode: text,
    prefecture: text,
    state: answerState,
    values: z.record(text, z.unknown()),
    revision: number,
    heard: z.optional(z.object({ submitted: z.boolean(), sections: z.array(text) })),
  }),
);

const unpack = (bytes: Uint8Array): readonly ExportRecord[] =>
  stored
    .parse(JSON.parse(inflateRawSync(bytes).toString()))
    .map(({ values, ...record }) => ({ ...record, values: valuesOf(values) }));
