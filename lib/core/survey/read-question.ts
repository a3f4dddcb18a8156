import { dayOf } from '../calendar/day.ts';
import { parseDay } from '../calendar/parse-day.ts';
import { otherId } from './answer.ts';
import { plain } from './clean/characters.ts';
import { readDateTime, readTime } from './clean/clock.ts';
import { readNumber } from './clean/number-text.ts';
import type { Column, Question, TableQuestion, TextQuestion, Value, Values } from './form.ts';
import { otherSchema, purposeOf, questionSchema } from './question-schema.ts';

/** Raw form fields as posted: `<id>`, `<id>-year|-month|-day` for a date in three fields, `<table>.<row>.<column>`, `<id>-other`. */
export type Posted = Readonly<Record<string, readonly string[]>>;

/** Something to say about one field, in words that say what to enter. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** What was read of one question: clean answers by id (its own and the detail of その他), and what could not be read. */
export interface QuestionReading {
  readonly values: Readonly<Record<string, Value>>;
  readonly problems: readonly Problem[];
  /** Of a table: the posted numbers of the rows that were kept, in their order. */
  readonly rows?: readonly number[];
}

/** Reads one question's fields as typed; nothing typed gives no answer and no problem. */
export function readQuestion(question: Question, posted: Posted): QuestionReading {
  if (question.kind === 'table') return readTable(question, posted);
  if (question.kind === 'note' || question.kind === 'calculate') return { values: {}, problems: [] };
  const candidate =
    question.kind === 'choices' || question.kind === 'rank' || question.kind === 'file'
      ? readCodes(question, posted)
      : readCell(question, question.id, posted);
  const reading = check(question, candidate, question.id, question.id);
  const value = reading.values[question.id];
  const otherCode = 'otherCode' in question ? question.otherCode : undefined;
  if (otherCode === undefined || !(value === otherCode || (Array.isArray(value) && value.includes(otherCode))))
    return reading;
  const detail = readOther(otherId(question.id), otherId(question.id), posted);
  return { values: { ...reading.values, ...detail.values }, problems: [...reading.problems, ...detail.problems] };
}

type Candidate =
  | { readonly typed: false }
  | { readonly typed: true; readonly value: unknown; readonly message?: string };

const NOTHING: Candidate = { typed: false };

function check(question: Question, candidate: Candidate, id: string, field: string): QuestionReading {
  if (!candidate.typed) return { values: {}, problems: [] };
  if (candidate.message !== undefined)
    return { values: {}, problems: [{ field, message: say(question, candidate.message) }] };
  const parsed = questionSchema(question).safeParse(candidate.value);
  if (parsed.success) return { values: { [id]: parsed.data }, problems: [] };
  return {
    values: {},
    problems: [{ field, message: say(question, parsed.error.issues[0]?.message ?? '入力し直してください。') }],
  };
}

/** A message with the question in front of it, so that it stands alone in the summary. */
export const say = (question: { readonly label: string }, message: string): string =>
  `「${question.label.replace(/。$/, '')}」${/^[をは]/.test(message) ? '' : 'は、'}${message}`;

function readCell(question: Column, field: string, posted: Posted): Candidate {
  const raw = first(posted, field);
  switch (question.kind) {
    case 'text':
      return readText(question, raw);
    case 'long-text':
      return typed(raw.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd());
    case 'integer': {
      const number = readNumber(raw, question.unit);
      if (raw.trim() === '') return NOTHING;
      return number === undefined
        ? unreadable('数字で入力してください（例：120）。')
        : { typed: true, value: Number(number) };
    }
    case 'decimal':
    case 'range': {
      const number = readNumber(raw, question.kind === 'decimal' ? question.unit : '');
      if (raw.trim() === '') return NOTHING;
      return number === undefined ? unreadable('数字で入力してください（例：12.5）。') : typed(number);
    }
    case 'date':
      return readDate(field, posted);
    case 'time':
      return read(raw, readTime, '時刻を入力してください（例：14:03）。');
    case 'date-time':
      return read(raw, readDateTime, '日付と時刻を入力してください（例：令和9年4月1日 14:03）。');
    case 'choice':
      return typed(raw);
  }
}

function readText(question: TextQuestion, raw: string): Candidate {
  const purpose = purposeOf(question);
  return purpose === undefined ? typed(raw.trim()) : read(raw, purpose.read, purpose.message);
}

