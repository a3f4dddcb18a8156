import { otherId } from '#lib/core/survey/answer.ts';
import { shown } from '#lib/core/survey/applies.ts';
import { type Change, changes } from '#lib/core/survey/changes.ts';
import type { Choice, Column, Form, Question, Section, Values } from '#lib/core/survey/form.ts';
import { postedOf } from '#lib/core/survey/posted-of.ts';
import { reach } from '#lib/core/survey/reach.ts';
import { type Posted, readSection } from '#lib/core/survey/read-section.ts';
import { type Cell, type CellMark, cellAddress, type Workbook } from '#lib/core/survey/workbook.ts';
import { choiceText, HEADERS } from './questionnaire.ts';
import { dayOfSerial, momentOfSerial, timeOfSerial } from './serial.ts';
import { isOwnField } from './stamp.ts';

/** One cell that was read, by the place where people find it. */
export interface CellReading {
  /** シート3 C12; in CSV 12行目. */
  readonly place: string;
  readonly sheet: string;
  readonly field: string;
  readonly question: string;
  readonly typed: string;
  readonly state: 'read' | 'empty' | 'problem' | 'ignored' | 'unknown';
  readonly message?: string;
}

/** What a questionnaire holds, for a dry run and for applying. */
export interface QuestionnaireReading {
  /** All answers after applying: what the file does not hold stays as it was, cells that could not be read too. */
  readonly values: Values;
  readonly cells: readonly CellReading[];
  readonly problems: readonly CellReading[];
  readonly warnings: readonly { readonly place: string; readonly message: string }[];
  readonly changes: readonly Change[];
}

/** A cell of a questionnaire that holds an answer, by the id beside it. */
export interface FilledCell {
  readonly place: string;
  readonly sheet: string;
  readonly field: string;
  readonly cell: Cell;
  readonly mark?: CellMark;
}

type Found = FilledCell;

/** What is said of an odd cell; where its value cannot be trusted the answer stays as it was. */
const ODD: Readonly<Record<CellMark, string>> = {
  formula: '数式の計算結果を読み取りました。値が正しいか確かめてください。',
  'no-result': '計算されていない数式です。値を入力して、保存し直してください。',
  error: '数式などのエラーになっています。値を入力してください。',
  merged: '結合されたセルです。セルの結合を解除して、値を入力してください。',
};

/** Reads a questionnaire by the ids in its plain cells, whatever became of its styles, lists, widths, order and sheet names. */
export function readQuestionnaire(
  form: Form,
  workbook: Workbook,
  current: Values,
  today?: string,
): QuestionnaireReading {
  return readFilledCells(form, filledCells(workbook), current, today);
}

