import { checkForm, type FormFault } from '../check-form.ts';
import type { Expression } from '../expression/expression.ts';
import type { Column, Condition, Form, Question, Section } from '../form.ts';
import type { Workbook } from '../workbook.ts';
import { conditionOf, type Kinds } from './condition-expression.ts';
import { type Grid, type GridRow, gridOf, type XlsFormNote } from './grid.ts';
import { importChoices } from './import-choices.ts';
import { importSurvey, type Placed, type PlacedSection } from './import-survey.ts';
import { languagesOf } from './wording.ts';

/** Most questions of a form made by staff. */
export const MAX_QUESTIONS = 1000;

/** A form read from an XLSForm, or why it was not; notices say what has no effect here. */
export interface XlsFormImport {
  readonly form?: Form;
  readonly problems: readonly XlsFormNote[];
  readonly notices: readonly XlsFormNote[];
}

/** Reads an XLSForm (xlsform.org: the sheets survey, choices, settings) as a form. Nothing is left out without a word; with a problem there is no form. */
export function importXlsForm(workbook: Workbook): XlsFormImport {
  const problems: XlsFormNote[] = [];
  const notices: XlsFormNote[] = [];
  const ears = {
    problem: (note: XlsFormNote) => problems.push(note),
    notice: (note: XlsFormNote) => notices.push(note),
  };
  const survey = gridOf(workbook, 'survey');
  if (survey === undefined)
    return { problems: [{ sheet: 'survey', row: 1, message: 'survey という名前のシートがありません。' }], notices };
  for (const column of ['type', 'name'])
    if (!survey.columns.includes(column))
      problems.push({ sheet: survey.name, row: 1, column, message: `見出しの行に ${column} の列がありません。` });
  if (problems.length > 0) return { problems, notices };

  const [choices, settings] = [gridOf(workbook, 'choices'), gridOf(workbook, 'settings')];
  for (const { name, rows } of workbook.sheets) {
    const known = ['survey', 'choices', 'settings'].includes(name.trim().toLowerCase());
    if (!known && rows.length > 1) ears.notice({ sheet: name, row: 1, message: `シート「${name}」は使いません。` });
  }
  const set = readSettings(settings, ears.notice);
  const languages = languagesOf([survey, ...(choices === undefined ? [] : [choices])], set.language);
  const lists = importChoices(choices, languages, set.duplicates, ears.problem);
  const placed = importSurvey(survey, languages, lists, ears).filter(({ questions }) => questions.length > 0);
  const count = placed.reduce((sum, { questions }) => sum + questions.length, 0);
  if (count === 0 && problems.length === 0)
    problems.push({ sheet: survey.name, row: 2, message: '質問がありません。' });
  if (count > MAX_QUESTIONS)
    problems.push({ sheet: survey.name, row: 1, message: `質問は${MAX_QUESTIONS}問までにしてください。` });
  if (problems.length > 0) return { problems, notices };

  const form: Form = {
    id: set.id,
    version: set.version,
    title: set.title,
    prepare: [],
    ...(languages.main === undefined ? {} : { language: languages.main }),
    ...(languages.others.length === 0 ? {} : { languages: languages.others }),
    sections: sectionsOf(placed, set.title),
  };
  const faults = checkForm(form).map((fault) => noteOf(fault, survey, placed));
  return faults.length === 0 ? { form, problems, notices } : { problems: faults, notices };
}

interface Settings {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly language: string | undefined;
  readonly duplicates: boolean;
}

const SETTINGS = ['form_title', 'form_id', 'id_string', 'version', 'default_language', 'allow_choice_duplicates'];

function readSettings(grid: Grid | undefined, notice: (note: XlsFormNote) => void): Settings {
  const row = grid?.rows[0];
  const cells = row?.cells ?? {};
  const tell = (column: string, message: string): void =>
    notice({ sheet: grid?.name ?? 'settings', row: row?.row ?? 2, column, message });
  for (const column of Object.keys(cells))
    if (!SETTINGS.includes(column)) tell(column, `設定「${column}」は使いません。`);
  for (const extra of grid?.rows.slice(1) ?? [])
    notice({ sheet: grid?.name ?? 'settings', row: extra.row, message: '設定は2行目だけを使います。' });
  const version = /^\d{1,15}$/.test(cells.version ?? '1') ? Number(cells.version ?? 1) : 1;
  if (cells.version !== undefined && String(version) !== cells.version)
    tell('version', `版「${cells.version}」は数字ではないため、1とします。`);
  const title = cells.form_title ?? cells.form_id ?? cells.id_string ?? '調査';
  return {
    id: cells.form_id ?? cells.id_string ?? 'form',
    title,
    version,
    language: cells.default_language,
    duplicates: /^(yes|true)/i.test(cells.allow_choice_duplicates ?? ''),
  };
}

