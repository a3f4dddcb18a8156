import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { routes } from '#functions/staff/exports/routes.ts';
import { readCsv } from '#lib/sheets/csv.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { jobOf, keys } from '#lib/store/keys.ts';
import { exportRow } from '#lib/usecases/exports/export-row.ts';
import { exportsOf } from '#lib/usecases/exports/read-exports.ts';
import { takeExport } from '#lib/usecases/exports/take-export.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { reviewAnswer } from '#lib/usecases/review-answer.ts';
import { runJob } from '#lib/usecases/run-job.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { openedRound, submitted } from './open-round.ts';
import { type Visitor, visitorOf } from './visit.ts';

let country: SmallCountry;
let round: string;
let officer: Visitor;
let prefecture: Visitor;

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
  await submitted(country, round, 'IWATE1', 3);
  await submitted(country, round, 'IWATE2', 0);
  const review = { round, organisation: 'IWATE1', request: 'a', decision: { kind: 'approve' } } as const;
  const approved = await reviewAnswer(country.desk, iwate, review);
  if (!approved.ok) throw new Error(approved.error.kind);
  const desk = { ...country.desk, origin: 'https://renkei.example' };
  officer = await visitorOf(desk, ministry, routes);
  prefecture = await visitorOf(desk, iwate, routes);
});

const page = () => `/s/rounds/${round}/exports`;
const wish = (fields: Readonly<Record<string, string>>) => ({
  shape: 'wide',
  choice: 'submitted',
  format: 'xlsx',
  request: 'order1',
  ...fields,
});

/** Orders, lets the job run to its end, and gives the only file's bytes. */
async function exported(fields: Readonly<Record<string, string>>) {
  await officer.post(page(), wish(fields));
  await country.runJobs();
  const [work] = await exportsOf(country.desk, round);
  const file = work?.export.files[0];
  if (!work || !file) throw new Error('no file');
  const taken = await takeExport(country.desk, ministry, { round, export: work.export.id, file: file.name });
  if (!taken.ok) throw new Error('gone');
  return { ...work, file, bytes: taken.value.bytes };
}

const table = async (bytes: Uint8Array) => {
  const read = await readXlsx(bytes);
  return read.ok ? (read.value.sheets[0]?.rows ?? []) : [];
};

describe('an export of answers', () => {
  test.each([
    ['approved', [['IWATE1', 'approved', 3]]],
    [
      'submitted',
      [
        ['IWATE1', 'approved', 3],
        ['IWATE2', 'submitted', 0],
      ],
    ],
    [
      'all',
      [
        ['IWATE1', 'approved', 3],
        ['IWATE2', 'submitted', 0],
        ['IWATE3', 'unopened', null],
      ],
    ],
  ])('of %s answers holds these and no others', async (choice, expected) => {
    const [header = [], ...lines] = await table((await exported({ choice })).bytes);
    const at = (name: string) => header.indexOf(name);
    const found = lines.map((line) => [line[1], line[at('answer_state')], line[at('places')] ?? null]);
    expect(found).toEqual(expected);
  });

  test('never holds what was not submitted', async () => {
    const item = await country.desk.table.get(keys.section(round, 'IWATE1', 'capacity'));
    if (!item) throw new Error('no draft');
    await country.desk.table.write({ put: { ...item, values: { places: 99 } } });
    const [, line] = await table((await exported({ choice: 'all' })).bytes);
    expect(line).toContain(3);
    expect(line).not.toContain(99);
  });

  test('in the long shape has codes, definitions and history beside it', async () => {
    const { file, bytes } = await exported({ shape: 'long', format: 'csv-utf8' });
    expect(file.name).toMatch(/^回答_縦持ち_提出済と承認済_2026-12-01\.zip$/);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts)).toEqual(['data.csv', 'codes.csv', 'definitions.csv', 'history.csv']);
    const data = readCsv(parts['data.csv'] ?? new Uint8Array());
    expect(data.ok && data.value.sheets[0]?.rows.length).toBe(5);
    expect(strFromU8(parts['codes.csv'] ?? new Uint8Array())).toContain('answer_state,,resubmitted,再提出');
  });

  test('in the pretty shape is a workbook, a sheet a hospital', async () => {
    const { file, bytes } = await exported({ shape: 'pretty' });
    expect(file.name).toMatch(/\.xlsx$/);
    const read = await readXlsx(bytes);
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(['架空IWATE1病院', '架空IWATE2病院']);
  });

  test('in Shift_JIS tells which characters it lacks', async () => {
    const item = await country.desk.table.get(keys.answer(round, 'IWATE1'));
    if (!item) throw new Error('no answer');
    await country.desk.table.write({ put: { ...item, name: '𠮷野病院' } });
    const work = await exported({ format: 'csv-sjis' });
    expect(work.export.missing).toEqual(['𠮷']);
    expect((await officer.get(page())).html).toContain('「〓」になった文字：𠮷');
  });

  test('is made once however often it is ordered, and its job may be repeated at any step', async () => {
    await officer.post(page(), wish({}));
    await officer.post(page(), wish({}));
    expect(await exportsOf(country.desk, round)).toHaveLength(1);
    const [before] = country.all().filter(({ pk, state }) => pk.startsWith('JOB#') && state === 'running');
    if (!before) throw new Error('no job');
    await runJob(country.desk, jobOf(before));
    await country.desk.table.write({ put: before });
    await runJob(country.desk, jobOf(before));
    const [work] = await exportsOf(country.desk, round);
    expect(work?.export.files).toHaveLength(1);
    expect(work?.job).toMatchObject({ state: 'done', done: 0, total: 0 });
    expect(await country.desk.files.get(fileKeys.export('order1', 'part-0'))).toBeUndefined();
  });

  test('says so when there is nothing to export', async () => {
    await country.desk.table.write({ delete: keys.answer(round, 'IWATE1') });
    await officer.post(page(), wish({ choice: 'approved' }));
    await country.runJobs();
    expect((await officer.get(page())).html).toContain('あてはまる回答がありませんでした。');
  });
});

