import { describe, expect, test } from 'vitest';
import type { Cell } from '#lib/core/survey/workbook.ts';
import { destinationForm } from '#lib/programs/koiki/forms/destination.ts';
import { readCsv, writeCsv } from '#lib/sheets/csv.ts';
import {
  type ExportRecord,
  longExport,
  longRows,
  prettyExport,
  wideExport,
  wideRows,
} from '#lib/sheets/export-table.ts';
import { type SheetToWrite, writeXlsx } from '#lib/sheets/write-xlsx.ts';
import { breaches, RULES } from './readability.ts';

const record = (organisation: string, values: ExportRecord['values']): ExportRecord => ({
  round: 'r9',
  organisation,
  name: '見本\u{FA10}病院',
  prefectureCode: '04',
  prefecture: '宮城県',
  state: 'approved',
  revision: 1,
  values,
});
const records = [
  record('0400001', {
    beds: 0,
    accepts: 'yes',
    periods: [{ from: '2027-04-01', to: '2027-09-30', doctors: 2 }],
    'required-training': ['acp', 'other'],
    'required-training-other': '褥瘡\n対策',
    outpatient: 'yes',
    'outpatient-days': '1.5',
    strengths: '=1+1\n温泉',
  }),
  record('0400002', { accepts: 'no' }),
];
const note = { asOf: '2026-12-01' };
const WIDE_RULES = Object.keys(RULES).filter((rule) => !['L3-09', 'L2-01', 'L3-03'].includes(rule));

describe('the long export', () => {
  test('passes the thirty rules of machine readability', async () => {
    expect(Object.keys(RULES)).toHaveLength(30);
    expect(await breaches(writeXlsx(longExport(destinationForm, records, note)))).toEqual([]);
  });

  test('tells zero, unanswered and not applicable apart', () => {
    const rows = [...longRows(destinationForm, records)];
    const of = (organisation: string, question: string) =>
      rows.filter((row) => row[1] === organisation && row[8] === question).map((row) => row.slice(9));
    expect(of('0400001', 'beds')).toEqual([[null, null, 'answered', 0, null]]);
    expect(of('0400002', 'beds')).toEqual([[null, null, 'unanswered', null, null]]);
    expect(of('0400002', 'housing')).toEqual([[null, null, 'not_applicable', null, null]]);
    expect(of('0400001', 'periods')).toEqual([
      [1, 'from', 'answered', null, '2027-04-01'],
      [1, 'to', 'answered', null, '2027-09-30'],
      [1, 'doctors', 'answered', 2, null],
    ]);
    expect(of('0400001', 'outpatient-days')).toEqual([[null, null, 'answered', 1.5, null]]);
    expect(of('0400001', 'required-training-other')).toEqual([[null, null, 'answered', null, '褥瘡 対策']]);
  });

  test('goes through CSV in both encodings', () => {
    const rows = [...longRows(destinationForm, records)];
    const back = (encoding: 'utf-8' | 'cp932') => {
      const read = readCsv(writeCsv(rows, encoding).bytes);
      return read.ok ? read.value.sheets[0]?.rows : undefined;
    };
    const texts = rows.map((row) => row.map((cell) => String(cell ?? '')));
    expect(back('utf-8')).toEqual(texts);
    expect(back('cp932')).toHaveLength(texts.length);
  });
});

describe('the wide export', () => {
  test('passes every rule but the long format’s own', async () => {
    expect(await breaches(writeXlsx(wideExport(destinationForm, records, note)), WIDE_RULES)).toEqual([]);
  });

  test('has one row an organisation and a column of 0 and 1 for each choice', () => {
    const [header = [], first = [], second = []] = [...wideRows(destinationForm, records)];
    const cell = (row: readonly Cell[], name: string) => row[header.indexOf(name)];
    expect([
      cell(first, 'required-training=acp'),
      cell(first, 'required-training=cpc'),
      cell(second, 'required-training=acp'),
    ]).toEqual([1, 0, null]);
    expect([cell(first, 'periods.1.doctors'), cell(first, 'beds'), cell(second, 'beds')]).toEqual([2, 0, null]);
    expect(new Set(header).size).toBe(header.length);
  });
});

