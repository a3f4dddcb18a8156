import type { Expression } from '../expression/expression.ts';
import type { Column, Question, Section, TableQuestion } from '../form.ts';
import type { Grid, GridRow, XlsFormNote } from './grid.ts';
import type { ChoiceLists } from './import-choices.ts';
import { expression, importQuestion, type Reading } from './import-question.ts';
import { OWN } from './own-columns.ts';
import { type RowType, rowTypeOf } from './row-type.ts';
import { type Languages, translated, worded } from './wording.ts';

/** A question with the row it came from and the expressions that show it: its own and those of the groups around it. */
export interface Placed {
  readonly question: Question;
  readonly row: number;
  readonly when: readonly Expression[];
  /** Expressions of a table's columns by column id. */
  readonly columns?: ReadonlyMap<string, Expression>;
}

/** A section with its questions, before conditions are put in plain words. */
export interface PlacedSection {
  readonly section: Omit<Section, 'questions' | 'when'>;
  readonly row: number;
  readonly when: readonly Expression[];
  readonly questions: Placed[];
  readonly implicit: boolean;
}

export interface Ears {
  readonly problem: (note: XlsFormNote) => void;
  readonly notice: (note: XlsFormNote) => void;
}

interface Frame {
  readonly what: 'group' | 'repeat';
  readonly row: GridRow;
  readonly when: readonly Expression[];
  readonly table?: { readonly columns: Column[]; readonly when: Map<string, Expression> };
}

/** Walks the survey sheet: groups at the top become sections, groups inside them headings, repeats tables. */
export function importSurvey(
  grid: Grid,
  languages: Languages,
  lists: ChoiceLists,
  ears: Ears,
): readonly PlacedSection[] {
  const sections: PlacedSection[] = [];
  const stack: Frame[] = [];
  for (const row of grid.rows) {
    const told = (tell: (note: XlsFormNote) => void) => (column: string, message: string) =>
      tell({ sheet: grid.name, row: row.row, column, message });
    const reading: Reading = { languages, lists, problem: told(ears.problem), notice: told(ears.notice) };
    const type = rowTypeOf(row.cells.type ?? '');
    if (row.cells.type === undefined) reading.problem('type', 'type を入力してください。');
    else if (type.kind === 'unsupported') reading.problem('type', `質問の種類「${row.cells.type}」は使えません。`);
    else if (type.kind === 'metadata')
      reading.notice('type', `「${row.cells.type}」は端末の情報のため、記録しません。`);
    else if (type.kind === 'end') leave(type.what, stack, sections, reading);
    else if (!nameIsFit(row.cells.name))
      reading.problem(
        'name',
        `name「${row.cells.name ?? ''}」は、英字などの文字か _ で始まる、空白や「.」のない名前にしてください。`,
      );
    else {
      for (const column of LOST)
        if (row.cells[column] !== undefined) reading.problem(column, `${column} は使えません。`);
      otherColumns(row, type, reading);
      if (type.kind === 'begin') enter(type.what, row, stack, sections, reading);
      else place(row, type, stack, sections, reading);
    }
  }
  for (const { row, what } of stack)
    ears.problem({
      sheet: grid.name,
      row: row.row,
      column: 'type',
      message: `begin ${what} に対応する end ${what} がありません。`,
    });
  return sections;
}

/** Columns whose loss would change what is asked. */
const LOST = ['trigger', 'media::image', 'media::audio', 'media::video', 'save_to', 'query'];

const USED =
  /^(type|name|label|hint|guidance_hint|required|required_message|readonly|relevant|constraint|constraint_message|default|calculation|choice_filter|parameters|repeat_count|renkei_.*)(::.*)?$/;

function otherColumns(row: GridRow, type: RowType, { problem, notice }: Reading): void {
  for (const column of Object.keys(row.cells)) {
    if (USED.test(column) || LOST.includes(column)) continue;
    if (column === 'appearance') {
      if (!/^multiline$/.test(row.cells.appearance ?? ''))
        notice('appearance', '見た目の指定（appearance）は、この画面の決まった見た目になります。');
    } else notice(column, `列「${column}」は使いません。`);
  }
  if (row.cells.calculation !== undefined && !(type.kind === 'plain' && type.what === 'calculate'))
    problem('calculation', 'calculation は calculate の行でだけ使えます。');
  if (row.cells.choice_filter !== undefined && type.kind !== 'select')
    problem('choice_filter', 'choice_filter は選択の質問でだけ使えます。');
  if (row.cells.repeat_count !== undefined && !(type.kind === 'begin' && type.what === 'repeat'))
    problem('repeat_count', 'repeat_count は begin repeat の行でだけ使えます。');
  if (row.cells.parameters !== undefined && !(type.kind === 'plain' && type.what === 'range'))
    notice('parameters', 'parameters は使いません。');
  for (const [column, text] of Object.entries(row.cells))
    if (/^(label|hint)/.test(column) && text.includes('$\u007b'))
      notice(column, `文中の $\{…} への回答の差し込みは行わず、そのまま表示します。`);
}

const nameIsFit = (name: string | undefined): boolean =>
  name !== undefined && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) && name.length <= 100 && name !== '__proto__';

