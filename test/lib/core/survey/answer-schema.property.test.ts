import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerSchema, type JsonSchema } from '#lib/core/survey/answer-schema.ts';
import type { Form, Question } from '#lib/core/survey/form.ts';
import { openApiOf } from '#lib/core/survey/open-api.ts';
import { questionSchema } from '#lib/core/survey/question-schema.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import { programs } from '#lib/programs/every-program.ts';
import { anyForm, anyPosted } from './arbitrary-form.ts';
import { fits } from './json-schema-check.ts';

const of = (question: Question): Form => ({
  id: 'f',
  version: 3,
  title: '調査',
  prepare: [],
  sections: [{ id: 's', title: '節', minutes: 1, questions: [question] }],
});

/** Leaves what must be there to those who submit: a draft may lack it. */
const ofDraft = ({ required: _, ...schema }: JsonSchema): JsonSchema => schema;

test('whatever the validator keeps of any form fits the schema of its answers', () => {
  fc.assert(
    fc.property(
      anyForm.chain((form) => fc.tuple(fc.constant(form), anyPosted(form))),
      ([form, posted]) => {
        const values = form.sections.map((section) => readSection(section, posted, {}).values);
        expect(fits(ofDraft(answerSchema(form)), Object.assign({}, ...values))).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

const odd = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.integer({ min: -20, max: 12_000 }),
  fc.constantFrom(
    '2.5',
    '2.50',
    '-0',
    '1900-01-01',
    '14:03',
    '24:00',
    '2027-04-01T14:03',
    '0',
    '5',
    '5.5',
    'c0',
    'c9',
    '行\n行',
  ),
  fc.subarray(['c0', 'c1', 'c2', 'c3', 'c4', 'c9']),
  fc.constant(['c0', 'c0']),
);

test('what the validator refuses of one question, its schema refuses as well, but for sizes and calendars', () => {
  const question = anyForm.map((form) => form.sections[0]?.questions[0]);
  fc.assert(
    fc.property(question, odd, (asked, value) => {
      if (asked === undefined || asked.kind === 'note' || asked.kind === 'calculate') return;
      const { when: _, ...always } = asked;
      const accepted = questionSchema(asked).safeParse(value).success;
      const known = fits(ofDraft(answerSchema(of(always))), { [asked.id]: value });
      if (accepted) expect(known).toBe(true);
      else if (known) expect(['decimal', 'date', 'date-time', 'text', 'long-text']).toContain(asked.kind);
    }),
    { numRuns: 400 },
  );
});

describe('the schema of a form’s answers', () => {
  const choices: Question = {
    kind: 'choices',
    id: 'q',
    label: '設備',
    required: true,
    choices: [
      { code: 'a', label: '研修医室' },
      { code: 'other', label: 'その他' },
      { code: 'none', label: '該当なし' },
    ],
    otherCode: 'other',
    noneCode: 'none',
  };
  const schema = answerSchema(of(choices));

  test('knows codes, the text beside その他, and what stands alone', () => {
    expect(fits(schema, { q: ['a', 'other'], 'q-other': '図書室' })).toBe(true);
    expect(fits(schema, { q: ['a', 'none'] })).toBe(false);
    expect(fits(schema, { q: ['b'] })).toBe(false);
    expect(fits(schema, { q: ['a'], stranger: 1 })).toBe(false);
  });

  test('demands what every submitted answer holds, and nothing that a condition may hide', () => {
    expect(fits(schema, {})).toBe(false);
    expect(fits(answerSchema(of({ ...choices, when: { question: 'p', is: 'yes' } })), {})).toBe(true);
  });

  test('names codes by their labels and numbers by their unit', () => {
    const integer: Question = { kind: 'integer', id: 'n', label: '人数', unit: '人', min: 0, max: 99 };
    expect(answerSchema(of(integer)).properties).toEqual({
      n: { title: '人数', type: 'integer', minimum: 0, maximum: 99, 'x-unit': '人' },
    });
  });

  test.each(programs.flatMap(({ editions }) => editions.flatMap(({ surveys }) => surveys.map(({ form }) => form))))(
    'stands in an OpenAPI document of its form and version ($id)',
    (form) => {
      expect(openApiOf(form)).toMatchObject({
        openapi: '3.1.0',
        info: { title: form.title, version: String(form.version) },
        components: { schemas: { Answer: { type: 'object' } } },
      });
      expect(fits(ofDraft(answerSchema(form)), {})).toBe(true);
    },
  );
});
