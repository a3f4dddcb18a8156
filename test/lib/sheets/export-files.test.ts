import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportFiles } from '#lib/sheets/export-files.ts';
import type { ExportRecord } from '#lib/sheets/export-table.ts';
import { smallForm } from '#test/support/small-form.ts';

const records = Array.from(
  { length: 40 },
  (_, at): ExportRecord => ({
    round: 'r9',
    organisation: `${at}`.padStart(7, '0'),
    name: `見本${at}病院`,
    prefectureCode: at < 20 ? '03' : '04',
    prefecture: at < 20 ? '岩手県' : '宮城県',
    state: 'approved',
    revision: 1,
    values: {
      places: at,
      strengths: Array.from({ length: 900 }, (_, i) => ((at + 7) * (i + 3) ** 3).toString(36)).join(''),
    },
  }),
);
const order = { shape: 'wide', choice: 'all', format: 'xlsx' } as const;

test('an export is shared out among files that can each be handed out, and no hospital is lost', () => {
  const [whole] = exportFiles(smallForm, records, order, '2027-01-20', 10_000_000).files;
  const limit = Math.floor((whole?.bytes.length ?? 0) * 0.7);
  const { files } = exportFiles(smallForm, records, order, '2027-01-20', limit);
  expect(files.map(({ name }) => name)).toEqual([
    '回答_横持ち_すべての病院_2027-01-20_1.xlsx',
    '回答_横持ち_すべての病院_2027-01-20_2.xlsx',
  ]);
  expect(files.reduce((sum, { hospitals }) => sum + hospitals, 0)).toBe(40);
  expect(files.every(({ bytes }) => bytes.length <= limit)).toBe(true);
});

test('pages for reading come as one workbook a prefecture', () => {
  const { files } = exportFiles(smallForm, records, { ...order, shape: 'pretty' }, '2027-01-20', 10_000_000);
  expect(Object.keys(unzipSync(files[0]?.bytes ?? new Uint8Array()))).toEqual(['03_岩手県.xlsx', '04_宮城県.xlsx']);
});