function sectionsOf(placed: readonly PlacedSection[], title: string): readonly Section[] {
  const all = placed.flatMap(({ questions }) => questions.map(({ question }) => question));
  const columns = all.flatMap((question) => (question.kind === 'table' ? question.columns : []));
  const kinds: Kinds = new Map([...columns, ...all].map(({ id, kind }) => [id, kind]));
  return placed.map(({ section, when, questions }) => ({
    ...section,
    title: section.title === '' ? title : section.title,
    minutes: section.minutes === 0 ? Math.max(1, Math.ceil(questions.length / 2)) : section.minutes,
    ...whenOf(when, kinds),
    questions: questions.map((each) => conditioned(each, kinds)),
  }));
}

function whenOf(expressions: readonly Expression[], kinds: Kinds): { readonly when?: Condition } {
  const [first, ...rest] = expressions
    .map((each) => conditionOf(each, kinds))
    .flatMap((each) => (expressions.length > 1 && 'all' in each ? each.all : [each]));
  if (first === undefined) return {};
  return { when: rest.length === 0 ? first : { all: [first, ...rest] } };
}

function conditioned({ question, when, columns }: Placed, kinds: Kinds): Question {
  const own = whenOf(when, kinds);
  if (question.kind !== 'table') return { ...question, ...own };
  const shown = question.columns.map((column): Column => {
    const rule = columns?.get(column.id);
    return rule === undefined ? column : { ...column, ...whenOf([rule], kinds) };
  });
  return { ...question, ...own, columns: shown };
}

const FAULTS: Readonly<Record<FormFault['kind'], (about: string) => string>> = {
  'duplicate-id': (about) => `name「${about}」が重なっています。`,
  'unknown-reference': (about) => `式の中の「${about}」という質問がありません。`,
  cycle: (about) => `条件や計算が互いを参照して、輪になっています（${about}）。どれかの式を直してください。`,
  'no-choices': () => '選択肢がありません。',
  'duplicate-code': (about) => `選択肢の name「${about}」が重なっています。`,
  'unknown-code': (about) => `選択肢に「${about}」がありません。`,
};

function noteOf(fault: FormFault, survey: Grid, placed: readonly PlacedSection[]): XlsFormNote {
  const named = (id: string): readonly GridRow[] =>
    survey.rows.filter(({ cells }) => cells.name === id && !/^end/i.test(cells.type ?? ''));
  const own = (fault.kind === 'duplicate-id' ? named(fault.id).at(-1) : named(fault.id)[0]) ?? {
    row: placed[0]?.row ?? 1,
  };
  const sheet = survey.name;
  switch (fault.kind) {
    case 'cycle': {
      const around = fault.ring.map(({ kind, id }) => {
        const from = named(id).find(({ cells }) => /^begin.group/i.test(cells.type ?? '') === (kind === 'section'));
        return { id, from };
      });
      const said = around.map(({ from }, at) => quoting(survey, from, (around[at + 1] ?? around[0])?.id ?? ''));
      const place = said.find((each) => each !== undefined) ?? { row: own.row, column: 'relevant' };
      const names = around.map(({ id, from }) => `${id}（${from?.row ?? own.row}行目）`);
      return { sheet, ...place, message: FAULTS.cycle([...names, fault.id].join(' → ')) };
    }
    case 'unknown-reference': {
      const place = quoting(survey, named(fault.id)[0], fault.about[0] ?? '') ?? { row: own.row, column: 'relevant' };
      return { sheet, ...place, message: FAULTS[fault.kind](fault.about.join('、')) };
    }
    default: {
      const column = fault.kind === 'duplicate-id' ? 'name' : 'type';
      return { sheet, row: own.row, column, message: FAULTS[fault.kind](fault.about.join('、')) };
    }
  }
}

/** The cell that makes a row look at a question: its own, or the condition of a group around it. */
function quoting(survey: Grid, from: GridRow | undefined, id: string): { row: number; column: string } | undefined {
  const quotes = (text: string | undefined): boolean => text?.replaceAll(/\s/g, '').includes(`$\{${id}}`) ?? false;
  const own = ['relevant', 'calculation', 'choice_filter', 'constraint'].find((column) => quotes(from?.cells[column]));
  if (from && own) return { row: from.row, column: own };
  let closed = 0;
  for (const { row, cells } of survey.rows.filter((each) => from !== undefined && each.row < from.row).reverse()) {
    if (/^end/i.test(cells.type ?? '')) closed += 1;
    else if (/^begin/i.test(cells.type ?? '')) {
      if (closed === 0 && quotes(cells.relevant)) return { row, column: 'relevant' };
      closed = Math.max(0, closed - 1);
    }
  }
  return undefined;
}
