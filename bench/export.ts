/**
 * Time and memory of an export of 2,000 hospitals × 300 answers as a workbook: the wide shape from answers to bytes, and the bare cells as
 * the peers were given them. `node bench/export.ts`; each is measured in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import type { Form, Question } from '#lib/core/survey/form.ts';
import { exportFiles } from '#lib/sheets/export-files.ts';
import type { ExportRecord } from '#lib/sheets/export-table.ts';
import { streamXlsx } from '#lib/sheets/write-xlsx.ts';
import { figure, printTable } from './print-table.ts';

const hospitals = 2000;
const fields = 300;

/** A third of the cells are numbers, the others text of about twelve characters. */
const cell = (row: number, at: number): string | number =>
  at % 3 === 0 ? (row * 7 + at) % 1000 : `架空の回答 ${row % 97}の${at}番`;

function* cells(): Generator<readonly (string | number)[]> {
  for (let row = 0; row < hospitals; row += 1) yield Array.from({ length: fields }, (_, at) => cell(row, at));
}

const form: Form = {
  id: 'bench',
  version: 1,
  title: '調査',
  prepare: [],
  sections: [
    {
      id: 'all',
      title: '項目',
      minutes: 60,
      questions: Array.from({ length: fields }, (_, at): Question => {
        const named = { id: `q${at}`, label: `設問${at}` };
        return at % 3 === 0
          ? { kind: 'integer', ...named, unit: '人', min: 0, max: 1000 }
          : { kind: 'text', ...named, maxLength: 100 };
      }),
    },
  ],
};

const record = (row: number): ExportRecord => ({
  round: 'r1',
  organisation: String(1_000_000 + row),
  name: `架空第${row}病院`,
  prefectureCode: '03',
  prefecture: '岩手県',
  state: 'approved',
  values: Object.fromEntries(Array.from({ length: fields }, (_, at) => [`q${at}`, cell(row, at)])),
  revision: 1,
});

const measures: Readonly<Record<string, () => () => number>> = {
  'bare cells, streamed': () => () => {
    let bytes = 0;
    streamXlsx([{ name: 'data', rows: cells() }], (piece) => {
      bytes += piece.length;
    });
    return bytes;
  },
  'wide shape, from answers to files': () => {
    const records = Array.from({ length: hospitals }, (_, row) => record(row));
    const order = { shape: 'wide', choice: 'approved', format: 'xlsx' } as const;
    return () =>
      exportFiles(form, records, order, '2027-02-26', 4_300_000).files.reduce(
        (sum, { bytes }) => sum + bytes.length,
        0,
      );
  },
};

const own = process.argv[2];
if (own === undefined) {
  const lines = Object.keys(measures).map((name) => {
    const child = spawnSync(process.execPath, [import.meta.filename, name], { encoding: 'utf8' });
    const { seconds = 0, megabytes = 0, bytes = 0 } = JSON.parse(child.stdout);
    return [name, figure(seconds, 2), figure(megabytes), figure(bytes / 1e6, 2)];
  });
  printTable(
    `An export of ${figure(hospitals)} × ${fields} cells`,
    ['', 'CPU s', 'resident growth MB', 'file MB'],
    [...lines, ['exceljs, streaming (as measured before, elsewhere)', '3.42', '128', '3.64']],
  );
  console.log('  Reach: ≤ 2.5 s and ≤ 100 MB.');
} else {
  const act = measures[own]?.();
  if (!act) throw new Error(`no such measure: ${own}`);
  const before = process.memoryUsage.rss();
  const spent = process.cpuUsage();
  const bytes = act();
  const { user, system } = process.cpuUsage(spent);
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, megabytes: (peak - before) / 1e6, bytes }));
}
