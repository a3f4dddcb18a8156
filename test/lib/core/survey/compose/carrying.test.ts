import { describe, expect, test } from 'vitest';
import { carryOver } from '#lib/core/survey/carry-over.ts';
import { carriedWords } from '#lib/core/survey/compose/carried.ts';
import { carryingOf, type Declared, declaredIn } from '#lib/core/survey/compose/carrying.ts';
import type { Choice, Form, Question, Values } from '#lib/core/survey/form.ts';
import { formSchema } from '#lib/core/survey/form-schema.ts';

const form = (version: number, ...questions: readonly Question[]): Form => ({
  id: 'f',
  version,
  title: '調査',
  prepare: [],
  sections: [{ id: 's1', title: '一', minutes: 1, questions }],
});
type Offered = readonly [code: string, label: string];
const choices = (...labels: readonly Offered[]): readonly Choice[] => labels.map(([code, label]) => ({ code, label }));
const one = (id: string, ...offered: readonly Offered[]) =>
  ({ kind: 'choice', id, label: `質問${id}`, choices: choices(...offered) }) as const;
const many = (id: string, ...offered: readonly Offered[]) => ({ ...one(id, ...offered), kind: 'choices' }) as const;
const nothing: Declared = { from: {}, anew: [], codes: {} };

/** Answers as they reach the next version by what was declared, through the store's form of it. */
function reached(before: Form, after: Form, declared: Partial<Declared>, values: Values): Values {
  const { mapping } = carryingOf(before, after, { ...nothing, ...declared });
  const { carries } = formSchema.parse(
    JSON.parse(JSON.stringify({ ...after, ...(mapping ? { carries: mapping } : {}) })),
  );
  return carryOver(before, after, values, carries).values;
}

