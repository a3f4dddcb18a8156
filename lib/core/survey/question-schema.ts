import * as z from 'zod/mini';
import { isDay } from '../calendar/day.ts';
import { longDay } from '../calendar/show-day.ts';
import { otherId } from './answer.ts';
import { exceeds, hasUnkeepable } from './clean/characters.ts';
import { readDateTime, readTime } from './clean/clock.ts';
import { readEmail, readPostalCode, readTelephone } from './clean/contact.ts';
import { canonicalDecimal, compareDecimals, digitsOf, scaled } from './clean/decimal.ts';
import { readFileText } from './file-answer.ts';
import type { Choice, Column, Question, Row, TableQuestion, TextQuestion, Value } from './form.ts';

/** Most UTF-16 units of any text, so that every answer fits a cell of Excel (32,767). */
const MAX_UNITS = 32_000;

/** Longest text that explains その他, in characters. */
export const OTHER_LENGTH = 200;

const schemas = new WeakMap<Question, z.ZodMiniType<Value>>();

/** The schema of a clean, stored answer to a question, with a Japanese message on each rule; kept per question, as building costs more than using. */
export function questionSchema(question: Question): z.ZodMiniType<Value> {
  const known = schemas.get(question);
  if (known !== undefined) return known;
  const built = build(question);
  schemas.set(question, built);
  return built;
}

function build(question: Question): z.ZodMiniType<Value> {
  switch (question.kind) {
    case 'table':
      return tableSchema(question);
    case 'choices':
      return codesSchema(question.choices, 1).check(
        z.refine((codes) => question.noneCode === undefined || codes.length < 2 || !codes.includes(question.noneCode), {
          error: `「${labelOf(question.choices, question.noneCode)}」は、ほかの選択肢と一緒には選べません。どちらかを選んでください。`,
        }),
      );
    case 'rank':
      return codesSchema(question.choices, question.choices.length);
    case 'file':
      return z
        .array(
          z
            .string()
            .check(z.refine((text) => readFileText(text) !== undefined, { error: 'ファイルを選び直してください。' })),
        )
        .check(
          z.minLength(1),
          z.maxLength(question.maxFiles, { error: `ファイルは${question.maxFiles}個までにしてください。` }),
        );
    case 'note':
    case 'calculate':
      return z.never();
    default:
      return cellSchema(question);
  }
}

function cellSchema(question: Column): z.ZodMiniType<string | number> {
  switch (question.kind) {
    case 'text': {
      const purpose = purposeOf(question);
      return textSchema(question.maxLength).check(
        z.refine((text) => !/[\n\t]/.test(text), { error: '改行やタブを取り除き、1行で入力してください。' }),
        z.refine((text) => purpose === undefined || purpose.read(text) === text, { error: purpose?.message ?? '' }),
      );
    }
    case 'long-text':
      return textSchema(question.maxLength);
    case 'integer':
      return z
        .int({ error: `${rangeWords(question)}整数で入力してください。` })
        .check(
          z.minimum(question.min, { error: `${rangeWords(question)}入力してください。` }),
          z.maximum(question.max, { error: `${rangeWords(question)}入力してください。` }),
        );
    case 'decimal':
      return decimalSchema(`${rangeWords(question)}入力してください。`, question.min, question.max).check(
        z.refine((text) => digitsOf(text) <= question.digits, {
          error: `小数点以下は${question.digits}桁までで入力してください。`,
        }),
      );
    case 'range':
      return decimalSchema(
        `${question.start}から${question.end}までの数字を選んでください。`,
        question.start,
        question.end,
      ).check(
        z.refine((text) => onStep(text, question.start, question.step), {
          error: `${question.start}から${question.step}きざみの数字を選んでください。`,
        }),
      );
    case 'date':
      return z.string().check(
        z.refine(isDay, { error: 'ある日付を入力してください（例：令和9年4月1日）。' }),
        z.refine((day) => question.min === undefined || day >= question.min, {
          error: `${question.min === undefined ? '' : longDay(question.min)}以降の日付を入力してください。`,
        }),
        z.refine((day) => question.max === undefined || day <= question.max, {
          error: `${question.max === undefined ? '' : longDay(question.max)}までの日付を入力してください。`,
        }),
      );
    case 'time':
      return z
        .string()
        .check(z.refine((text) => readTime(text) === text, { error: '時刻を入力してください（例：14:03）。' }));
    case 'date-time':
      return z.string().check(
        z.refine((text) => readDateTime(text) === text, {
          error: '日付と時刻を入力してください（例：令和9年4月1日 14:03）。',
        }),
      );
    case 'choice':
      return z.enum(
        question.choices.map((each) => each.code),
        { error: '選択肢から選んでください。' },
      );
  }
}

