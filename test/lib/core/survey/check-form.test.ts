import { describe, expect, test } from 'vitest';
import { checkForm } from '#lib/core/survey/check-form.ts';
import type { Form, Question } from '#lib/core/survey/form.ts';
import { sampleForm } from './sample-form.ts';

const formOf = (...questions: Question[]): Form => ({
  ...sampleForm,
  sections: [{ id: 's', title: '', minutes: 1, questions }],
});
const text = (id: string, more: Partial<Question> = {}): Question =>
  ({ kind: 'text', label: id, maxLength: 9, ...more, id }) as Question;

describe('a form is checked for', () => {
  test('ids used twice', () => {
    expect(checkForm(formOf(text('a'), text('a')))).toEqual([{ id: 'a', kind: 'duplicate-id', about: ['a'] }]);
  });

  test('conditions on questions that are not there', () => {
    expect(checkForm(formOf(text('a', { when: { question: 'x', answered: true } })))).toEqual([
      { id: 'a', kind: 'unknown-reference', about: ['x'] },
    ]);
  });

  test('conditions in a circle', () => {
    const when = (question: string) => ({ when: { not: { question, answered: true } } as const });
    const faults = checkForm(
      formOf(text('a', when('c')), text('b', when('a')), text('c', when('b')), text('d', when('a'))),
    );
    expect(faults.map(({ kind, about }) => [kind, [...about].sort()])).toEqual([['cycle', ['a', 'b', 'c']]]);
  });

  test('choices without codes, codes twice, and marks on codes that are not there', () => {
    const kinds = checkForm(
      formOf(
        { kind: 'choice', id: 'a', label: '', choices: [] },
        {
          kind: 'choice',
          id: 'b',
          label: '',
          choices: [
            { code: '1', label: '' },
            { code: '1', label: '' },
          ],
          otherCode: '2',
        },
      ),
    ).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['duplicate-code', 'no-choices', 'unknown-code']);
  });

  test('a chain of ten thousand conditions without running out of stack', () => {
    const chain = Array.from({ length: 10_000 }, (_, at) =>
      text(`q${at}`, at === 0 ? {} : { when: { question: `q${at - 1}`, answered: true } }),
    );
    expect(checkForm(formOf(...chain))).toEqual([]);
  });
});

test('the sample form has no fault', () => {
  expect(checkForm(sampleForm)).toEqual([]);
});