describe('the page of exports', () => {
  test('shows progress, then a button for each file, and hands the file out', async () => {
    await officer.post(page(), wish({}));
    expect((await officer.get(page())).html).toContain('処理中');
    await country.runJobs();
    const { html } = await officer.get(page());
    expect(html).toContain('完了');
    const action = /action="([^"]*\/exports\/order1\/[^"]*)"/.exec(html)?.[1] ?? '';
    const taken = await officer.post(action);
    expect(taken.status).toBe(200);
    expect(await table(Buffer.from(taken.html, 'base64'))).toHaveLength(3);
  });

  test('confines a prefecture to its own hospitals, and to its own exports', async () => {
    expect((await prefecture.post(page(), wish({ prefecture: '13' }))).status).toBe(403);
    await officer.post(page(), wish({ request: 'national' }));
    await prefecture.post(page(), wish({ request: 'local', choice: 'all' }));
    await country.runJobs();
    const { html } = await prefecture.get(page());
    expect(html).toContain('local/');
    expect(html).not.toContain('national/');
    const [file] =
      (await exportsOf(country.desk, round)).find((each) => each.export.id === 'national')?.export.files ?? [];
    expect((await prefecture.post(`${page()}/national/${encodeURIComponent(file?.name ?? '')}`)).status).toBe(404);
    expect(
      exportRow.read((await country.desk.table.get(keys.answerExport(round, 'local'))) ?? { pk: '', sk: '' }),
    ).toMatchObject({ prefecture: '03' });
  });

  test('asks for what was not chosen, in words', async () => {
    const { status, html } = await officer.post(page(), { shape: 'pretty', choice: 'x', format: 'csv-utf8' });
    expect(status).toBe(422);
    expect(html).toContain('「出力する回答」を選んでください。');
    expect(html).toContain('読むための表は、Excelブック（.xlsx）だけで出力できます。');
  });

  test('writes down who ordered and who took what', async () => {
    const { file } = await exported({});
    const { entries, whole } = await auditOf(country.desk, 'export#order1');
    expect(whole).toBe(true);
    expect(entries.map(({ act, actor, detail }) => [act, actor, detail])).toEqual([
      [
        'export.order',
        'ministry:m1 厚労 花子',
        { round, shape: 'wide', choice: 'submitted', format: 'xlsx', prefecture: '' },
      ],
      ['export.take', 'ministry:m1 厚労 花子', { round, file: file.name }],
    ]);
  });

  test('forgets an export with its files', async () => {
    const { file } = await exported({});
    country.at('2026-12-08T01:00:00.000Z');
    expect(await takeExport(country.desk, ministry, { round, export: 'order1', file: file.name })).toMatchObject({
      ok: false,
    });
    expect(await exportsOf(country.desk, round)).toEqual([]);
  });
});

test('an export says what a prefecture had heard by telephone', async () => {
  const heard = { round, organisation: 'IWATE3', section: 'capacity', version: 0, base: [], confirm: true };
  const saved = await saveSection(country.desk, iwate, { ...heard, posted: { places: ['7'] } });
  const sent = await submitAnswer(country.desk, iwate, { round, organisation: 'IWATE3', request: 'heard' });
  expect([saved.ok, sent.ok]).toEqual([true, true]);
  const [header = [], ...lines] = await table((await exported({ choice: 'all' })).bytes);
  const at = header.indexOf('answer_channel');
  expect(lines.map((line) => [line[1], line[at]])).toEqual([
    ['IWATE1', 'hospital'],
    ['IWATE2', 'hospital'],
    ['IWATE3', 'telephone'],
  ]);
});
