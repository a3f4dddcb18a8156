import { answerTo, cellOf, codesOf, hasCode, otherId, rowsOf } from '#lib/core/survey/answer.ts';
import { grouped } from '#lib/core/survey/display.ts';
import { filesIn, fileWords } from '#lib/core/survey/file-answer.ts';
import type { Choice, Column, Form, Question, Section, TableQuestion, Value, Values } from '#lib/core/survey/form.ts';
import { type Cell, columnName } from '#lib/core/survey/workbook.ts';
import { type Stamp, stampRows } from './stamp.ts';
import { type SheetToWrite, sheetNames } from './write-xlsx.ts';
import type { CellList } from './xlsx-xml.ts';

/** Headers of a questionnaire's sheets; the reader finds its columns by them. */
export const HEADERS = ['項目ID', '質問', '回答', '選択肢', '単位', '備考'] as const;

/** The sheet that holds the choices' codes and labels. */
export const CODE_SHEET = 'コード';

/** The sheet that says whose questionnaire it is. */
const STAMP_SHEET = 'ファイル情報';

/** What marks a chosen box. */
export const MARK = '○';

interface Line {
  readonly field: string;
  readonly label: string;
  readonly answer: Cell;
  readonly choices?: string;
  readonly unit?: string;
  readonly note?: string;
  /** Id of the question whose labels the answer may be picked from. */
  readonly list?: string;
}

/** A questionnaire as a workbook, filled with the answers so far: one sheet a section, the codes, then its stamp. It needs neither macros nor formulas. */
export function questionnaire(form: Form, values: Values, stamp?: Stamp): readonly SheetToWrite[] {
  const codes = codeTable(form);
  const names = sheetNames([...form.sections.map(({ title }, at) => `${at + 1} ${title}`), CODE_SHEET, STAMP_SHEET]);
  const sheets = form.sections.map((section, at) => sectionSheet(section, names[at] ?? '', values, codes.ranges));
  const own: SheetToWrite = {
    name: STAMP_SHEET,
    rows: [HEADERS.slice(0, 3), ...(stamp === undefined ? [] : stampRows(stamp))],
    widths: [22, 48, 60],
    frozen: true,
  };
  return [
    ...sheets,
    { name: CODE_SHEET, rows: codes.rows, widths: [28, 16, 48], frozen: true },
    ...(stamp === undefined ? [] : [own]),
  ];
}

/** The same questionnaire as one table, for CSV: what it asks section by section, then its stamp. */
export function questionnaireRows(form: Form, values: Values, stamp: Stamp): readonly (readonly Cell[])[] {
  const lines = form.sections.flatMap((section) => section.questions.flatMap((question) => linesOf(question, values)));
  return [HEADERS, ...lines.map(rowOf), ...stampRows(stamp)];
}

/** How a choice is written in a cell: its label, or code and label where two choices are labelled alike. */
export function choiceText(choices: readonly Choice[], choice: Choice): string {
  const alike = choices.some(
    (other) => other !== choice && (other.label === choice.label || other.code === choice.label),
  );
  return alike || choice.label.trim() !== choice.label || choice.label === ''
    ? `${choice.code}｜${choice.label}`
    : choice.label;
}

function codeTable(form: Form): {
  readonly rows: readonly (readonly Cell[])[];
  readonly ranges: ReadonlyMap<string, string>;
} {
  const rows: Cell[][] = [
    ['項目ID', 'コード', '選択肢'],
    ['', MARK, MARK],
  ];
  const ranges = new Map<string, string>([[MARK, `'${CODE_SHEET}'!$C$2:$C$2`]]);
  for (const question of form.sections.flatMap(({ questions }) => questions)) {
    for (const each of question.kind === 'table' ? question.columns : [question]) {
      if (each.kind !== 'choice') continue;
      const id = question.kind === 'table' ? `${question.id}.${each.id}` : each.id;
      const from = rows.length + 1;
      rows.push(...each.choices.map((choice) => [id, choice.code, choiceText(each.choices, choice)]));
      ranges.set(id, `'${CODE_SHEET}'!$C$${from}:$C$${rows.length}`);
    }
  }
  return { rows, ranges };
}

function sectionSheet(
  section: Section,
  name: string,
  values: Values,
  ranges: ReadonlyMap<string, string>,
): SheetToWrite {
  const lines = section.questions.flatMap((question) => linesOf(question, values));
  const lists = lines.flatMap(({ list }, at): readonly CellList[] => {
    const range = list === undefined ? undefined : ranges.get(list);
    return range === undefined ? [] : [{ cell: `${columnName(2)}${at + 2}`, range }];
  });
  return {
    name,
    rows: [HEADERS, ...lines.map(rowOf)],
    looks: ['faint', 'wrapped', 'answer', 'faint', 'plain', 'faint'],
    widths: [22, 42, 48, 36, 10, 40],
    frozen: true,
    lists,
  };
}

