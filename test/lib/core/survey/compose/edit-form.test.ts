import { describe, expect, test } from 'vitest';
import { choicesOf, linesOf } from '#lib/core/survey/compose/choice-lines.ts';
import { type Command, type Composition, editForm } from '#lib/core/survey/compose/edit-form.ts';
import { formProblems } from '#lib/core/survey/compose/form-problems.ts';
import { emptyQuestion } from '#lib/core/survey/compose/question-kinds.ts';
import type { ChoiceQuestion, Column, Form, Question } from '#lib/core/survey/form.ts';

const question = (id: string, more: Pick<Question, 'when'> = {}): Question => ({
  kind: 'integer',
  id,
  label: `質問${id}`,
  unit: '人',
  min: 0,
  max: 9,
  ...more,
});

const form: Form = {
  id: 'f',
  version: 1,
  title: '調査',
  prepare: [],
  sections: [
    {
      id: 's1',
      title: '一',
      minutes: 1,
      questions: [question('q2'), question('q3', { when: { question: 'q2', atLeast: 1 } })],
    },
    { id: 's4', title: '二', minutes: 1, questions: [question('q5', { when: { question: 'q3', answered: true } })] },
  ],
};

/** Carries out commands one after another; a refusal fails the test. */
function composedBy(...commands: readonly Command[]): Composition {
  return commands.reduce<Composition>(
    (before, command) => {
      const edited = editForm(before, command);
      if (!edited.ok) throw new Error(`refused: ${JSON.stringify(command)}`);
      return edited.value;
    },
    { form, ids: 5 },
  );
}

const order = ({ form: { sections } }: Composition) =>
  sections.map(({ id, questions }) => [id, ...questions.map((each) => each.id)].join(' '));

const q = (id: string) => ({ kind: 'question', id }) as const;
const s = (id: string) => ({ kind: 'section', id }) as const;
const c = (table: string, id: string) => ({ kind: 'column', table, id }) as const;