/** The schema of the text that explains その他. */
export const otherSchema: z.ZodMiniType<string> = textSchema(OTHER_LENGTH);

function textSchema(maxLength: number) {
  return z.string().check(
    z.minLength(1),
    z.refine((text) => !hasUnkeepable(text), {
      error: '使えない文字（制御文字）が含まれています。取り除いて入力してください。',
    }),
    z.refine((text) => text.length <= MAX_UNITS && !exceeds(text, maxLength), {
      error: `${grouped(maxLength)}文字以内で入力してください。`,
    }),
  );
}

const decimalSchema = (error: string, min: string, max: string) =>
  z.string().check(
    z.refine((text) => canonicalDecimal(text) === text, { error, abort: true }),
    z.refine((text) => compareDecimals(text, min) >= 0 && compareDecimals(text, max) <= 0, { error }),
  );

function codesSchema(choices: readonly Choice[], fewest: number) {
  const known = new Set(choices.map((each) => each.code));
  return z.array(z.string().check(z.refine((code) => known.has(code), { error: '選択肢から選んでください。' }))).check(
    z.refine((codes) => new Set(codes).size === codes.length, { error: '同じ選択肢は1回だけ選んでください。' }),
    z.minLength(fewest, {
      error: fewest > 1 ? 'すべての選択肢に順位を付けてください。' : '選択肢から選んでください。',
    }),
  );
}

function tableSchema(table: TableQuestion): z.ZodMiniType<readonly Row[]> {
  const shape = Object.fromEntries(
    table.columns.flatMap((column): [string, z.ZodMiniType<string | number | undefined>][] => [
      [column.id, z.optional(cellSchema(column))],
      ...(column.kind === 'choice' && column.otherCode !== undefined
        ? [[otherId(column.id), z.optional(otherSchema)] satisfies [string, unknown]]
        : []),
    ]),
  );
  return z
    .array(z.strictObject(shape))
    .check(
      z.minLength(1),
      z.maxLength(table.maxRows, { error: `${table.rowLabel}は${table.maxRows}行までにしてください。` }),
    ) as unknown as z.ZodMiniType<readonly Row[]>;
}

/** How a telephone number, a mail address or a postal code is read, and what to enter where it was not readable. */
export const PURPOSES = {
  telephone: { read: readTelephone, message: '市外局番から電話番号を入力してください（例：03-1234-5678）。' },
  email: { read: readEmail, message: 'メールアドレスを入力してください（例：kensyu@example.jp）。' },
  'postal-code': { read: readPostalCode, message: '郵便番号を7桁の数字で入力してください（例：100-8916）。' },
} as const;

/** The reading of a text by its purpose; undefined for names, addresses and free text, which are kept as typed. */
export function purposeOf({ purpose }: TextQuestion): (typeof PURPOSES)[keyof typeof PURPOSES] | undefined {
  return purpose === undefined || purpose === 'name' || purpose === 'address' ? undefined : PURPOSES[purpose];
}

const rangeWords = (question: {
  readonly min: number | string;
  readonly max: number | string;
  readonly unit: string;
}): string => `${grouped(question.min)}から${grouped(question.max)}${question.unit}までの数字で`;

function grouped(value: number | string): string {
  const [whole = '', fraction] = String(value).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? text : `${text}.${fraction}`;
}

const labelOf = (choices: readonly Choice[], code: string | undefined): string =>
  choices.find((each) => each.code === code)?.label ?? '';

function onStep(text: string, start: string, step: string): boolean {
  const digits = Math.max(digitsOf(text), digitsOf(start), digitsOf(step));
  const size = scaled(step, digits);
  return size !== 0n && (scaled(text, digits) - scaled(start, digits)) % size === 0n;
}
