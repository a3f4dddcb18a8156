import { describe, expect, test } from 'vitest';
import type { Values } from '#lib/core/survey/form.ts';
import type { Cell, Workbook } from '#lib/core/survey/workbook.ts';
import { questionnaire } from '#lib/sheets/questionnaire.ts';
import { readQuestionnaire } from '#lib/sheets/read-questionnaire.ts';
import { sampleForm } from '../core/survey/sample-form.ts';

const values: Values = {
  name: '見本病院',
  beds: 200,
  accepts: 'yes',
  periods: [{ from: '2027-04-01', doctors: 2 }],
  support: ['rent'],
  pictures: ['p1 jpeg 1200000 外観.jpg'],
};
const filled = (changed: Readonly<Record<string, Cell>> = {}): Workbook => ({
  sheets: questionnaire(sampleForm, values).map(({ name, rows }) => ({
    name,
    rows: [...rows].map((row) =>
      String(row[0]) in changed ? [row[0] ?? null, row[1] ?? null, changed[String(row[0])] ?? null] : row,
    ),
  })),
});

describe('a questionnaire in Excel', () => {
  test('has a sheet a section and the codes', () => {
    expect(questionnaire(sampleForm, values).map(({ name }) => name)).toEqual([
      '1 病院の概要',
      '2 受入れ',
      '3 受入れの詳細',
      'コード',
    ]);
  });

  test('says what changed, and keeps what the file cannot hold', () => {
    const reading = readQuestionnaire(
      sampleForm,
      filled({
        beds: '２２０床',
        'periods.1.from': 46_478,
        'periods.1.doctors': '40',
        'support=travel': '◯',
        accepts: '可',
      }),
      values,
    );
    expect(reading.problems).toEqual([]);
    expect(reading.values).toEqual({
      ...values,
      beds: 220,
      periods: [
        { from: '2027-04-01', doctors: 2 },
        { from: '2027-04-01', doctors: 40 },
      ],
      support: ['rent', 'travel'],
    });
    expect(reading.changes.map(({ question, kind }) => [question.id, kind])).toEqual([
      ['beds', 'changed'],
      ['periods', 'changed'],
      ['support', 'changed'],
    ]);
    expect(reading.warnings).toEqual([{ place: 'シート2 C11', message: '「受入可能人数」は40人でよろしいですか。' }]);
  });

  test('names the cell of each error, and leaves that answer as it was', () => {
    const reading = readQuestionnaire(
      sampleForm,
      filled({ beds: '多数', 'periods.0.from': 'いつか', 'support=travel': 'たぶん', visit: 'あした' }),
      values,
    );
    expect(reading.problems.map(({ place, message }) => [place, message])).toEqual([
      ['シート1 C6', '「病床数」は、数字で入力してください（例：120）。'],
      ['シート2 C4', '「開始日」は、日付を入力してください（例：令和9年4月1日、2027/4/1）。'],
      ['シート2 C25', 'あてはまるときは「○」を、あてはまらないときは空欄にしてください。'],
      ['シート3 C4', '「見学できる日時」は、日付と時刻を入力してください（例：令和9年4月1日 14:03）。'],
    ]);
    expect(reading.values).toEqual(values);
  });

  test('tells of cells that are unknown, doubled, or do not apply', () => {
    const workbook = filled({ accepts: '不可' });
    const extra = {
      name: 'メモ',
      rows: [
        ['項目ID', '回答'],
        ['stranger', 'x'],
        ['beds', '1'],
      ],
    };
    const reading = readQuestionnaire(sampleForm, { sheets: [extra, ...workbook.sheets] }, values);
    const states = Object.groupBy(
      reading.cells.filter(({ state }) => !['read', 'empty'].includes(state)),
      ({ state }) => state,
    );
    expect(states.unknown?.map(({ field }) => field)).toEqual(['stranger']);
    expect(states.problem?.map(({ field }) => field)).toEqual(['beds']);
    expect(states.ignored?.map(({ field }) => field)).toEqual(['periods.0.from', 'periods.0.doctors']);
    expect(reading.values).toEqual({ name: '見本病院', beds: 200, accepts: 'no', support: ['rent'] });
  });

  test('clears what was emptied and leaves alone what is not in the file', () => {
    const workbook = { sheets: filled({ beds: null }).sheets.slice(0, 1) };
    expect(readQuestionnaire(sampleForm, workbook, values).values).toEqual(
      Object.fromEntries(Object.entries(values).filter(([id]) => id !== 'beds')),
    );
  });

  test('follows conditions from section to section', () => {
    const text = (id: string, on?: string) => ({
      id: `section-${id}`,
      title: id,
      minutes: 1,
      ...(on === undefined ? {} : { when: { question: on, answered: true } as const }),
      questions: [{ kind: 'text', id, label: id, maxLength: 5 } as const],
    });
    const form = { ...sampleForm, sections: [text('a'), text('b', 'a'), text('c', 'b'), text('d', 'c')] };
    const all = { a: '1', b: '2', c: '3', d: '4' };
    const workbook = { sheets: questionnaire(form, all).map(({ name, rows }) => ({ name, rows: [...rows] })) };
    expect(readQuestionnaire(form, workbook, {}).values).toEqual(all);
  });
});