describe('composing a form', () => {
  test('adds at the end, under an id that was never given before', () => {
    const made = composedBy(
      { kind: 'delete', target: q('q5') },
      { kind: 'add-question', section: 's4', question: emptyQuestion('text') },
      { kind: 'add-section', words: { title: '三', minutes: 2 } },
    );
    expect(order(made)).toEqual(['s1 q2 q3', 's4 q6', 's7']);
  });

  test('moves a question within its section and over its edge', () => {
    expect(order(composedBy({ kind: 'move', target: q('q3'), by: -1 }))).toEqual(['s1 q3 q2', 's4 q5']);
    expect(order(composedBy({ kind: 'move', target: q('q3'), by: 1 }))).toEqual(['s1 q2', 's4 q3 q5']);
    expect(order(composedBy({ kind: 'move', target: q('q5'), by: -1 }))).toEqual(['s1 q2 q3 q5', 's4']);
    expect(order(composedBy({ kind: 'move', target: q('q2'), by: -1 }))).toEqual(['s1 q2 q3', 's4 q5']);
  });

  test('moves a section with all that stands in it', () => {
    expect(order(composedBy({ kind: 'move', target: s('s4'), by: -1 }))).toEqual(['s4 q5', 's1 q2 q3']);
  });

  test('doubles a section so that the copy’s conditions look at the copies', () => {
    const { form: made } = composedBy({ kind: 'duplicate', target: s('s1') });
    const copy = made.sections[1];
    expect(copy?.title).toBe('一（写し）');
    expect(copy?.questions.map(({ id, when }) => [id, when])).toEqual([
      ['q7', undefined],
      ['q8', { question: 'q7', atLeast: 1 }],
    ]);
  });

  test('doubles a table so that the copy’s columns are its own and look at each other', () => {
    const column: Column = { kind: 'integer', id: 'c6', label: '人数', unit: '人', min: 0, max: 9 };
    const table: Question = {
      kind: 'table',
      id: 'q9',
      label: '表',
      rowLabel: '行',
      minRows: 0,
      maxRows: 3,
      columns: [column, { ...column, id: 'c7', when: { question: 'c6', atLeast: 1 } }],
    };
    const start: Form = { ...form, sections: [{ id: 's1', title: '一', minutes: 1, questions: [table] }] };
    const edited = editForm({ form: start, ids: 9 }, { kind: 'duplicate', target: q('q9') });
    const copy = edited.ok ? edited.value.form.sections[0]?.questions[1] : undefined;
    expect(copy).toMatchObject({
      id: 'q10',
      columns: [{ id: 'c11' }, { id: 'c12', when: { question: 'c11', atLeast: 1 } }],
    });
    expect(edited.ok && formProblems(edited.value.form)).toEqual([]);
  });

  test('names the column whose condition chooses what another column does not offer any more', () => {
    const choices = [{ code: '1', label: '可' }];
    const table: Question = {
      kind: 'table',
      id: 'q9',
      label: '表',
      rowLabel: '行',
      minRows: 0,
      maxRows: 3,
      columns: [
        { kind: 'choice', id: 'c6', label: '可否', choices },
        { kind: 'text', id: 'c7', label: '理由', maxLength: 9, when: { question: 'c6', is: ['2'] } },
      ],
    };
    const lost: Form = { ...form, sections: [{ id: 's1', title: '一', minutes: 1, questions: [table] }] };
    expect(formProblems(lost)).toEqual([
      {
        target: { kind: 'column', table: 'q9', id: 'c7' },
        condition: true,
        message: '条件が選ぶ選択肢が、「可否」にもうありません。条件を選び直してください。',
      },
    ]);
  });

  test('keeps place, id and condition of a question that is set', () => {
    const { form: made } = composedBy({
      kind: 'set-question',
      question: { ...emptyQuestion('date'), id: 'q3', label: '日' },
    });
    expect(made.sections[0]?.questions[1]).toEqual({
      kind: 'date',
      id: 'q3',
      label: '日',
      when: { question: 'q2', atLeast: 1 },
    });
  });

  test('says that what somebody deleted is gone', () => {
    expect(editForm({ form, ids: 5 }, { kind: 'move', target: q('q9'), by: 1 })).toEqual({
      ok: false,
      error: { kind: 'gone' },
    });
  });
});

describe('choices typed one a line', () => {
  const before = [
    { code: 'yes', label: '可', hint: '連絡先を知らせます' },
    { code: 'no', label: '不可' },
  ];

  test('come back as they were', () => {
    expect(choicesOf(linesOf(before), before)).toEqual(before);
  });

  test('keep their codes when reordered, reworded, or joined by new ones', () => {
    expect(choicesOf('不可\n可', before).map(({ code }) => code)).toEqual(['no', 'yes']);
    expect(choicesOf('受け入れる\n不可', before).map(({ code }) => code)).toEqual(['yes', 'no']);
    expect(choicesOf('可\n要相談|電話してください\n\n不可', before)).toEqual([
      { code: 'yes', label: '可' },
      { code: '1', label: '要相談', hint: '電話してください' },
      { code: 'no', label: '不可' },
    ]);
  });
});

test('a question goes to another section at once, and nowhere where one of them is gone', () => {
  expect(order(composedBy({ kind: 'move-to', question: 'q2', section: 's4' }))).toEqual(['s1 q3', 's4 q5 q2']);
  expect(order(composedBy({ kind: 'move-to', question: 'q2', section: 's1' }))).toEqual(['s1 q3 q2', 's4 q5']);
  for (const [id, section] of [
    ['q2', 's9'],
    ['q9', 's1'],
  ] as const)
    expect(editForm({ form, ids: 5 }, { kind: 'move-to', question: id, section })).toMatchObject({
      error: { kind: 'gone' },
    });
});