describe('answers on their way to the next version', () => {
  const before = form(1, one('q2', ['1', '可'], ['2', '不可'], ['3', '検討中']));
  const after = form(2, one('q2', ['1', '可'], ['4', '条件付き']));

  test('wait for a word on each choice that is not there any more, and count it as lost until then', () => {
    const { choices: open, losses } = carryingOf(before, after, nothing);
    expect(open.map(({ field, label, becomes }) => [field, label, becomes])).toEqual([
      ['q2.2', '不可', ''],
      ['q2.3', '検討中', ''],
    ]);
    expect(losses).toEqual(['「質問q2」で「不可」を選んだ回答', '「質問q2」で「検討中」を選んだ回答']);
  });

  test('become the choice that was declared, or are dropped', () => {
    const codes = { 'q2.3': '=4', 'q2.2': 'drop' };
    expect(carryingOf(before, after, { ...nothing, codes }).losses).toEqual(['「質問q2」で「不可」を選んだ回答']);
    expect(['1', '2', '3'].map((q2) => reached(before, after, { codes }, { q2 }))).toEqual([
      { q2: '1' },
      {},
      { q2: '4' },
    ]);
    expect(carryingOf(before, after, { ...nothing, codes: { 'q2.3': '=9' } }).choices.at(1)?.becomes).toBe('');
  });

  test('keep a reworded choice unless it is declared otherwise', () => {
    const reworded = form(2, one('q2', ['1', '条件付きで可'], ['2', '不可'], ['3', '検討中']));
    expect(carryingOf(before, reworded, nothing)).toMatchObject({ choices: [{ becomes: '=1' }], losses: [] });
    expect(reached(before, reworded, {}, { q2: '1' })).toEqual({ q2: '1' });
    expect(reached(before, reworded, { codes: { 'q2.1': 'drop' } }, { q2: '1' })).toEqual({});
  });

  test('follow the words, not the codes, to another question', () => {
    const other = form(2, one('q9', ['1', '不可'], ['2', '可']));
    const from = { q9: 'q2' };
    expect(reached(before, other, { from }, { q2: '1' })).toEqual({ q9: '2' });
    expect(reached(before, other, { from }, { q2: '2' })).toEqual({ q9: '1' });
    expect(reached(before, other, { from }, { q2: '3' })).toEqual({});
    expect(carryingOf(before, other, { ...nothing, from }).losses).toEqual(['「質問q2」で「検討中」を選んだ回答']);
    expect(carryingOf(before, other, nothing).losses).toEqual(['「質問q2」の回答']);
  });

  test('count two choices that became one once', () => {
    const [old, now] = [form(1, many('q2', ['1', '内科'], ['2', '外科'])), form(2, many('q2', ['3', '診療科']))];
    expect(reached(old, now, { codes: { 'q2.1': '=3', 'q2.2': '=3' } }, { q2: ['1', '2'] })).toEqual({ q2: ['3'] });
    expect(reached(old, now, { codes: { 'q2.1': '=3', 'q2.2': 'drop' } }, { q2: ['2'] })).toEqual({});
  });

  test('say what a question asked anew, a narrower rule and a column that went lose', () => {
    const table = (id: string, ...columns: readonly Extract<Question, { kind: 'text' | 'choice' }>[]): Question => ({
      kind: 'table',
      id,
      label: '表',
      rowLabel: '行',
      minRows: 0,
      maxRows: 5,
      columns,
    });
    const text = (id: string, label: string, maxLength: number) => ({ kind: 'text', id, label, maxLength }) as const;
    const area = one('c3', ['1', '県内'], ['2', '県外']);
    const old = form(
      1,
      text('q1', '名', 50),
      text('q2', '所', 50),
      table('q3', text('c1', '科', 9), text('c2', '注', 9), area),
    );
    const now = form(
      2,
      text('q1', '名', 50),
      text('q2', '所', 20),
      table('q3', text('c1', '科', 9), { ...area, choices: choices(['1', '県内']) }),
    );
    const declared = { ...nothing, anew: ['q1'], codes: { 'c3.2': '=1' } };
    expect(carryingOf(old, now, declared).losses).toEqual([
      '「名」の回答（新しく聞きます）',
      '「所」の回答のうち、新しい決まりに合わないもの',
      '「表」の列「注」の回答',
    ]);
    const values = { q1: 'あ', q2: 'い', q3: [{ c1: '内科', c2: 'う', c3: '2' }] };
    expect(reached(old, now, declared, values)).toEqual({ q2: 'い', q3: [{ c1: '内科', c3: '1' }] });
    const moved = form(
      2,
      text('q1', '名', 50),
      text('q2', '所', 50),
      table('q8', text('c9', '科', 9), { ...area, id: 'c7' }),
    );
    expect(reached(old, moved, { from: { q8: 'q3' } }, { q3: values.q3 })).toEqual({ q8: [{ c9: '内科', c7: '2' }] });
  });
});

describe('a published mapping', () => {
  const before = form(1, one('q2', ['1', '可'], ['2', '不可']), one('q3', ['a', '旧']), {
    kind: 'date',
    id: 'q4',
    label: '日付',
  });
  const after = form(2, one('q2', ['1', '可'], ['4', '条件付き']), one('q5', ['b', '旧'], ['c', '新']), {
    kind: 'date',
    id: 'q4',
    label: '日付',
  });
  const declared: Declared = { from: { q5: 'q3' }, anew: ['q4'], codes: { 'q2.2': 'drop' } };

  test('is read back as it was declared, with the same losses', () => {
    const { mapping = {}, losses } = carryingOf(before, after, declared);
    const again = carryingOf(before, after, declaredIn(mapping));
    expect(again).toMatchObject({ mapping, losses });
  });

  test('is put in the words of both versions', () => {
    const { mapping = {} } = carryingOf(before, after, declared);
    expect(carriedWords(before, { ...after, carries: mapping })).toEqual({
      taken: [{ now: '質問q5', old: '質問q3' }],
      choices: [{ question: '質問q2', old: '不可', now: undefined }],
      anew: ['日付'],
      losses: ['「日付」の回答（新しく聞きます）', '「質問q2」で「不可」を選んだ回答'],
    });
    expect(carriedWords(before, { ...before, version: 2 })).toEqual({ taken: [], choices: [], anew: [], losses: [] });
  });
});
