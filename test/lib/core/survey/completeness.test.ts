import { describe, expect, test } from 'vitest';
import { applies, shown } from '#lib/core/survey/applies.ts';
import { carryOver } from '#lib/core/survey/carry-over.ts';
import { changes } from '#lib/core/survey/changes.ts';
import { extent, sectionState, unanswered } from '#lib/core/survey/completeness.ts';
import { display } from '#lib/core/survey/display.ts';
import type { Form, Question, Section } from '#lib/core/survey/form.ts';
import { sampleForm } from './sample-form.ts';

const [hospital, acceptance, details] = sampleForm.sections as [Section, Section, Section];
const find = (id: string): Question => {
  const found = sampleForm.sections.flatMap(({ questions }) => questions).find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('a section', () => {
  test('is untouched, being filled, complete, or does not apply', () => {
    expect(sectionState(sampleForm, hospital, {}, false)).toBe('not-started');
    expect(sectionState(sampleForm, hospital, { beds: 1 }, false)).toBe('in-progress');
    expect(sectionState(sampleForm, hospital, { name: 'あ' }, false)).toBe('in-progress');
    expect(sectionState(sampleForm, hospital, { name: 'あ' }, true)).toBe('complete');
    expect(sectionState(sampleForm, hospital, {}, true)).toBe('in-progress');
    expect(sectionState(sampleForm, details, { accepts: 'no' }, false)).toBe('not-applicable');
  });

  test('that does not apply asks nothing and counts nothing', () => {
    expect(extent(sampleForm, { accepts: 'no' })).toEqual({
      sections: 2,
      questions: 9,
      answered: 1,
      minutes: 8,
      minutesLeft: 8,
    });
    expect(extent(sampleForm, { accepts: 'yes', name: 'あ' }, new Set(['hospital']))).toMatchObject({
      sections: 3,
      questions: 15,
      minutes: 12,
      minutesLeft: 9,
    });
  });
});

test('what is missing for submitting names section and field', () => {
  expect(unanswered(sampleForm, { accepts: 'yes' })).toEqual([
    { section: 'hospital', field: 'name', message: '「病院名」を入力してください。' },
    { section: 'acceptance', field: 'periods', message: '「受入可能な時期」を1行以上入力してください。' },
  ]);
  expect(unanswered(sampleForm, { name: 'あ', accepts: 'no' })).toEqual([]);
});

test('conditions join by all, any and not', () => {
  const is = (question: string, code: string) => ({ question, is: code });
  expect(applies({ all: [is('a', '1'), { not: is('b', '2') }] }, { a: '1' })).toBe(true);
  expect(applies({ any: [is('a', '2'), { question: 'n', atLeast: 3 }] }, { a: '1', n: 3 })).toBe(true);
  expect(applies({ question: 'n', atLeast: 3 }, { n: 2 })).toBe(false);
  expect(applies({ question: 'm', includes: 'x' }, { m: ['y', 'x'] })).toBe(true);
  expect(applies({ question: 'zero', answered: true }, { zero: 0 })).toBe(true);
  expect(applies({ question: 'zero', answered: true }, {})).toBe(false);
});

test('answers that count are those of reachable questions', () => {
  expect(shown(sampleForm, { accepts: 'no', periods: [{ doctors: 1 }], starts: '09:00', stranger: 'x' })).toEqual({
    accepts: 'no',
  });
});

describe('answers as text', () => {
  test.each<[string, Parameters<typeof display>[1], string]>([
    ['beds', 1200, '1,200床'],
    ['beds', undefined, '未回答'],
    ['rate', '87.5', '87.5%'],
    ['postal', '1008916', '〒100-8916'],
    ['accepts', 'yes', '可'],
    ['support', ['rent', 'travel'], '家賃補助、交通費'],
    ['visit', '2027-04-01T14:03', '2027年（令和9年）4月1日（木）14:03'],
    ['order', ['home', 'er'], '1. 在宅、2. 救急'],
    ['periods', [{ from: '2027-04-01', doctors: 2 }], '開始日 2027年（令和9年）4月1日（木）／受入可能人数 2人'],
  ])('%s %s', (id, value, text) => {
    expect(display(find(id), value)).toBe(text);
  });

  test('その他 shows its detail', () => {
    expect(display(find('support'), ['rent', 'other'], '引越費用')).toBe('家賃補助、その他（引越費用）');
  });
});

test('changes are listed in the order of the form', () => {
  const found = changes(
    sampleForm,
    { beds: 100, name: 'あ', accepts: 'other', 'accepts-other': '検討' },
    { beds: 120, accepts: 'other', 'accepts-other': '調整', rate: '5' },
  );
  expect(found.map(({ question, kind, before, after }) => [question.id, kind, before, after])).toEqual([
    ['name', 'removed', 'あ', '未回答'],
    ['beds', 'changed', '100床', '120床'],
    ['rate', 'added', '未回答', '5%'],
    ['accepts', 'changed', 'その他（検討）', 'その他（調整）'],
  ]);
});

describe('answers carried to the next version', () => {
  const next: Form = {
    ...sampleForm,
    version: 2,
    sections: [
      {
        ...hospital,
        questions: [
          { kind: 'text', id: 'hospital-name', label: '病院名', purpose: 'name', maxLength: 300 },
          { kind: 'integer', id: 'beds', label: '病床数', unit: '床', min: 0, max: 100 },
          {
            kind: 'choices',
            id: 'support',
            label: '支援',
            choices: [
              { code: 'rental', label: '家賃補助' },
              { code: 'travel', label: '交通費' },
            ],
          },
        ],
      },
      { ...acceptance, questions: acceptance.questions.filter(({ id }) => id === 'accepts') },
    ],
  };

  test('follow the declared mapping and say what was left', () => {
    const carried = carryOver(
      sampleForm,
      next,
      {
        name: '神社前病院',
        beds: 200,
        support: ['rent', 'none'],
        accepts: 'other',
        'accepts-other': '検討中',
        telephone: '0312345678',
      },
      { questions: { 'hospital-name': 'name' }, codes: { support: { rent: 'rental' } } },
    );
    expect(carried.values).toEqual({
      'hospital-name': '神社前病院',
      support: ['rental'],
      accepts: 'other',
      'accepts-other': '検討中',
    });
    expect([...carried.left].sort()).toEqual(['beds', 'support', 'telephone']);
  });

  test('start empty where the mapping says so', () => {
    expect(carryOver(sampleForm, sampleForm, { name: 'あ', beds: 10 }, { questions: { beds: null } }).values).toEqual({
      name: 'あ',
    });
  });
});