describe('a ring of conditions', () => {
  const ids = 5;
  const shownBy = (id: string, about: string): Command => ({
    kind: 'set-condition',
    target: q(id),
    when: { question: about, answered: true },
  });

  test('is refused where a condition would close it, with its parts in their order', () => {
    expect(editForm({ form, ids }, shownBy('q2', 'q5'))).toMatchObject({
      error: { kind: 'ring', ring: [q('q2'), q('q5'), q('q3')] },
    });
    expect(editForm({ form, ids }, shownBy('q2', 'q2'))).toMatchObject({ error: { kind: 'ring', ring: [q('q2')] } });
  });

  test('is refused through a section, and where a calculation quotes itself', () => {
    const gated = composedBy(
      { kind: 'set-condition', target: q('q5'), when: undefined },
      { kind: 'set-condition', target: s('s4'), when: { question: 'q2', answered: true } },
    );
    expect(editForm(gated, shownBy('q2', 'q5'))).toMatchObject({ error: { ring: [q('q2'), q('q5'), s('s4')] } });
    const self: Question = { kind: 'calculate', id: 'q3', label: '計', expression: { kind: 'answer', question: 'q3' } };
    expect(editForm({ form, ids }, { kind: 'set-question', question: self })).toMatchObject({
      error: { ring: [q('q3')] },
    });
    const added = { ...self, expression: { kind: 'answer', question: 'q6' } } as const;
    expect(editForm({ form, ids }, { kind: 'add-question', section: 's1', question: added })).toMatchObject({
      error: { ring: [q('q6')] },
    });
  });

  test('is refused through what a question offers, in the form and within the rows of a table', () => {
    const filtered = (question: string): Pick<ChoiceQuestion, 'kind' | 'label' | 'choices' | 'choiceFilter'> => ({
      kind: 'choice',
      label: '市町村',
      choices: [{ code: 'a', label: '一', attributes: { place: 'x' } }],
      choiceFilter: {
        kind: 'binary',
        operator: '=',
        left: { kind: 'attribute', name: 'place' },
        right: { kind: 'answer', question },
      },
    });
    expect(editForm({ form, ids }, { kind: 'set-question', question: { ...filtered('q5'), id: 'q2' } })).toMatchObject({
      error: { kind: 'ring', ring: [q('q2'), q('q5'), q('q3')] },
    });
    expect(editForm({ form, ids }, { kind: 'set-question', question: { ...filtered('q2'), id: 'q2' } })).toMatchObject({
      error: { kind: 'ring', ring: [q('q2')] },
    });
    const offering = composedBy({ kind: 'set-question', question: { ...filtered('q2'), id: 'q5' } });
    expect(editForm(offering, shownBy('q2', 'q5'))).toMatchObject({ error: { ring: [q('q2'), q('q5')] } });
    const beside: Column = {
      kind: 'text',
      id: 'c7',
      label: '県',
      maxLength: 9,
      when: { question: 'c8', answered: true },
    };
    const table: Question = {
      kind: 'table',
      id: 'q3',
      label: '表',
      rowLabel: '行',
      minRows: 0,
      maxRows: 3,
      columns: [beside, { ...filtered('c7'), kind: 'choice', id: 'c8' }],
    };
    expect(editForm({ form, ids }, { kind: 'set-question', question: table })).toMatchObject({
      error: { ring: [c('q3', 'c7'), c('q3', 'c8')] },
    });
  });

  test('that a move closed is named before publishing, once and by its words, and its questions can still be reworded', () => {
    const gated = composedBy({ kind: 'set-condition', target: s('s4'), when: { question: 'q3', answered: true } });
    const tangled = editForm(gated, { kind: 'move', target: q('q3'), by: 1 });
    if (!tangled.ok) throw new Error('refused');
    expect(formProblems(tangled.value.form)).toEqual([
      {
        target: s('s4'),
        condition: true,
        message:
          '条件や計算が輪になっています（セクション「二」→「質問q3」→セクション「二」）。どれかの条件か式を直してください。',
      },
    ]);
    const reworded = question('q3', { when: { question: 'q2', atLeast: 1 } });
    expect(editForm(tangled.value, { kind: 'set-question', question: reworded }).ok).toBe(true);
  });
});