test('what was heard by telephone is said of its sections, of the whole answer, and where people read', () => {
  const heardIn = (submitted: boolean): ExportRecord => ({
    ...record('0400003', { beds: 10 }),
    heard: { submitted, sections: ['overview'] },
  });
  const unsubmitted: ExportRecord = { ...record('0400004', {}), state: 'drafting', revision: 0 };
  const all = [...records.slice(0, 1), heardIn(true), heardIn(false), unsubmitted];
  const [header = [], ...wide] = [...wideRows(destinationForm, all)];
  const at = header.indexOf('answer_channel');
  expect(wide.map((row) => row[at])).toEqual(['hospital', 'telephone', 'partly_telephone', 'none']);
  const long = [...longRows(destinationForm, [heardIn(true)])].slice(1);
  const bySection = Object.fromEntries(long.map((row) => [row[at + 1], row[at]]));
  expect(bySection).toMatchObject({ overview: 'telephone', capacity: 'hospital' });
  const sheets = longExport(destinationForm, all, note);
  const [codes = [], definitions = []] = sheets.slice(1, 3).map(({ rows }) => [...rows]);
  expect(codes).toContainEqual(['answer_channel', '', 'telephone', '電話で聞き取り（都道府県が入力）']);
  expect(definitions.some((row) => row[1] === 'answer_channel')).toBe(true);
  const [page] = prettyExport(destinationForm, [heardIn(true)]);
  expect([...(page?.rows ?? [])]).toContainEqual(['病院の概要・病床数（電話で聞き取り）', '病床数', '10床']);
});

test('the pretty export reads as people read', () => {
  const [sheet] = prettyExport(destinationForm, records);
  expect([...(sheet?.rows ?? [])]).toContainEqual(['病院の概要・病床数', '病床数', '0床']);
});

describe('the checker of machine readability finds', () => {
  const good: readonly SheetToWrite[] = longExport(destinationForm, records, note);
  const [data, codes, definitions, history] = good as readonly [SheetToWrite, SheetToWrite, SheetToWrite, SheetToWrite];
  const rows = [...data.rows].map((row) => [...row]);
  const changed = (at: number, column: number, cell: Cell): SheetToWrite => ({
    ...data,
    rows: rows.map((row, r) => row.map((each, c) => (r === at && c === column ? cell : each))),
  });
  const rulesOf = async (sheets: readonly SheetToWrite[]) => [
    ...new Set((await breaches(writeXlsx(sheets))).map(({ rule }) => rule)),
  ];

  test.each<[string, readonly SheetToWrite[], string]>([
    ['a missing code table', [data, definitions, history], 'L3-02'],
    ['missing definitions', [data, codes, history], 'L3-08'],
    ['a missing history', [data, codes, definitions], 'L3-07'],
    ['a header twice', [changed(0, 1, 'round_id'), codes, definitions, history], 'L2-03'],
    [
      'a blank row',
      [{ ...data, rows: [...rows.slice(0, 2), [], ...rows.slice(2)] }, codes, definitions, history],
      'L1-03',
    ],
    [
      'a title above the header',
      [{ ...data, rows: [['令和9年度 調査'], ...rows] }, codes, definitions, history],
      'L1-02',
    ],
    ['a number as text', [changed(1, 12, '0床'), codes, definitions, history], 'L2-01'],
    ['a line break', [changed(1, 13, 'a\nb'), codes, definitions, history], 'L1-06'],
    ['a ditto mark', [changed(2, 0, '〃'), codes, definitions, history], 'L2-02'],
    ['a sign of one vendor', [changed(1, 7, '①'), codes, definitions, history], 'L1-08'],
    ['an era year alone', [changed(1, 13, '令和9年4月1日'), codes, definitions, history], 'L3-05'],
    ['a prefecture by nickname', [changed(1, 3, '宮城'), codes, definitions, history], 'L3-06'],
    ['a mark that is not defined', [changed(1, 11, '*'), codes, definitions, history], 'L3-03'],
    ['looks that could carry meaning', [{ ...data, frozen: true }, codes, definitions, history], 'L1-11'],
  ])('%s', async (_, sheets, rule) => {
    expect(await rulesOf(sheets)).toContain(rule);
  });
});
