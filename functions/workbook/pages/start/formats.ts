import { UPLOAD_LIMITS } from '#lib/sheets/upload-limits.ts';

/** Most bytes of a file that is handed in. */
export const uploadLimit = UPLOAD_LIMITS.upload;

interface Format {
  readonly label: string;
  readonly hint: string;
  readonly type: string;
  readonly extension: 'xlsx' | 'csv';
}

/** Files in which a questionnaire can be fetched, by the name in their address. */
export const formats = {
  xlsx: {
    label: 'Excelブック（.xlsx）',
    hint: '　選択肢を一覧から選べます',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  'csv-utf8': {
    label: 'CSV（UTF-8）',
    hint: '　すべての文字が使えます',
    type: 'text/csv; charset=utf-8',
    extension: 'csv',
  },
  'csv-sjis': {
    label: 'CSV（Shift_JIS）',
    hint: '　古いExcelやほかのソフトで開くとき',
    type: 'text/csv; charset=Shift_JIS',
    extension: 'csv',
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

export const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);
