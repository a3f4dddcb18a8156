// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm writes an answer as ${name}
import { describe, expect, test } from 'vitest';
import { applies } from '#lib/core/survey/applies.ts';
import type { Form, Question } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import type { Cell, Workbook } from '#lib/core/survey/workbook.ts';
import { exportXlsForm } from '#lib/core/survey/xlsform/export.ts';
import { importXlsForm } from '#lib/core/survey/xlsform/import.ts';
import { destinationForm } from '#lib/programs/koiki/forms/destination.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';
import { writeXlsx } from '#lib/sheets/write-xlsx.ts';
import { sampleForm } from './sample-form.ts';

type Rows = readonly (readonly Cell[])[];
const book = (survey: Rows, choices?: Rows, settings?: Rows): Workbook => ({
  sheets: [
    { name: 'survey', rows: survey },
    ...(choices ? [{ name: 'choices', rows: choices }] : []),
    ...(settings ? [{ name: 'settings', rows: settings }] : []),
  ],
});
const survey = (...rows: Rows): Workbook => book([['type', 'name', 'label'], ...rows]);
const formOf = (workbook: Workbook): Form => {
  const { form, problems } = importXlsForm(workbook);
  if (form === undefined) throw new Error(JSON.stringify(problems));
  return form;
};
const questionsOf = (form: Form): readonly Question[] => form.sections.flatMap(({ questions }) => questions);
const find = (form: Form, id: string): Question => {
  const found = questionsOf(form).find((question) => question.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

const household = book(
  [
    [
      'type',
      'name',
      'label::English (en)',
      'label::日本語 (ja)',
      'hint::日本語 (ja)',
      'required',
      'relevant',
      'constraint',
      'constraint_message::日本語 (ja)',
      'default',
      'readonly',
      'choice_filter',
      'calculation',
      'parameters',
      'appearance',
      'repeat_count',
    ],
    ['start', 'start'],
    ['begin_group', 'basic', 'Basics', '基本'],
    ['text', 'name', 'Name', '病院名', '正式な名称です。', 'yes'],
    [
      'integer',
      'beds',
      'Beds',
      '病床数',
      null,
      'TRUE',
      null,
      '. >= 20 and . <= 2000',
      '20床から2000床までで入力してください。',
      100,
    ],
    ['decimal', 'rate', 'Rate', '利用率'],
    [
      'range',
      'ease',
      'Ease',
      '通いやすさ',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      'start=1 end=5 step=0.5',
    ],
    ['select_one pref', 'pref', 'Prefecture', '都道府県', null, null, null, null, null, 'miyagi'],
    [
      'select_one city',
      'city',
      'City',
      '市町村',
      null,
      null,
      "${pref} != ''",
      null,
      null,
      null,
      null,
      'pref = ${pref}',
    ],
    ['end_group'],
    ['begin group', 'accept', 'Acceptance', '受入れ', null, null, '${beds} >= 100'],
    ['select_multiple dept or_other', 'depts', 'Departments', '診療科'],
    ['begin group', 'more', 'More', '詳しく', null, null, "selected(${depts}, 'er')"],
    [
      'date',
      'from',
      'From',
      '開始日',
      null,
      null,
      '${rate} > 50',
      '. >= today()',
      '今日以降の日付を入力してください。',
    ],
    ['end group'],
    ['begin repeat', 'terms', 'Terms', '時期', null, null, null, null, null, null, null, null, null, null, null, 3],
    ['date', 'begins', 'Begins', '始まり', null, 'yes'],
    ['integer', 'doctors', 'Doctors', '人数', null, null, "${begins} != ''"],
    ['end repeat'],
    ['calculate', 'total', null, null, null, null, null, null, null, null, null, null, 'sum(${doctors}) * 2'],
    ['rank dept', 'order', 'Order', '順位'],
    ['note', 'thanks', 'Thanks', 'ありがとうございました。'],
    ['image', 'photo', 'Photo', '写真'],
    ['file', 'paper', 'Paper', '資料'],
    ['time', 'at', 'At', '時刻'],
    ['dateTime', 'visit', 'Visit', '訪問'],
    ['text', 'memo', 'Memo', '備考', null, null, null, null, null, null, 'yes', null, null, null, 'multiline'],
    ['end_group'],
  ],
  [
    ['list_name', 'name', 'label::English (en)', 'label::日本語 (ja)', 'pref'],
    ['pref', 'miyagi', 'Miyagi', '宮城県'],
    ['pref', 'iwate', 'Iwate', '岩手県'],
    ['city', 'sendai', 'Sendai', '仙台市', 'miyagi'],
    ['city', 'morioka', 'Morioka', '盛岡市', 'iwate'],
    ['dept', 'er', 'ER', '救急'],
    ['dept', 'home', 'Home care', '在宅'],
  ],
  [
    ['form_title', 'form_id', 'version', 'default_language'],
    ['見本', 'sample_xls', '2026112201', '日本語 (ja)'],
  ],
);

describe('an XLSForm in the manner of ODK’s documentation', () => {
  const form = formOf(household);

  test('becomes sections, questions, a table, and translations', () => {
    expect(form).toMatchObject({
      id: 'sample_xls',
      title: '見本',
      version: 2026112201,
      language: '日本語 (ja)',
      languages: ['English (en)'],
    });
    expect(form.sections.map(({ id, title }) => [id, title])).toEqual([
      ['basic', '基本'],
      ['accept', '受入れ'],
    ]);
    expect(questionsOf(form).map(({ kind }) => kind)).toEqual([
      ...['text', 'integer', 'decimal', 'range', 'choice', 'choice', 'choices', 'note', 'date', 'table', 'calculate'],
      ...['rank', 'note', 'file', 'file', 'time', 'date-time', 'long-text'],
    ]);
    expect(find(form, 'name')).toMatchObject({
      label: '病院名',
      help: '正式な名称です。',
      required: true,
      translations: { 'English (en)': { label: 'Name' } },
    });
    expect(find(form, 'beds')).toMatchObject({
      required: true,
      initial: 100,
      constraint: { message: '20床から2000床までで入力してください。' },
    });
    expect(find(form, 'ease')).toMatchObject({ start: '1', end: '5', step: '0.5' });
    expect(find(form, 'depts')).toMatchObject({ otherCode: 'other' });
    expect(find(form, 'memo')).toMatchObject({ kind: 'long-text', readOnly: true });
    expect(find(form, 'terms')).toMatchObject({
      minRows: 3,
      maxRows: 3,
      rowLabel: '時期',
      columns: [{ id: 'begins', required: true }, { id: 'doctors' }],
    });
    expect(find(form, 'more')).toMatchObject({ kind: 'note', heading: true, label: '詳しく' });
  });

  test('keeps conditions, in plain words where there are such', () => {
    expect(form.sections[1]?.when).toEqual({ question: 'beds', atLeast: 100 });
    expect(find(form, 'city').when).toEqual({ question: 'pref', answered: true });
    const when = find(form, 'from').when;
    expect(applies(when, { depts: ['er'], rate: '50.1' })).toBe(true);
    expect(applies(when, { depts: ['er'], rate: '50' })).toBe(false);
    expect(applies(when, { depts: ['home'], rate: '60' })).toBe(false);
  });

  test('filters choices and drops those that no longer fit', () => {
    const city = find(form, 'city');
    const reached = reach(form.sections, { pref: 'iwate', city: 'sendai' });
    expect(city.kind === 'choice' && reached.choices(city).map(({ code }) => code)).toEqual(['morioka']);
    expect(reached.values).toEqual({ pref: 'iwate' });
  });

  test('calculates over rows and checks constraints with the day', () => {
    const reached = reach(form.sections, {
      beds: 200,
      terms: [{ doctors: 1, begins: '2027-04-01' }, { doctors: 4, begins: '2027-05-01' }, { doctors: 9 }],
    });
    expect(reached.calculated('total')).toBe('10');
    const [, accept] = form.sections;
    if (accept === undefined) throw new Error();
    const posted = { depts: ['er'], from: ['2027/4/1'] };
    const values = { beds: 200, rate: '60' };
    expect(readSection(accept, posted, values, '2027-04-02').problems).toEqual([
      { field: 'from', message: '「開始日」今日以降の日付を入力してください。' },
    ]);
    expect(readSection(accept, posted, values, '2027-04-01').values).toEqual({ depts: ['er'], from: '2027-04-01' });
  });

  test('says what has no effect, by sheet and row', () => {
    expect(importXlsForm(household).notices).toContainEqual({
      sheet: 'survey',
      row: 2,
      column: 'type',
      message: '「start」は端末の情報のため、記録しません。',
    });
  });
});

describe('an XLSForm that cannot be taken says why, by sheet and row', () => {
  const problemsOf = (workbook: Workbook) =>
    importXlsForm(workbook).problems.map(({ sheet, row, column }) => `${sheet} ${row} ${column ?? ''}`.trim());
  const columns = (...rows: Rows): Workbook =>
    book([['type', 'name', 'label', 'relevant', 'constraint', 'calculation', 'default', 'required'], ...rows]);

  test.each<[string, Workbook, string[]]>([
    ['no survey sheet', { sheets: [{ name: 'Sheet1', rows: [['type']] }] }, ['survey 1']],
    ['an empty workbook', { sheets: [] }, ['survey 1']],
    [
      'no name column',
      book([
        ['type', 'label'],
        ['text', 'x'],
      ]),
      ['survey 1 name'],
    ],
    ['no question', survey(), ['survey 2']],
    ['a type that is not supported', survey(['text', 'a', 'a'], ['geopoint', 'g', 'g']), ['survey 3 type']],
    ['a list that is not there', survey(['select_one x', 'a', 'a']), ['survey 2 type']],
    ['choices of another file', survey(['select_one_from_file x.csv', 'a', 'a']), ['survey 2 type']],
    [
      'a name that is none',
      survey(['text', 'a b', 'a'], ['text', null, 'b'], ['text', '1a', 'c']),
      ['survey 2 name', 'survey 3 name', 'survey 4 name'],
    ],
    ['a name twice', survey(['text', 'a', 'a'], ['text', 'a', 'b']), ['survey 3 name']],
    ['a group that is not closed', survey(['begin group', 'g', 'g'], ['text', 'a', 'a']), ['survey 2 type']],
    ['a group closed twice', survey(['text', 'a', 'a'], ['end group']), ['survey 3 type']],
    [
      'a repeat closed as a group',
      survey(['begin repeat', 'r', 'r'], ['text', 'a', 'a'], ['end group']),
      ['survey 4 type', 'survey 2 type'],
    ],
    [
      'a repeat in a repeat',
      survey(
        ['begin repeat', 'r', 'r'],
        ['begin repeat', 's', 's'],
        ['text', 'a', 'a'],
        ['end repeat'],
        ['end repeat'],
      ),
      ['survey 3 type', 'survey 6 type'],
    ],
    [
      'a multiple choice in a repeat',
      book(
        [
          ['type', 'name', 'label'],
          ['begin repeat', 'r', 'r'],
          ['text', 't', 't'],
          ['select_multiple l', 'm', 'm'],
          ['end repeat'],
        ],
        [
          ['list_name', 'name', 'label'],
          ['l', 'x', 'x'],
        ],
      ),
      ['survey 4 type'],
    ],
    ['an expression that is broken', columns(['text', 'a', 'a', '${b} = ']), ['survey 2 relevant']],
    ['a function that is unknown', columns(['text', 'a', 'a', null, 'pulldata(.)']), ['survey 2 constraint']],
    ['a question that is unknown', columns(['text', 'a', 'a', "${nowhere} = '1'"]), ['survey 2 relevant']],
    [
      'relevants in a circle',
      columns(['text', 'a', 'a', "${b} = '1'"], ['text', 'b', 'b', "${a} = '1'"]),
      ['survey 2 relevant'],
    ],
    [
      'calculations in a circle',
      columns(['calculate', 'a', null, null, null, '${b} + 1'], ['calculate', 'b', null, null, null, '${a} + 1']),
      ['survey 2 calculation'],
    ],
    [
      'a calculation that quotes itself',
      columns(['calculate', 'a', null, null, null, '${ a } + 1']),
      ['survey 2 calculation'],
    ],
    [
      'a group that a question of its own shows',
      columns(['begin group', 'g', 'g', "${a} = '1'"], ['text', 'a', 'a'], ['end group']),
      ['survey 2 relevant'],
    ],
    [
      'a circle through the group around a question',
      columns(
        ['begin group', 'g', 'g'],
        ['begin group', 'closed', null, "${a} = '1'"],
        ['end group'],
        ['begin group', 'inner', null, "${b} = '1'"],
        ['text', 'a', 'a'],
        ['end group'],
        ['text', 'b', 'b', "${a} = '1'"],
        ['end group'],
      ),
      ['survey 5 relevant'],
    ],
    [
      'a circle through a column of a repeat',
      columns(
        ['begin repeat', 'r', 'r'],
        ['text', 'a', 'a', "${b} = '1'"],
        ['end repeat'],
        ['text', 'b', 'b', "${a} = '1'"],
      ),
      ['survey 3 relevant'],
    ],
    ['a calculation without expression', columns(['calculate', 'a']), ['survey 2 calculation']],
    ['a default that is no answer', columns(['integer', 'a', 'a', null, null, null, 'many']), ['survey 2 default']],
    ['a default that is an expression', columns(['date', 'a', 'a', null, null, null, 'today()']), ['survey 2 default']],
    [
      'required by expression',
      columns(['text', 'a', 'a', null, null, null, null, "${a} = '1'"]),
      ['survey 2 required'],
    ],
    [
      'codes twice or with blanks',
      book(
        [
          ['type', 'name'],
          ['select_one l', 'a'],
        ],
        [
          ['list_name', 'name', 'label'],
          ['l', 'x', ''],
          ['l', 'x', ''],
          ['l', 'y z', ''],
          [null, 'q', ''],
        ],
      ),
      ['choices 3 name', 'choices 4 name', 'choices 5 list_name'],
    ],
    [
      'a range that runs backwards',
      book([
        ['type', 'name', 'parameters'],
        ['range', 'a', 'start=5 end=1'],
      ]),
      ['survey 2 parameters'],
    ],
  ])('%s', (_, workbook, expected) => {
    const { form } = importXlsForm(workbook);
    expect(form).toBeUndefined();
    expect(problemsOf(workbook)).toEqual(expected);
  });

  test('a circle names each of its rows', () => {
    const workbook = columns(['text', 'a', 'a', "${b} = '1'"], ['text', 'b', 'b', "${a} = '1'"]);
    expect(importXlsForm(workbook).problems[0]?.message).toBe(
      '条件や計算が互いを参照して、輪になっています（a（2行目） → b（3行目） → a）。どれかの式を直してください。',
    );
  });

  test('a circle through a choice_filter names each of its rows', () => {
    const workbook = book(
      [
        ['type', 'name', 'label', 'relevant', 'choice_filter'],
        ['select_one towns', 'a', 'a', null, 'place = ${b}'],
        ['text', 'b', 'b', "${a} = 'x'"],
      ],
      [
        ['list_name', 'name', 'label', 'place'],
        ['towns', 'x', 'x', 'iwate'],
      ],
    );
    expect(importXlsForm(workbook).problems[0]?.message).toBe(
      '条件や計算が互いを参照して、輪になっています（a（2行目） → b（3行目） → a）。どれかの式を直してください。',
    );
  });

  test('a sheet, a column and a setting that have no effect are named', () => {
    const { form, notices } = importXlsForm({
      sheets: [
        {
          name: 'survey',
          rows: [
            ['type', 'name', 'label', 'appearance', 'color'],
            ['text', 'a', 'a', 'numbers', 'red'],
          ],
        },
        { name: 'memo', rows: [['x'], ['y']] },
        {
          name: 'settings',
          rows: [
            ['form_title', 'style'],
            ['題', 'pages'],
          ],
        },
      ],
    });
    expect(form?.title).toBe('題');
    expect(notices.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
      ['memo', 1, undefined],
      ['settings', 2, 'style'],
      ['survey', 2, 'appearance'],
      ['survey', 2, 'color'],
    ]);
  });
});

describe('a form written as XLSForm and read again', () => {
  const stripped = (form: Form): Form =>
    JSON.parse(
      JSON.stringify({ ...form, prepare: [] }, (key, value) =>
        key === 'source' || key === 'hint' ? undefined : value,
      ),
    );

  test.each([sampleForm, destinationForm, formOf(household)])('$id is the same but for citations', async (form) => {
    const { workbook } = exportXlsForm(form);
    const file = await readXlsx(writeXlsx(workbook.sheets));
    const again = importXlsForm(file.ok ? file.value : { sheets: [] });
    expect(again.problems).toEqual([]);
    expect(stripped(again.form as Form)).toEqual(stripped(form));
  });

  test('says what the format cannot hold', () => {
    expect(exportXlsForm(destinationForm).notices).toHaveLength(3);
  });

  test('holds 500 questions and 300 choices', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => [
      'select_one list',
      `q${at}`,
      `質問${at}`,
      at === 0 ? '' : `\${q${at - 1}} = 'c1'`,
    ]);
    const form = formOf(
      book(
        [['type', 'name', 'label', 'relevant'], ...rows],
        [['list_name', 'name', 'label'], ...Array.from({ length: 300 }, (_, at) => ['list', `c${at}`, `選択肢${at}`])],
      ),
    );
    expect(questionsOf(form)).toHaveLength(500);
    const all = Object.fromEntries(questionsOf(form).map(({ id }) => [id, 'c1']));
    expect(Object.keys(reach(form.sections, all).values)).toHaveLength(500);
    expect(Object.keys(reach(form.sections, { ...all, q100: 'c2' }).values)).toHaveLength(101);
  });

  test('conditions in reverse order, a thousand deep, are followed to the end', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [
      'text',
      `q${at}`,
      'x',
      at === 999 ? '' : `\${q${at + 1}} = 'y'`,
    ]);
    const form = formOf(book([['type', 'name', 'label', 'relevant'], ...rows]));
    const all = Object.fromEntries(questionsOf(form).map(({ id }) => [id, 'y']));
    expect(Object.keys(reach(form.sections, all).values)).toHaveLength(1000);
    expect(Object.keys(reach(form.sections, { ...all, q999: 'n' }).values)).toEqual(['q999']);
  });
});
