import { describe, expect, test } from 'vitest';
import type { Question, Section, Values } from '#lib/core/survey/form.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import { sampleForm } from './sample-form.ts';

const [hospital, acceptance, details] = sampleForm.sections as [Section, Section, Section];
const read = (section: Section, posted: Record<string, string | string[]>, values: Values = {}) =>
  readSection(section, Object.fromEntries(Object.entries(posted).map(([id, value]) => [id, [value].flat()])), values);
const one = (question: Question, typed: string) =>
  read({ id: 's', title: '', minutes: 1, questions: [question] }, { [question.id]: typed });

describe('input accepted as typed, stored clean', () => {
  test.each([
    ['１，２００床', 1200],
    ['1 200', 1200],
    ['1、200床', 1200],
    [' 12 ', 12],
    ['0', 0],
    ['１２０．０', 120],
    ['３００名', 300],
  ])('the number %s', (typed, stored) => {
    expect(read(hospital, { beds: typed }).values).toEqual({ beds: stored });
  });

  test.each([
    ['０３‐１２３４‐５６７８', '03-1234-5678'],
    ['０３ー１２３４−５６７８', '03-1234-5678'],
    ['(03)1234-5678', '03-1234-5678'],
    ['0312345678', '0312345678'],
    ['+81-3-1234-5678', '03-1234-5678'],
    ['03-1234-5678（内線１２）', '03-1234-5678 内線12'],
  ])('the telephone %s', (typed, stored) => {
    const reading = read(hospital, { telephone: typed });
    expect(reading.problems).toEqual([]);
    expect(reading.values).toEqual({ telephone: stored });
    expect(read(hospital, { telephone: stored }).values).toEqual({ telephone: stored });
  });

  test('ten hyphens between digits of a postal code', () => {
    for (const hyphen of '‐‑‒–—―−ーｰ－') {
      expect(read(hospital, { postal: `〒１００${hyphen}８９１６` }).values).toEqual({ postal: '1008916' });
    }
  });

  test('a mail address in full width', () => {
    expect(read(hospital, { mail: 'ｋｅｎｓｙｕ＠ｅｘａｍｐｌｅ．ｊｐ' }).values).toEqual({
      mail: 'kensyu@example.jp',
    });
  });

  test('a date typed whole or in three fields', () => {
    const date = { kind: 'date', id: 'd', label: '日' } as const;
    const section = { id: 's', title: '', minutes: 1, questions: [date] };
    expect(read(section, { d: '令和9年4月1日' }).values).toEqual({ d: '2027-04-01' });
    expect(read(section, { 'd-year': '２０２７', 'd-month': '4', 'd-day': '１' }).values).toEqual({ d: '2027-04-01' });
    expect(read(section, { 'd-year': '令和9', 'd-month': '4', 'd-day': '1' }).values).toEqual({ d: '2027-04-01' });
    expect(read(section, { 'd-year': 'R9.4.1', 'd-month': '', 'd-day': '' }).values).toEqual({ d: '2027-04-01' });
    expect(read(section, { 'd-year': '2027', 'd-month': '', 'd-day': '1' }).problems[0]?.message).toBe(
      '「日」は、年・月・日をすべて入力してください。',
    );
    expect(read(section, { 'd-year': '2027', 'd-month': '2', 'd-day': '30' }).problems).toHaveLength(1);
  });

  test('a time and a day with time', () => {
    const reading = read(details, { starts: '午後２時半', visit: '令和9年4月1日（木）14時3分' }, { accepts: 'yes' });
    expect(reading.values).toEqual({ starts: '14:30', visit: '2027-04-01T14:03' });
  });

  test('names stay exactly as typed, compatibility forms too', () => {
    const name = '神福塚\u{FA19}\u{FA1B}\u{FA10}髙﨑𠮷ガ㈱　病院';
    expect(read(hospital, { name }).values.name).toBe(name);
  });

  test('a name of 300 characters and a text of 10,000 fit, one more does not', () => {
    expect(read(hospital, { name: '𠮷'.repeat(300) }).problems).toEqual([]);
    expect(read(hospital, { name: '𠮷'.repeat(301) }).problems[0]?.message).toBe(
      '「病院名」は、300文字以内で入力してください。',
    );
    expect(read(hospital, { strength: 'が\n'.repeat(5000) }).values.strength).toHaveLength(9999);
    expect(read(hospital, { strength: '葛󠄀'.repeat(10_000) }).problems).toEqual([]);
  });
});