const rowOf = ({ field, label, answer, choices = '', unit = '', note = '' }: Line): readonly Cell[] => [
  field,
  label,
  answer,
  choices,
  unit,
  note,
];

function linesOf(question: Question, values: Values): readonly Line[] {
  const value = answerTo(values, question.id);
  const detail = answerTo(values, otherId(question.id));
  const note = noteOf(question);
  const label = question.label;
  switch (question.kind) {
    case 'note':
      return [{ field: '', label, answer: null }];
    case 'calculate':
      return [];
    case 'file':
      return [
        {
          field: '',
          label,
          answer: null,
          note: `${filesIn(codesOf(value)).map(fileWords).join('、') || 'ファイルはまだありません'}。ファイルは画面で添えてください。`,
        },
      ];
    case 'choices':
      return [
        ...question.choices.map((choice) => ({
          field: `${question.id}=${choice.code}`,
          label: `${label}：${choice.label}`,
          answer: hasCode(value, choice.code) ? MARK : null,
          choices: `あてはまれば ${MARK}`,
          note,
          list: MARK,
        })),
        ...(question.otherCode === undefined
          ? []
          : [
              {
                field: otherId(question.id),
                label: `${label}：その他の内容`,
                answer: typeof detail === 'string' ? detail : null,
                note,
              },
            ]),
      ];
    case 'rank':
      return question.choices.map((choice) => {
        const place = codesOf(value).indexOf(choice.code);
        return {
          field: `${question.id}=${choice.code}`,
          label: `${label}：${choice.label}`,
          answer: place < 0 ? null : place + 1,
          choices: `1から${question.choices.length}の順位`,
          note,
        };
      });
    case 'table':
      return tableLines(question, value, note);
    default:
      return cellLines(question, question.id, question.id, label, value, detail, note);
  }
}

function tableLines(table: TableQuestion, value: Value | undefined, note: string): readonly Line[] {
  const rows = rowsOf(value);
  const count = Math.min(table.maxRows, Math.max(rows.length + 3, table.minRows));
  return Array.from({ length: count }, (_, at) => at).flatMap((at) =>
    table.columns.flatMap((column) => {
      const row = rows[at] ?? {};
      const label = `${table.label} ${at + 1}行目：${column.label}`;
      return cellLines(
        column,
        `${table.id}.${at}.${column.id}`,
        `${table.id}.${column.id}`,
        label,
        cellOf(row, column.id),
        cellOf(row, otherId(column.id)),
        at === 0 ? note : '',
      );
    }),
  );
}

function cellLines(
  question: Column,
  field: string,
  list: string,
  label: string,
  value: Value | undefined,
  detail: Value | undefined,
  note: string,
): readonly Line[] {
  const line = { field, label, note, ...('unit' in question ? { unit: question.unit } : {}) };
  if (question.kind !== 'choice')
    return [
      {
        ...line,
        answer: value === undefined ? null : question.kind === 'integer' ? Number(value) : String(value),
        choices: expected(question),
      },
    ];
  const choice = question.choices.find(({ code }) => code === value);
  const own = {
    ...line,
    answer: choice === undefined ? null : choiceText(question.choices, choice),
    choices: choicesText(question.choices),
    list,
  };
  if (question.otherCode === undefined) return [own];
  return [
    own,
    { field: otherId(field), label: `${label}：その他の内容`, answer: typeof detail === 'string' ? detail : null },
  ];
}

const choicesText = (choices: readonly Choice[]): string => {
  const text = choices.map((choice) => choiceText(choices, choice)).join(' ／ ');
  return text.length > 300 ? `「${CODE_SHEET}」シートの選択肢から選んでください。` : text;
};

function expected(question: Exclude<Column, { kind: 'choice' }>): string {
  switch (question.kind) {
    case 'integer':
    case 'decimal':
      return `${grouped(String(question.min))}から${grouped(String(question.max))}`;
    case 'range':
      return `${question.start}から${question.end}（${question.step}きざみ）`;
    case 'date':
      return '例：令和9年4月1日';
    case 'time':
      return '例：14:03';
    case 'date-time':
      return '例：令和9年4月1日 14:03';
    case 'text':
    case 'long-text':
      return `${question.maxLength.toLocaleString('en')}文字まで`;
  }
}

function noteOf({ required, when, help }: Question): string {
  return [required === true ? '必須' : '', when === undefined ? '' : 'あてはまる場合だけお答えください。', help ?? '']
    .filter(Boolean)
    .join(' ');
}