/** Reads the cells that were found in a questionnaire. */
export function readFilledCells(
  form: Form,
  found: readonly FilledCell[],
  current: Values,
  today?: string,
): QuestionnaireReading {
  const places = new Map(found.map((each) => [each.field, each]));
  const states = new Map<Found, Pick<CellReading, 'state' | 'message'>>();
  const labels = new Map<string, string>();
  const problem = (at: Found, message: string): void => void states.set(at, { state: 'problem', message });
  for (const each of found) {
    if (each.mark !== undefined && each.mark !== 'formula') problem(each, ODD[each.mark]);
    if (places.get(each.field) !== each)
      problem(each, `項目ID「${each.field}」が2か所にあります。1か所だけにしてください。`);
  }

  const posted = Object.assign(
    {},
    ...form.sections.flatMap(({ questions }) =>
      questions.map((question) => fieldsOf(question, places, current, labels, problem)),
    ),
  ) as Posted;
  const everything = Object.assign(
    {},
    ...form.sections.map((section) => readSection(unconditional(section), posted, {}).values),
  ) as Values;
  const readings = form.sections.map((section) => readSection(section, posted, everything, today));
  const told = new Map(readings.flatMap(({ problems }) => problems).map(({ field, message }) => [field, message]));

  const failed = new Set<string>();
  for (const question of form.sections.flatMap(({ questions }) => questions)) {
    for (const [field, message] of told) {
      if (!belongs(field, question)) continue;
      failed.add(question.id);
      const at = places.get(field) ?? found.find((each) => belongs(each.field, question));
      if (at !== undefined) problem(at, message);
    }
    if (found.some((each) => belongs(each.field, question) && states.get(each)?.state === 'problem'))
      failed.add(question.id);
  }

  const read = Object.assign({}, ...readings.map(({ values }) => values)) as Values;
  const owner = (id: string): string => (id.endsWith('-other') ? id.slice(0, -6) : id);
  const kept = [
    ...Object.entries(read).filter(([id]) => !failed.has(owner(id))),
    ...Object.entries(current).filter(([id]) => failed.has(owner(id))),
  ];
  const values = shown(form, Object.fromEntries(kept), today);
  const reached = reach(form.sections, values, today);
  const hidden = (field: string): boolean =>
    form.sections.some(({ questions }) =>
      questions.some((question) => belongs(field, question) && !reached.question(question.id)),
    );
  const cells = found.map((each): CellReading => {
    const { place, sheet, field } = each;
    const typed = each.cell === null ? '' : String(each.cell);
    const base = { place, sheet, field, typed, question: labels.get(field) ?? '' };
    const state = states.get(each);
    if (state !== undefined) return { ...base, ...state };
    if (!labels.has(field)) return { ...base, state: 'unknown', message: `項目ID「${field}」はこの調査にありません。` };
    if (typed === '') return { ...base, state: 'empty' };
    return hidden(field)
      ? { ...base, state: 'ignored', message: 'ほかの回答により対象外のため、取り込みません。' }
      : { ...base, state: 'read', ...(each.mark === undefined ? {} : { message: ODD[each.mark] }) };
  });
  const warnings = readings
    .flatMap((reading) => reading.warnings)
    .map(({ field, message }) => ({ place: places.get(field)?.place ?? '', message }));
  return {
    values,
    cells,
    problems: cells.filter(({ state }) => state === 'problem'),
    warnings,
    changes: changes(form, current, values, today),
  };
}

/** A section in which everything is asked, for reading all answers before any condition is judged. */
function unconditional({ when: _, ...section }: Section): Section {
  return { ...section, questions: section.questions.map(asked) };
}

function asked(question: Question): Question {
  const { when: _, constraint: __, ...rest } = question;
  const open = 'choiceFilter' in rest ? (({ choiceFilter: ___, ...kept }) => kept)(rest) : rest;
  return (open.kind === 'table' ? { ...open, columns: open.columns.map((column) => asked(column)) } : open) as Question;
}

/** Whether a field (`q`, `q-other`, `q=code`, `q.0.column`) is one of a question's. */
export const belongs = (field: string, question: Question): boolean =>
  field === question.id ||
  field === otherId(question.id) ||
  (question.kind === 'table' && field.startsWith(`${question.id}.`)) ||
  ((question.kind === 'choices' || question.kind === 'rank') && field.startsWith(`${question.id}=`));

/** The cells of a questionnaire that hold answers, found by its headers and ids. */
export function filledCells(workbook: Workbook): readonly FilledCell[] {
  return workbook.sheets.flatMap(({ name, rows, marks }, sheet) => {
    const header = rows.slice(0, 10).findIndex((row) => row.includes(HEADERS[0]) && row.includes(HEADERS[2]));
    const [fields, answers] =
      header < 0 ? [-1, -1] : [rows[header]?.indexOf(HEADERS[0]) ?? -1, rows[header]?.indexOf(HEADERS[2]) ?? -1];
    return rows.slice(header + 1).flatMap((row, at): readonly Found[] => {
      const field = header < 0 ? '' : String(row[fields] ?? '').trim();
      if (field === '' || isOwnField(field)) return [];
      const address = cellAddress(header + 1 + at, answers);
      const place = workbook.csv ? `${header + 2 + at}行目` : `シート${sheet + 1} ${address}`;
      const mark = marks?.get(address);
      return [{ place, sheet: name, field, cell: row[answers] ?? null, ...(mark === undefined ? {} : { mark }) }];
    });
  });
}

type Places = ReadonlyMap<string, Found>;