describe('what cannot be stored', () => {
  test.each(['abc', '1,20', '1.5', '-1', '3001', '１２0床と少し'])(
    'the number %s is asked again, saying what to enter',
    (typed) => {
      const { problems, values } = read(hospital, { beds: typed });
      expect(values).toEqual({});
      expect(problems).toEqual([{ field: 'beds', message: expect.stringContaining('入力してください') }]);
    },
  );

  test('control characters and half a surrogate pair are refused', () => {
    for (const bad of ['a\u0000b', 'a\u001Bb', 'a\uD842b', 'a\u009Fb', 'a\uFFFEb']) {
      expect(read(hospital, { name: bad }).problems[0]?.field).toBe('name');
      expect(read(hospital, { strength: bad }).problems[0]?.field).toBe('strength');
    }
  });

  test('codes that are no choice, or exclude each other', () => {
    expect(read(acceptance, { accepts: 'maybe' }).problems[0]?.message).toContain('選択肢から選んでください');
    expect(read(acceptance, { support: ['none', 'rent'] }).problems[0]?.message).toContain('「特になし」');
  });

  test('a decimal with more digits than asked', () => {
    expect(read(hospital, { rate: '８７．５％' }).values).toEqual({ rate: '87.5' });
    expect(read(hospital, { rate: '87.55' }).problems[0]?.message).toContain('小数点以下は1桁まで');
  });

  test('a number off the steps of a range', () => {
    expect(read(details, { ease: '2.5' }, { accepts: 'yes' }).values).toEqual({ ease: '2.5' });
    expect(read(details, { ease: '2.2' }, { accepts: 'yes' }).problems).toHaveLength(1);
  });
});

describe('a table', () => {
  const posted = {
    accepts: 'yes',
    'periods.0.from': '令和9年4月1日',
    'periods.0.doctors': '２人',
    'periods.1.from': '',
    'periods.7.from': '2027/10/1',
    'periods.7.doctors': '40',
    'periods.7.department': '99',
    'periods.7.department-other': '総合診療科',
  };

  test('keeps rows in order and leaves out empty ones', () => {
    expect(read(acceptance, posted).values.periods).toEqual([
      { from: '2027-04-01', doctors: 2 },
      { from: '2027-10-01', doctors: 40, department: '99', 'department-other': '総合診療科' },
    ]);
  });

  test('names its fields as they were posted', () => {
    expect(read(acceptance, posted).warnings).toEqual([
      { field: 'periods.7.doctors', message: '「受入可能人数」は40人でよろしいですか。' },
    ]);
    const broken = read(acceptance, { ...posted, 'periods.7.from': 'きょう' });
    expect(broken.problems).toEqual([{ field: 'periods.7.from', message: expect.stringContaining('開始日') }]);
    expect(broken.missing).toEqual([]);
    expect(read(acceptance, { accepts: 'yes', 'periods.3.doctors': '1' }).missing).toEqual([
      { field: 'periods.3.from', message: '「開始日」を入力してください。' },
    ]);
  });
});

