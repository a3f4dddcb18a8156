import { isDay } from '../../calendar/day.ts';
import { canonicalDecimal, compareDecimals } from '../clean/decimal.ts';
import type { Expression } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse.ts';
import type { Choice, Question, TextQuestion, Visibility } from '../form.ts';
import { readQuestion } from '../read-question.ts';
import { generatedConstraint } from './generated-constraint.ts';
import type { GridRow } from './grid.ts';
import type { ChoiceLists } from './import-choices.ts';
import { OWN } from './own-columns.ts';
import type { RowType } from './row-type.ts';
import { type Languages, translated, worded } from './wording.ts';

/** What a row's reading needs beside the row. */
export interface Reading {
  readonly languages: Languages;
  readonly lists: ChoiceLists;
  /** The form cannot be taken as written. */
  readonly problem: (column: string, message: string) => void;
  /** Something has no effect here; the form is taken. */
  readonly notice: (column: string, message: string) => void;
}

/** The question of a survey row, without its condition; undefined where a problem was told. */
export function importQuestion(
  row: GridRow,
  type: Extract<RowType, { kind: 'select' | 'plain' }>,
  reading: Reading,
): Question | undefined {
  const base = baseOf(row, reading);
  const question = type.kind === 'select' ? selectOf(row, type, base, reading) : plainOf(row, type.what, base, reading);
  if (question === undefined) return undefined;
  return withInitial(row, withConstraint(row, question, reading), reading);
}

type Base = ReturnType<typeof baseOf>;

function baseOf(row: GridRow, reading: Reading) {
  const { cells } = row;
  const help = [worded(row, 'hint', reading.languages), worded(row, 'guidance_hint', reading.languages)]
    .filter((text) => text !== undefined)
    .join('\n');
  const visibility = VISIBILITIES.find((each) => each === cells[OWN.visibility]);
  if (worded(row, 'required_message', reading.languages) !== undefined)
    reading.notice('required_message', '必須の質問の文言は、この画面の決まった文言になります。');
  return {
    id: cells.name ?? '',
    label: worded(row, 'label', reading.languages) ?? cells.name ?? '',
    ...(help === '' ? {} : { help }),
    ...(flag(row, 'required', reading) ? { required: true } : {}),
    ...(flag(row, 'readonly', reading) ? { readOnly: true } : {}),
    ...(visibility === undefined ? {} : { visibility }),
    ...translated(row, reading.languages),
  };
}

const VISIBILITIES: readonly Visibility[] = ['released', 'when-consultable', 'office-only'];

function flag({ cells }: GridRow, column: 'required' | 'readonly', { problem }: Reading): boolean {
  const text = (cells[column] ?? '').toLowerCase();
  if (['yes', 'true', 'true()', '1'].includes(text)) return true;
  if (!['', 'no', 'false', 'false()', '0'].includes(text))
    problem(column, `${column} は yes か no で書いてください。条件式は使えません。`);
  return false;
}

function selectOf(
  row: GridRow,
  type: Extract<RowType, { kind: 'select' }>,
  base: Base,
  reading: Reading,
): Question | undefined {
  const listed = reading.lists.get(type.list);
  if (listed === undefined) {
    reading.problem(
      'type',
      /\.(csv|xml|geojson)$/.test(type.list)
        ? '別のファイルの選択肢は使えません。choices シートに書いてください。'
        : `choices シートに list_name「${type.list}」がありません。`,
    );
    return undefined;
  }
  const choices: readonly Choice[] =
    type.orOther && !listed.some(({ code }) => code === 'other')
      ? [...listed, { code: 'other', label: 'その他' }]
      : listed;
  const filter = expression(row, 'choice_filter', reading);
  const choiceFilter = filter === undefined ? {} : { choiceFilter: filter };
  const marked = (code: string | undefined): string | undefined => choices.find((each) => each.code === code)?.code;
  const otherCode = marked(row.cells[OWN.otherCode]) ?? (type.orOther ? 'other' : undefined);
  const other = otherCode === undefined ? {} : { otherCode };
  const noneCode = marked(row.cells[OWN.noneCode]);
  if (type.what === 'rank') {
    if (filter !== undefined || type.orOther)
      reading.problem('type', 'rank では choice_filter と or_other は使えません。');
    return { ...base, kind: 'rank', choices };
  }
  if (type.what === 'choice') return { ...base, kind: 'choice', choices, ...other, ...choiceFilter };
  return {
    ...base,
    kind: 'choices',
    choices,
    ...other,
    ...choiceFilter,
    ...(noneCode === undefined ? {} : { noneCode }),
  };
}

