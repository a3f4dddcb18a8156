// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm writes an answer as ${name}
import type { Cell } from '#lib/core/survey/workbook.ts';
import { writeXlsx } from '#lib/sheets/write-xlsx.ts';

type Row = Readonly<Record<string, Cell>>;

const ja = (word: string) => `${word}::日本語 (ja)`;
const asked = (type: string, name: string, english: string, label: string, more: Row = {}): Row => ({
  type,
  name,
  'label::English (en)': english,
  [ja('label')]: label,
  ...more,
});

const survey: readonly Row[] = [
  asked('start', 'start', '', ''),
  asked('begin_group', 'facility', 'Facility', '病院のこと'),
  asked('text', 'name', 'Name', '病院名', { required: 'yes', [ja('hint')]: '正式な名称を入力してください。' }),
  asked('select_one prefecture', 'prefecture', 'Prefecture', '都道府県', { appearance: 'minimal' }),
  asked('select_one city', 'city', 'City', '市町村', {
    relevant: "${prefecture} != ''",
    choice_filter: 'prefecture = ${prefecture}',
  }),
  asked('integer', 'beds', 'Beds', '病床数', {
    constraint: '. >= 20 and . <= 2000',
    [ja('constraint_message')]: '20床から2000床までで入力してください。',
  }),
  asked('end_group', '', '', ''),
  asked('begin_group', 'accept', 'Acceptance', '受入れ', { relevant: '${beds} >= 100' }),
  asked('select_multiple department or_other', 'departments', 'Departments', '診療科'),
  asked('begin_repeat', 'terms', 'Terms', '時期'),
  asked('date', 'begins', 'Begins', '始まり', { required: 'yes' }),
  asked('integer', 'doctors', 'Doctors', '人数', { relevant: "${begins} != ''" }),
  asked('end_repeat', '', '', ''),
  asked('end_group', '', '', ''),
];

const choices: readonly Row[] = [
  { list_name: 'prefecture', name: 'iwate', 'label::English (en)': 'Iwate', [ja('label')]: '岩手県' },
  { list_name: 'prefecture', name: 'miyagi', 'label::English (en)': 'Miyagi', [ja('label')]: '宮城県' },
  {
    list_name: 'city',
    name: 'morioka',
    'label::English (en)': 'Morioka',
    [ja('label')]: '盛岡市',
    prefecture: 'iwate',
  },
  { list_name: 'city', name: 'sendai', 'label::English (en)': 'Sendai', [ja('label')]: '仙台市', prefecture: 'miyagi' },
  { list_name: 'department', name: 'er', 'label::English (en)': 'Emergency', [ja('label')]: '救急' },
  { list_name: 'department', name: 'home', 'label::English (en)': 'Home care', [ja('label')]: '在宅' },
];

const settings: readonly Row[] = [
  { form_title: '地域の受入れ調べ', form_id: 'acceptance', version: '2026112301', default_language: '日本語 (ja)' },
];

function sheet(name: string, rows: readonly Row[]) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { name, rows: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))] };
}

/** An XLSForm as another tool's manual would have one write it; `further` rows of its survey come last. */
export const foreignForm = (...further: readonly Row[]): Uint8Array =>
  writeXlsx([sheet('survey', [...survey, ...further]), sheet('choices', choices), sheet('settings', settings)]);

/** A row that this product has no question for: a place on a map. */
export const placeOnMap = asked('geopoint', 'place', 'Place', '場所');