function enter(
  what: 'group' | 'repeat',
  row: GridRow,
  stack: Frame[],
  sections: PlacedSection[],
  reading: Reading,
): void {
  const own = expression(row, 'relevant', reading);
  const inside = stack.at(-1);
  const when = own === undefined ? (inside?.when ?? []) : [...(inside?.when ?? []), own];
  if (what === 'repeat') {
    if (stack.some((frame) => frame.table !== undefined))
      reading.problem('type', '繰り返しの中の繰り返しは使えません。');
    stack.push({ what, row, when, table: { columns: [], when: new Map() } });
    return;
  }
  const table = inside?.table;
  if (table !== undefined && own !== undefined)
    reading.problem('relevant', '繰り返しの中の group に条件（relevant）は使えません。中の質問に書いてください。');
  if (stack.length === 0) {
    sections.push({
      section: sectionOf(row, reading.languages),
      row: row.row,
      when: own === undefined ? [] : [own],
      questions: [],
      implicit: false,
    });
    stack.push({ what, row, when: [] });
    return;
  }
  const label = worded(row, 'label', reading.languages);
  if (table === undefined && label !== undefined) {
    const heading: Question = {
      kind: 'note',
      id: row.cells.name ?? '',
      label,
      heading: true,
      ...translated(row, reading.languages),
    };
    current(sections)?.questions.push({ question: heading, row: row.row, when });
  }
  stack.push({ what, row, when, ...(table === undefined ? {} : { table }) });
}

function sectionOf(row: GridRow, languages: Languages): PlacedSection['section'] {
  const { name = '', [OWN.minutes]: minutes = '', [OWN.lead]: lead } = row.cells;
  return {
    id: name,
    title: worded(row, 'label', languages) ?? name,
    ...(lead === undefined ? {} : { lead }),
    minutes: /^\d{1,3}$/.test(minutes) ? Number(minutes) : 0,
    ...translated(row, languages),
  };
}

function leave(what: 'group' | 'repeat', stack: Frame[], sections: PlacedSection[], reading: Reading): void {
  const frame = stack.pop();
  if (frame === undefined || frame.what !== what) {
    reading.problem('type', `end ${what} に対応する begin ${what} がありません。`);
    if (frame !== undefined) stack.push(frame);
    return;
  }
  if (what === 'repeat' && frame.table !== undefined) {
    const table = tableOf(frame.row, frame.table.columns, reading);
    if (table !== undefined)
      openSection(stack, sections).questions.push({
        question: table,
        row: frame.row.row,
        when: frame.when,
        columns: frame.table.when,
      });
  }
}

function tableOf(row: GridRow, columns: readonly Column[], { languages, problem }: Reading): TableQuestion | undefined {
  if (columns.length === 0) {
    problem('type', '繰り返しの中に、表にできる質問がありません。');
    return undefined;
  }
  const { cells } = row;
  const count = cells.repeat_count;
  if (count !== undefined && !/^\d{1,3}$/.test(count))
    problem('repeat_count', 'repeat_count は数字で書いてください。式は使えません。');
  const [fewest, most] = [OWN.minRows, OWN.maxRows].map((column) =>
    /^\d{1,3}$/.test(cells[column] ?? '') ? Number(cells[column]) : undefined,
  );
  const fixed = /^\d{1,3}$/.test(count ?? '') ? Number(count) : undefined;
  const label = worded(row, 'label', languages) ?? cells.name ?? '';
  const help = worded(row, 'hint', languages);
  return {
    kind: 'table',
    id: cells.name ?? '',
    label,
    ...(help === undefined ? {} : { help }),
    ...(/^(yes|true|1)/i.test(cells.required ?? '') ? { required: true } : {}),
    ...translated(row, languages),
    rowLabel: cells[OWN.rowLabel] ?? label,
    columns,
    minRows: fewest ?? fixed ?? 0,
    maxRows: Math.max(1, most ?? fixed ?? 50),
  };
}

function place(
  row: GridRow,
  type: Extract<RowType, { kind: 'select' | 'plain' }>,
  stack: Frame[],
  sections: PlacedSection[],
  reading: Reading,
): void {
  const question = importQuestion(row, type, reading);
  const own = expression(row, 'relevant', reading);
  if (question === undefined) return;
  const frame = stack.at(-1);
  if (frame?.table === undefined) {
    const when = [...(frame?.when ?? []), ...(own === undefined ? [] : [own])];
    openSection(stack, sections).questions.push({ question, row: row.row, when });
    return;
  }
  if (!isColumn(question)) {
    reading.problem('type', `繰り返し（表）の中では「${row.cells.type ?? ''}」は使えません。表の外に出してください。`);
    return;
  }
  frame.table.columns.push(question);
  if (own !== undefined) frame.table.when.set(question.id, own);
}

const isColumn = (question: Question): question is Column =>
  !['choices', 'rank', 'file', 'note', 'calculate', 'table'].includes(question.kind);

const current = (sections: readonly PlacedSection[]): PlacedSection | undefined => sections.at(-1);

/** The section that takes what stands here; questions outside every group get one of their own. */
function openSection(stack: readonly Frame[], sections: PlacedSection[]): PlacedSection {
  const last = current(sections);
  const root = stack.length === 0 || stack[0]?.what === 'repeat';
  if (last !== undefined && (!root || last.implicit)) return last;
  const made: PlacedSection = {
    section: { id: `section-${sections.length + 1}`, title: '', minutes: 0 },
    row: 0,
    when: [],
    questions: [],
    implicit: true,
  };
  sections.push(made);
  return made;
}