function plainOf(
  row: GridRow,
  what: Extract<RowType, { kind: 'plain' }>['what'],
  base: Base,
  reading: Reading,
): Question | undefined {
  const { cells } = row;
  const whole = (column: string, otherwise: number): number =>
    /^-?\d{1,12}$/.test(cells[column] ?? '') ? Number(cells[column]) : otherwise;
  const decimal = (column: string, otherwise: string): string => canonicalDecimal(cells[column] ?? '') ?? otherwise;
  const unlikely = whole(OWN.unlikelyAbove, Number.NaN);
  const purpose = PURPOSES.find((each) => each === cells[OWN.purpose]);
  switch (what) {
    case 'text': {
      const long = /multiline/.test(cells.appearance ?? '');
      const maxLength = Math.min(20_000, Math.max(1, whole(OWN.maxLength, long ? 10_000 : 1000)));
      return long
        ? { ...base, kind: 'long-text', maxLength }
        : { ...base, kind: 'text', maxLength, ...(purpose === undefined ? {} : { purpose }) };
    }
    case 'integer':
      return {
        ...base,
        kind: 'integer',
        unit: cells[OWN.unit] ?? '',
        min: whole(OWN.min, -999_999_999),
        max: whole(OWN.max, 999_999_999),
        ...(Number.isNaN(unlikely) ? {} : { unlikelyAbove: unlikely }),
      };
    case 'decimal':
      return {
        ...base,
        kind: 'decimal',
        unit: cells[OWN.unit] ?? '',
        digits: Math.min(10, Math.max(0, whole(OWN.digits, 10))),
        min: decimal(OWN.min, '-999999999'),
        max: decimal(OWN.max, '999999999'),
      };
    case 'range':
      return rangeOf(row, base, reading);
    case 'date': {
      const [min, max] = [cells[OWN.min], cells[OWN.max]].map((day) =>
        day !== undefined && isDay(day) ? day : undefined,
      );
      return { ...base, kind: 'date', ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
    }
    case 'time':
      return { ...base, kind: 'time' };
    case 'date-time':
      return { ...base, kind: 'date-time' };
    case 'note':
      return cells[OWN.heading] === undefined ? { ...base, kind: 'note' } : { ...base, kind: 'note', heading: true };
    case 'calculate': {
      const value = expression(row, 'calculation', reading);
      if (value !== undefined) return { ...base, kind: 'calculate', expression: value };
      if (cells.type?.toLowerCase() === 'hidden')
        return { ...base, kind: 'calculate', expression: { kind: 'text', value: cells.default ?? '' } };
      if (cells.calculation === undefined) reading.problem('calculation', 'calculation に式を入力してください。');
      return undefined;
    }
    case 'image':
    case 'file':
      return {
        ...base,
        kind: 'file',
        accept: what === 'image' ? 'image' : 'document',
        maxFiles: Math.min(20, Math.max(1, whole(OWN.maxFiles, 1))),
        ...(OWN.maxMegabytes in cells ? { maxMegabytes: Math.min(4, Math.max(1, whole(OWN.maxMegabytes, 4))) } : {}),
      };
    case 'acknowledge':
      return { ...base, kind: 'choice', choices: [{ code: 'OK', label: '確認しました' }] };
  }
}

const PURPOSES: readonly NonNullable<TextQuestion['purpose']>[] = [
  'name',
  'address',
  'telephone',
  'email',
  'postal-code',
];

function rangeOf({ cells }: GridRow, base: Base, { problem }: Reading): Question | undefined {
  const given = new Map(
    [...(cells.parameters ?? '').matchAll(/(start|end|step)\s*=\s*(-?[\d.]+)/g)].map(([, key = '', value = '']) => [
      key,
      canonicalDecimal(value),
    ]),
  );
  const [start, end, step] = [given.get('start') ?? '0', given.get('end') ?? '10', given.get('step') ?? '1'];
  if (compareDecimals(start, end) >= 0 || compareDecimals(step, '0') <= 0) {
    problem(
      'parameters',
      'parameters は start=0 end=10 step=1 のように、start が end より小さくなるように書いてください。',
    );
    return undefined;
  }
  return { ...base, kind: 'range', start, end, step };
}

function withConstraint(row: GridRow, question: Question, reading: Reading): Question {
  const rule = expression(row, 'constraint', reading);
  if (rule === undefined || row.cells.constraint === generatedConstraint(question)) return question;
  const message = worded(row, 'constraint_message', reading.languages) ?? '条件に合う値を入力してください。';
  return { ...question, constraint: { rule, message } };
}

function withInitial({ cells }: GridRow, question: Question, { problem }: Reading): Question {
  const text = cells.default;
  if (text === undefined || question.kind === 'calculate') return question;
  if (question.kind === 'note' || question.kind === 'table' || question.kind === 'file') {
    problem('default', 'この種類の質問に default は使えません。');
    return question;
  }
  const codes = question.kind === 'choices' || question.kind === 'rank' ? text.split(/\s+/) : [text];
  const read = /\$\{|\w\(/.test(text)
    ? undefined
    : readQuestion(question, { [question.id]: codes }).values[question.id];
  if (read !== undefined) return { ...question, initial: read };
  problem(
    'default',
    `default「${text}」は使えません。この質問に答えられる値をそのまま書いてください（式は使えません）。`,
  );
  return question;
}

/** The expression of a column; undefined when it is empty or was told as a problem. */
export function expression(
  { cells }: GridRow,
  column: string,
  { problem }: Pick<Reading, 'problem'>,
): Expression | undefined {
  const source = cells[column];
  if (source === undefined) return undefined;
  const parsed = parseExpression(source);
  if (parsed.ok) return parsed.value;
  problem(column, `式「${source.length > 60 ? `${source.slice(0, 60)}…` : source}」：${parsed.error.message}`);
  return undefined;
}
