import type { AnswerState } from '#lib/core/rounds/answer.ts';
import { answerTo, codesOf, hasCode, otherId, rowsOf } from '#lib/core/survey/answer.ts';
import { display, UNANSWERED } from '#lib/core/survey/display.ts';
import { filesIn, fileWords } from '#lib/core/survey/file-answer.ts';
import type { Column, Form, Question, Row, Value, Values } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';
import type { Cell } from '#lib/core/survey/workbook.ts';
import { type AnswerChannel, definitionSheets } from './export-definitions.ts';
import type { SheetToWrite } from './write-xlsx.ts';

/** One organisation's answer in an export. */
export interface ExportRecord {
  readonly round: string;
  readonly organisation: string;
  readonly name: string;
  /** 都道府県コード (JIS X 0401, two digits) and full name. */
  readonly prefectureCode: string;
  readonly prefecture: string;
  readonly state: AnswerState;
  readonly values: Values;
  /** Number of the revision that the values are of; 0 where nothing was submitted. */
  readonly revision: number;
  /** What of it was heard by telephone; absent where nothing was. */
  readonly heard?: Heard | undefined;
}

/** What of a revision the prefecture entered by telephone: these sections, and whether it submitted the whole. */
export interface Heard {
  readonly submitted: boolean;
  readonly sections: readonly string[];
}

/** When the answers were taken (JST day), and what changed since the last export of the same form. */
export interface ExportNote {
  readonly asOf: string;
  readonly history?: readonly { readonly date: string; readonly change: string }[];
}

/** Columns that name the organisation of a row, in every shape. */
export const IDENTITY = [
  'round_id',
  'organisation_code',
  'organisation_name',
  'prefecture_code',
  'prefecture_name',
  'answer_state',
  'answer_channel',
] as const;

export const LONG_HEADER = [
  ...IDENTITY,
  'section_id',
  'question_id',
  'row_number',
  'column_id',
  'status',
  'number_value',
  'text_value',
] as const;

/** Long format (縦持ち): one datum a row; then codes, definitions and history on sheets of their own. */
export function longExport(form: Form, records: readonly ExportRecord[], note: ExportNote): readonly SheetToWrite[] {
  return [
    { name: 'data', rows: { [Symbol.iterator]: () => longRows(form, records) } },
    ...definitionSheets(form, note, LONG_HEADER, []),
  ];
}

/** Rows of the long format with their header, also for CSV. */
export function* longRows(form: Form, records: readonly ExportRecord[]): Generator<readonly Cell[]> {
  yield LONG_HEADER;
  for (const record of records) {
    const reached = reach(form.sections, record.values);
    for (const section of form.sections) {
      const identity = identityOf(record, channelOf(record, section.id));
      for (const question of section.questions) {
        if (question.kind === 'note' || question.kind === 'calculate') continue;
        for (const datum of dataOf(question, reached.own, reached.question(question.id)))
          yield [...identity, section.id, ...datum];
      }
    }
  }
}

type Datum = readonly [
  question: string,
  row: number | null,
  column: string | null,
  status: string,
  number: Cell,
  text: Cell,
];

function dataOf(question: Question, values: Values, asked: boolean): readonly Datum[] {
  const value = answerTo(values, question.id);
  if (value === undefined) return [[question.id, null, null, asked ? 'unanswered' : 'not_applicable', null, null]];
  const detail = answerTo(values, otherId(question.id));
  const other: readonly Datum[] = typeof detail !== 'string' ? [] : [datum(otherId(question.id), null, null, detail)];
  if (question.kind === 'table')
    return rowsOf(value).flatMap((row, at) =>
      Object.entries(row).map(([id, cell]) =>
        datum(
          question.id,
          at + 1,
          id,
          cell,
          question.columns.find((each) => each.id === id),
        ),
      ),
    );
  if (typeof value === 'object')
    return [
      ...(question.kind === 'file' ? filesIn(codesOf(value)).map(fileWords) : codesOf(value)).map((text, at) =>
        datum(question.id, at + 1, null, text),
      ),
      ...other,
    ];
  return [datum(question.id, null, null, value, question), ...other];
}

function datum(
  question: string,
  row: number | null,
  column: string | null,
  value: string | number,
  kind?: Question,
): Datum {
  const number = numberOf(value, kind);
  return [question, row, column, 'answered', number, number === null ? line(String(value)) : null];
}

/** Numbers as numbers; a decimal with more digits than a spreadsheet keeps stays text. */
function numberOf(value: string | number, kind: Question | undefined): number | null {
  if (typeof value === 'number') return value;
  const numeric = kind?.kind === 'decimal' || kind?.kind === 'range';
  return numeric && value.replace(/\D/g, '').length <= 15 ? Number(value) : null;
}

/** A text on one line: line breaks and tabs become one space each. */
const line = (text: string): string => text.replace(/[\n\t]+/g, ' ').trim();

const identityOf = (record: ExportRecord, channel: AnswerChannel): readonly Cell[] => {
  const { round, organisation, name, prefectureCode, prefecture, state } = record;
  return [round, organisation, line(name), prefectureCode, prefecture, state, channel];
};