function fieldsOf(
  question: Question,
  places: Places,
  current: Values,
  labels: Map<string, string>,
  problem: (at: Found, message: string) => void,
): Posted {
  const mine = [...places.values()].filter(({ field }) => belongs(field, question));
  if (mine.length === 0 || question.kind === 'file') return postedOf(question, current);
  const take = (field: string, label: string, column?: Column): Posted => {
    const found = places.get(field);
    if (found === undefined) return {};
    labels.set(field, label);
    return { [field]: [column === undefined ? raw(found.cell) : textOf(column, found.cell)] };
  };
  switch (question.kind) {
    case 'note':
    case 'calculate':
      return {};
    case 'choices':
    case 'rank': {
      const chosen = question.choices.flatMap((choice) => {
        const field = `${question.id}=${choice.code}`;
        const found = places.get(field);
        if (found === undefined) return [];
        labels.set(field, `${question.label}：${choice.label}`);
        return placeOf(question.kind, found, choice, problem);
      });
      const tied =
        question.kind === 'rank'
          ? chosen.find((each, at) => chosen.findIndex(({ place }) => place === each.place) !== at)
          : undefined;
      const tiedAt = tied === undefined ? undefined : places.get(`${question.id}=${tied.code}`);
      if (tiedAt !== undefined) problem(tiedAt, '同じ順位が2つあります。順位を分けてください。');
      const codes = chosen.sort((a, b) => a.place - b.place).map(({ code }) => code);
      return { [question.id]: codes, ...take(otherId(question.id), `${question.label}：その他の内容`) };
    }
    case 'table':
      return Object.assign(
        {},
        ...mine.map(({ field }) => {
          const [, row = '', id = ''] = /^(\d{1,4})\.(.+)$/.exec(field.slice(question.id.length + 1)) ?? [];
          const column = question.columns.find(
            (each) => each.id === id || (each.kind === 'choice' && otherId(each.id) === id),
          );
          return column === undefined
            ? {}
            : take(
                field,
                `${question.label} ${Number(row) + 1}行目：${column.label}`,
                column.id === id ? column : undefined,
              );
        }),
      );
    default:
      return {
        ...take(question.id, question.label, question),
        ...take(otherId(question.id), `${question.label}：その他の内容`),
      };
  }
}

function placeOf(
  kind: 'choices' | 'rank',
  found: Found,
  { code }: Choice,
  problem: (at: Found, message: string) => void,
): readonly { readonly code: string; readonly place: number }[] {
  const text = raw(found.cell).normalize('NFKC').trim();
  if (text === '') return [];
  if (kind === 'rank') {
    if (/^\d{1,3}位?$/.test(text)) return [{ code, place: Number.parseInt(text, 10) }];
    problem(found, '順位を数字で入力してください（例：1）。');
    return [];
  }
  if (/^(○|〇|◯|●|◎|レ|✓|✔|☑|v|1|はい|true|yes)$/i.test(text)) return [{ code, place: 0 }];
  if (!/^(×|✕|-|ー|0|いいえ|false|no)$/i.test(text))
    problem(found, 'あてはまるときは「○」を、あてはまらないときは空欄にしてください。');
  return [];
}

const raw = (cell: Cell): string => (cell === null ? '' : String(cell));

/** A cell as a person would have typed it: a label as its code, a date serial as a day. */
function textOf(question: Column, cell: Cell): string {
  const text = raw(cell);
  switch (question.kind) {
    case 'choice': {
      const plain = text.trim();
      const { choices } = question;
      const choice =
        choices.find((each) => choiceText(choices, each) === text || choiceText(choices, each).trim() === plain) ??
        choices.find((each) => each.code === plain) ??
        choices.find((each) => each.label.trim() === plain);
      return choice?.code ?? plain;
    }
    case 'date':
      return typeof cell === 'number' ? (dayOfSerial(cell) ?? text) : text.replace(/T00:00$/, '');
    case 'time':
      return typeof cell === 'number' && cell < 1 ? timeOfSerial(cell) : text;
    case 'date-time':
      return typeof cell === 'number'
        ? (momentOfSerial(cell) ?? text)
        : /^\d{4}-\d{2}-\d{2}$/.test(text)
          ? `${text}T00:00`
          : text;
    case 'text':
    case 'long-text':
    case 'integer':
    case 'decimal':
    case 'range':
      return text;
  }
}
