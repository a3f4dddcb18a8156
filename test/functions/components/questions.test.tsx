import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { partsOfDay, typedDay } from '#functions/components/fields/date-field.tsx';
import { conditionOnPage, conditionWords, looksAt } from '#functions/components/questions/condition-words.ts';
import { QuestionField } from '#functions/components/questions/question-field.tsx';
import { typedOf } from '#functions/components/questions/typed.ts';
import { holds } from '#functions/hospital/pages/section/conditions.ts';
import { applies } from '#lib/core/survey/applies.ts';
import type { Condition, Question, Section, Values } from '#lib/core/survey/form.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import { stepsOf } from '#lib/core/survey/scale-steps.ts';
import { programs } from '#lib/programs/every-program.ts';
import { sampleForm } from '#test/lib/core/survey/sample-form.ts';

const draw = (question: Question, values: Values = {}, problems: Record<string, string> = {}): string =>
  renderToString(
    <QuestionField
      question={question}
      posted={typedOf([question], values)}
      problems={new Map(Object.entries(problems))}
    />,
  );

const everyQuestion = [
  ...sampleForm.sections,
  ...programs.flatMap(({ editions }) =>
    editions.flatMap(({ surveys }) => surveys.flatMap(({ form }) => form.sections)),
  ),
].flatMap(({ questions }) => questions);

describe('a question on a page', () => {
  test('has its label and, where something is wrong, the same words tied to its control', () => {
    for (const question of everyQuestion.filter(({ kind }) => kind !== 'note' && kind !== 'calculate')) {
      const html = draw(question, {}, { [question.id]: 'ここを直してください。' });
      expect(html).toContain(question.label.replaceAll('&', '&amp;'));
      expect(html).toContain('ここを直してください。');
      expect(html).toMatch(new RegExp(`id="${question.id}"`));
    }
  });

  test('never uses number or date controls of the browser, nor the attribute required', () => {
    for (const question of everyQuestion) expect(draw(question)).not.toMatch(/type="(number|date|time)"| required[ >]/);
  });

  test('keeps a line break at the beginning of a text', () => {
    const question: Question = { kind: 'long-text', id: 'q', label: '文', maxLength: 100 };
    expect(draw(question, { q: '\n一行目' })).toContain('>\n\n一行目</textarea>');
  });

  test('escapes what was typed', () => {
    const question: Question = { kind: 'text', id: 'q', label: '名', maxLength: 100 };
    expect(draw(question, { q: '"><script>' })).not.toContain('<script>');
  });
});

describe('stored answers as typed fields', () => {
  const section: Section = sampleForm.sections[1] ?? { id: '', title: '', minutes: 0, questions: [] };

  test('read back give the same answers', () => {
    const row = fc.record(
      { from: fc.constantFrom('2026-04-01', '2027-12-31'), to: fc.constant('2028-02-29'), doctors: fc.nat(99) },
      { requiredKeys: ['from'] },
    );
    const answers = fc.record({
      accepts: fc.constant('yes'),
      periods: fc.array(row, { minLength: 1, maxLength: 5 }),
      support: fc.subarray(['rent', 'travel'], { minLength: 1 }),
    });
    fc.assert(
      fc.property(answers, (values) => {
        expect(readSection(section, typedOf(section.questions, values), {}).values).toEqual(values);
      }),
    );
  });

  test('hold the detail of その他 in a table and outside', () => {
    const values = { accepts: 'other', 'accepts-other': '時期による', support: ['other'], 'support-other': '駐車場' };
    expect(readSection(section, typedOf(section.questions, values), {}).values).toEqual(values);
  });
});

describe('a day in three fields', () => {
  test('shows no leading zeros, and what was typed whole into one stands for all', () => {
    expect(partsOfDay('2027-04-01')).toEqual({ year: '2027', month: '4', day: '1' });
    expect(typedDay({ year: '令和9年4月1日', month: '', day: '' })).toBe('令和9年4月1日');
    expect(typedDay({ year: '令和9年4月1日', month: '1', day: '29' })).toBe('令和9年4月1日');
    expect(typedDay({ year: '令和９年', month: '４', day: '１日' })).toBe('令和9-4-1');
  });
});

test('a scale offers every step exactly', () => {
  expect(stepsOf({ kind: 'range', id: 'q', label: '', start: '-0.1', end: '0.2', step: '0.1' })).toEqual([
    '-0.1',
    '0',
    '0.1',
    '0.2',
  ]);
});

describe('a condition on a page', () => {
  const section: Section = {
    id: 's',
    title: '',
    minutes: 1,
    questions: [
      { kind: 'choice', id: 'a', label: '受入れ', choices: [{ code: 'yes', label: '可' }] },
      { kind: 'integer', id: 'n', label: '人数', unit: '人', min: 0, max: 99 },
    ],
  };

  test('is told in words where it looks at the same section', () => {
    expect(conditionWords(section.questions, { question: 'a', is: 'yes' })).toBe('「受入れ」が「可」の場合');
    expect(conditionWords(section.questions, { question: 'n', atLeast: 3 })).toBe('「人数」が3以上の場合');
    expect(looksAt(section, { not: { question: 'elsewhere', answered: true } })).toBe(false);
  });

  test('means the same in the browser as on the server', () => {
    const leaf = fc.constantFrom<Condition>(
      { question: 'a', is: 'yes' },
      { question: 'a', is: ['no', 'yes'] },
      { question: 'n', atLeast: 3 },
      { question: 'n', answered: true },
      { question: 'elsewhere', is: 'yes' },
    );
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
        fc.record({ not: tie('condition') }),
      ),
    }));
    const values = fc.record(
      { a: fc.constantFrom('yes', 'no'), n: fc.nat(5), elsewhere: fc.constantFrom('yes', 'no') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(condition, values, (when, answers) => {
        const onPage = conditionOnPage({ section, values: answers, today: '2027-01-20' }, when);
        const typed = typedOf(section.questions, answers);
        expect(holds(onPage, (id) => typed[id] ?? [])).toBe(applies(when, answers, '2027-01-20'));
      }),
    );
  });
});