/** By which way an answer came, whole or one section of it. */
function channelOf({ revision, heard }: ExportRecord, section?: string): AnswerChannel {
  if (revision === 0) return 'none';
  if (!heard) return 'hospital';
  if (section !== undefined) return heard.sections.includes(section) ? 'telephone' : 'hospital';
  return heard.submitted ? 'telephone' : 'partly_telephone';
}

interface WideColumn {
  readonly id: string;
  readonly cell: (values: Values) => Cell;
}

/** Wide format: one organisation a row, one column for each datum; choices of several have a column of 0 and 1 each. */
export function wideExport(form: Form, records: readonly ExportRecord[], note: ExportNote): readonly SheetToWrite[] {
  const columns = wideColumns(form, records);
  const header = [...IDENTITY, ...columns.map(({ id }) => id)];
  return [
    { name: 'data', rows: { [Symbol.iterator]: () => wideRows(form, records, columns) } },
    ...definitionSheets(
      form,
      note,
      header,
      columns.map(({ id }) => id),
    ),
  ];
}

/** Rows of the wide format with their header, also for CSV. */
export function* wideRows(
  form: Form,
  records: readonly ExportRecord[],
  columns = wideColumns(form, records),
): Generator<readonly Cell[]> {
  yield [...IDENTITY, ...columns.map(({ id }) => id)];
  for (const record of records) {
    const { own } = reach(form.sections, record.values);
    yield [...identityOf(record, channelOf(record)), ...columns.map(({ cell }) => cell(own))];
  }
}

function wideColumns(form: Form, records: readonly ExportRecord[]): readonly WideColumn[] {
  return form.sections.flatMap(({ questions }) => questions.flatMap((question) => columnsOf(question, records)));
}

function columnsOf(question: Question, records: readonly ExportRecord[]): readonly WideColumn[] {
  const { id } = question;
  const own = (cell: (value: Value | undefined) => Cell): WideColumn => ({
    id,
    cell: (values) => cell(answerTo(values, id)),
  });
  const detail: readonly WideColumn[] =
    'otherCode' in question && question.otherCode !== undefined
      ? [{ id: otherId(id), cell: (values) => textCell(answerTo(values, otherId(id))) }]
      : [];
  switch (question.kind) {
    case 'note':
    case 'calculate':
      return [];
    case 'choices':
      return [
        ...question.choices.map(({ code }) => ({
          id: `${id}=${code}`,
          cell: (values: Values) =>
            answerTo(values, id) === undefined ? null : hasCode(answerTo(values, id), code) ? 1 : 0,
        })),
        ...detail,
      ];
    case 'rank':
      return question.choices.map(({ code }) => ({
        id: `${id}=${code}`,
        cell: (values: Values) =>
          answerTo(values, id) === undefined ? null : codesOf(answerTo(values, id)).indexOf(code) + 1,
      }));
    case 'file':
      return [own((value) => (value === undefined ? null : line(display(question, value))))];
    case 'table': {
      const most = Math.max(0, ...records.map(({ values }) => rowsOf(answerTo(values, id)).length));
      return Array.from({ length: most }, (_, at) => at).flatMap((at) =>
        question.columns.flatMap((column) => tableColumns(id, at, column)),
      );
    }
    default:
      return [
        own((value) =>
          value === undefined || typeof value === 'object' ? null : (numberOf(value, question) ?? line(String(value))),
        ),
        ...detail,
      ];
  }
}

function tableColumns(table: string, at: number, column: Column): readonly WideColumn[] {
  const cell = (id: string, kind?: Question): WideColumn => ({
    id: `${table}.${at + 1}.${id}`,
    cell: (values) => {
      const row: Row = rowsOf(answerTo(values, table))[at] ?? {};
      const value = Object.hasOwn(row, id) ? row[id] : undefined;
      return value === undefined ? null : (numberOf(value, kind) ?? line(String(value)));
    },
  });
  return column.kind === 'choice' && column.otherCode !== undefined
    ? [cell(column.id, column), cell(otherId(column.id))]
    : [cell(column.id, column)];
}

const textCell = (value: Value | undefined): Cell => (typeof value === 'string' ? line(value) : null);

/** Pretty shape, for reading and printing only: a sheet of section, question and answer for each organisation. */
export function prettyExport(form: Form, records: readonly ExportRecord[]): readonly SheetToWrite[] {
  return records.map(({ name, values, heard }) => {
    const reached = reach(form.sections, values);
    const rows = form.sections.flatMap((section) =>
      section.questions
        .filter((question) => question.kind !== 'note' && reached.question(question.id))
        .map((question) => [
          `${section.title}${heard?.sections.includes(section.id) ? '（電話で聞き取り）' : ''}`,
          question.label,
          cut(textOf(question, reached.own)),
        ]),
    );
    return {
      name,
      rows: [['項目', '質問', '回答'], ...rows],
      looks: ['faint', 'wrapped', 'wrapped'],
      widths: [24, 44, 70],
      frozen: true,
    };
  });
}

function textOf(question: Question, values: Values): string {
  const value = answerTo(values, question.id);
  return value === undefined ? UNANSWERED : display(question, value, answerTo(values, otherId(question.id)));
}

const cut = (text: string): string =>
  text.length > 32_000 ? `${text.slice(0, 32_000).toWellFormed()}…（続きは画面でご覧ください）` : text;