describe('conditions', () => {
  test('drop answers that do not apply, with their problems', () => {
    const reading = read(acceptance, { accepts: 'no', 'periods.0.from': 'x', 'periods.1.doctors': '1' });
    expect(reading).toEqual({ values: { accepts: 'no' }, problems: [], warnings: [], missing: [] });
  });

  test('look at other sections through the answers so far', () => {
    expect(read(details, { starts: '9:00' }, { accepts: 'no' }).values).toEqual({});
    expect(read(details, { starts: '9:00' }, { accepts: 'yes' }).values).toEqual({ starts: '09:00' });
  });

  test('keep the detail of その他 only while it is chosen', () => {
    expect(read(acceptance, { accepts: 'no', 'accepts-other': '検討中' }).values).toEqual({ accepts: 'no' });
    expect(read(acceptance, { accepts: 'other', 'accepts-other': '検討中' }).values).toEqual({
      accepts: 'other',
      'accepts-other': '検討中',
    });
    expect(read(acceptance, { accepts: 'other' }).missing).toContainEqual({
      field: 'accepts-other',
      message: '「受入れの可否」は、その他の内容を入力してください。',
    });
  });

  test('count an answer that does not apply as unanswered, in whatever order questions stand', () => {
    const text = { kind: 'text', label: '', maxLength: 10 } as const;
    const section: Section = {
      id: 's',
      title: '',
      minutes: 1,
      questions: [
        { ...text, id: 'c', when: { not: { question: 'b', answered: true } } },
        { ...text, id: 'b', when: { question: 'a', is: 'x' } },
        { ...text, id: 'a' },
      ],
    };
    expect(read(section, { a: 'y', b: '1', c: '2' }).values).toEqual({ a: 'y', c: '2' });
    expect(read(section, { a: 'x', b: '1', c: '2' }).values).toEqual({ a: 'x', b: '1' });
  });
});

describe('conditions of columns', () => {
  const text = { kind: 'text', label: '', maxLength: 10 } as const;
  const rows: Question = {
    kind: 'table',
    id: 't',
    label: '',
    rowLabel: '行',
    minRows: 0,
    maxRows: 5,
    columns: [
      { ...text, id: 'a' },
      { kind: 'integer', id: 'b', label: '人数', unit: '人', min: 0, max: 9, when: { question: 'a', is: 'x' } },
      { ...text, id: 'c', required: true, when: { question: 'b', answered: true } },
      { ...text, id: 'd', when: { question: 'q', is: 'x' } },
    ],
  };
  const section: Section = { id: 's', title: '', minutes: 1, questions: [{ ...text, id: 'q' }, rows] };

  test('look at the cells of their own row, and a cell that does not apply counts as empty', () => {
    const row = { 't.0.a': 'y', 't.0.b': '1', 't.0.c': '2', 't.0.d': '3', 't.4.a': 'x', 't.4.b': '1' };
    const reading = read(section, { q: 'x', ...row });
    expect(reading.values).toEqual({
      q: 'x',
      t: [
        { a: 'y', d: '3' },
        { a: 'x', b: 1 },
      ],
    });
    expect(reading.missing.map(({ field }) => field)).toEqual(['t.4.c']);
  });

  test('leave nobody with a problem in a cell that is not asked', () => {
    expect(read(section, { 't.0.a': 'y', 't.0.b': '多数', 't.1.b': '多数' }).problems).toEqual([]);
    expect(read(section, { 't.3.a': 'x', 't.3.b': '多数' }).problems.map(({ field }) => field)).toEqual(['t.3.b']);
  });
});

describe('a constraint', () => {
  test('keeps what breaks it out of the answers and says its message', () => {
    const question: Question = {
      kind: 'integer',
      id: 'n',
      label: '人数',
      unit: '人',
      min: 0,
      max: 99,
      constraint: {
        rule: { kind: 'binary', operator: '<=', left: { kind: 'self' }, right: { kind: 'number', value: 5 } },
        message: '5人までで入力してください。',
      },
    };
    expect(one(question, '6')).toMatchObject({
      values: {},
      problems: [{ field: 'n', message: '「人数」5人までで入力してください。' }],
    });
    expect(one(question, '5').values).toEqual({ n: 5 });
    expect(one(question, '').problems).toEqual([]);
  });
});

test('ids that every object knows are ordinary ids', () => {
  const section: Section = {
    id: 's',
    title: '',
    minutes: 1,
    questions: ['constructor', 'toString', '__proto__'].map((id) => ({
      kind: 'text',
      id,
      label: id,
      maxLength: 5,
      required: true,
    })),
  };
  expect(readSection(section, {}, {}).missing).toHaveLength(3);
});
