import type { Option } from '#functions/components/fields/select-field.tsx';
import { CHOICES, SHAPES } from '#lib/core/exports/export-words.ts';

/** Whose answers are put in. */
export const choiceOptions: readonly Option[] = [
  { value: 'submitted', label: CHOICES.submitted },
  { value: 'approved', label: `${CHOICES.approved}だけ` },
  {
    value: 'all',
    label: CHOICES.all,
    hint: '未提出の病院は、病院名と状態だけが入ります。差戻し中の病院は、前に提出した回答が入ります。',
  },
];

/** How the table is laid out. */
export const shapeOptions: readonly Option[] = [
  { value: 'wide', label: SHAPES.wide, hint: '1病院が1行、1つの答えが1列です。集計に使いやすい形です。' },
  {
    value: 'long',
    label: SHAPES.long,
    hint: '1つの答えが1行です。コード表と定義が付き、「行政データにおける機械可読性に関するルール」に沿っています。',
  },
  { value: 'pretty', label: SHAPES.pretty, hint: '1病院が1シートです。印刷して読むときに使います。' },
];

/** What file it becomes. */
export const formatOptions: readonly Option[] = [
  { value: 'xlsx', label: 'Excelブック（.xlsx）' },
  { value: 'csv-utf8', label: 'CSV（UTF-8）', hint: 'コード表などと合わせて、ZIPファイルになります。' },
  {
    value: 'csv-sjis',
    label: 'CSV（Shift_JIS）',
    hint: 'Shift_JISにない文字は「〓」になり、どの文字かをお知らせします。',
  },
];