function readDate(field: string, posted: Posted): Candidate {
  const parts = ['year', 'month', 'day'].map((part) => plain(first(posted, `${field}-${part}`)));
  const whole = first(posted, field).trim() || (parts.filter(Boolean).length === 1 ? (parts.find(Boolean) ?? '') : '');
  if (whole !== '') return read(whole, parseDay, DATE_MESSAGE);
  const [year = '', month = '', date = ''] = parts;
  if (`${year}${month}${date}` === '') return NOTHING;
  if (year === '' || month === '' || date === '') return unreadable('年・月・日をすべて入力してください。');
  const numbers = [year.replace(/年$/, ''), month.replace(/月$/, ''), date.replace(/日$/, '')];
  const western = numbers.every((each) => /^\d+$/.test(each)) && /^\d{4}$/.test(numbers[0] ?? '');
  const day = western ? dayOf(Number(numbers[0]), Number(numbers[1]), Number(numbers[2])) : parseDay(numbers.join('-'));
  return day === undefined ? unreadable(DATE_MESSAGE) : typed(day);
}

const DATE_MESSAGE = '日付を入力してください（例：令和9年4月1日、2027/4/1）。';

function readCodes(question: Extract<Question, { kind: 'choices' | 'rank' | 'file' }>, posted: Posted): Candidate {
  const codes = (posted[question.id] ?? []).map((each) => each.trim()).filter(Boolean);
  if (codes.length === 0) return NOTHING;
  if (question.kind !== 'choices') return { typed: true, value: codes };
  const known = question.choices.map((each) => each.code).filter((code) => codes.includes(code));
  return { typed: true, value: [...known, ...codes.filter((code) => !known.includes(code))] };
}

function readOther(id: string, field: string, posted: Posted): QuestionReading {
  const text = first(posted, field)
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim();
  if (text === '') return { values: {}, problems: [] };
  const parsed = otherSchema.safeParse(text);
  if (parsed.success) return { values: { [id]: parsed.data }, problems: [] };
  return { values: {}, problems: [{ field, message: `「その他の内容」${parsed.error.issues[0]?.message ?? ''}` }] };
}

function readTable(table: TableQuestion, posted: Posted): QuestionReading {
  const readings = rowIndexes(table.id, posted).map((index) => ({ index, ...readRow(table, index, posted) }));
  const filled = readings.filter(({ cells }) => Object.keys(cells).length > 0);
  const problems = readings.flatMap((reading) => reading.problems);
  if (filled.length === 0) return { values: {}, problems };
  const checked = check(table, { typed: true, value: filled.map(({ cells }) => cells) }, table.id, table.id);
  return {
    values: checked.values,
    problems: [...problems, ...checked.problems],
    rows: filled.map(({ index }) => index),
  };
}

function readRow(
  table: TableQuestion,
  index: number,
  posted: Posted,
): { readonly cells: Values; readonly problems: readonly Problem[] } {
  const readings = table.columns.flatMap((column) => {
    const field = `${table.id}.${index}.${column.id}`;
    const reading = check(column, readCell(column, field, posted), column.id, field);
    const other =
      column.kind === 'choice' && column.otherCode !== undefined && reading.values[column.id] === column.otherCode;
    return other ? [reading, readOther(otherId(column.id), otherId(field), posted)] : [reading];
  });
  const cells = Object.fromEntries(readings.flatMap((reading) => Object.entries(reading.values)));
  return { cells, problems: readings.flatMap((reading) => reading.problems) };
}

/** Row numbers posted for a table, in order, whatever numbers were left out. */
export function rowIndexes(table: string, posted: Posted): readonly number[] {
  const found = new Set<number>();
  for (const field of Object.keys(posted)) {
    const match = field.startsWith(`${table}.`) ? /^(\d{1,6})\./.exec(field.slice(table.length + 1)) : null;
    if (match !== null) found.add(Number(match[1]));
  }
  return [...found].sort((a, b) => a - b);
}

const first = (posted: Posted, field: string): string =>
  Object.hasOwn(posted, field) ? (posted[field]?.[0] ?? '') : '';

const typed = (value: string): Candidate => (value === '' ? NOTHING : { typed: true, value });

const unreadable = (message: string): Candidate => ({ typed: true, value: undefined, message });

function read(raw: string, reader: (text: string) => string | undefined, message: string): Candidate {
  if (raw.trim() === '') return NOTHING;
  const value = reader(raw);
  return value === undefined ? unreadable(message) : typed(value);
}
