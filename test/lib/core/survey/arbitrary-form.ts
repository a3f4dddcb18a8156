import * as fc from 'fast-check';
import type { Choice, Column, Condition, Form, Question, Section } from '#lib/core/survey/form.ts';
import type { Posted } from '#lib/core/survey/read-question.ts';

const word = fc
  .stringMatching(/^[ぁ-ん一-龠a-z()、=+'",<&_x0-9]{1,12}$/)
  .filter((text) => text.trim() === text && text !== '');
const choices: fc.Arbitrary<readonly Choice[]> = fc
  .array(fc.record({ label: word }), { minLength: 1, maxLength: 5 })
  .map((list) => list.map(({ label }, at) => ({ code: `c${at}`, label })));

const column = (id: string): fc.Arbitrary<Column> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      id: fc.constant(id),
      label: word,
      maxLength: fc.constant(40),
      purpose: fc.constantFrom('name' as const, 'address' as const),
    }),
    fc.record({
      kind: fc.constant('long-text' as const),
      id: fc.constant(id),
      label: word,
      maxLength: fc.constant(200),
    }),
    fc.record({
      kind: fc.constant('integer' as const),
      id: fc.constant(id),
      label: word,
      unit: fc.constantFrom('床', '人', ''),
      min: fc.constant(-5),
      max: fc.constant(9999),
    }),
    fc.record({
      kind: fc.constant('decimal' as const),
      id: fc.constant(id),
      label: word,
      unit: fc.constantFrom('%', ''),
      digits: fc.constant(3),
      min: fc.constant('-10'),
      max: fc.constant('99999999999999999999'),
    }),
    fc.record({
      kind: fc.constant('range' as const),
      id: fc.constant(id),
      label: word,
      start: fc.constant('0'),
      end: fc.constant('5'),
      step: fc.constant('0.5'),
    }),
    fc.record({ kind: fc.constant('date' as const), id: fc.constant(id), label: word }),
    fc.record({ kind: fc.constant('time' as const), id: fc.constant(id), label: word }),
    fc.record({ kind: fc.constant('date-time' as const), id: fc.constant(id), label: word }),
    choices.chain((list) =>
      fc
        .record({ kind: fc.constant('choice' as const), id: fc.constant(id), label: word, choices: fc.constant(list) })
        .chain((question) => fc.boolean().map((other) => (other ? { ...question, otherCode: 'c0' } : question))),
    ),
  );

const question = (id: string): fc.Arbitrary<Question> =>
  fc.oneof(
    { weight: 4, arbitrary: column(id) },
    choices.chain((list) =>
      fc.boolean().map(
        (other): Question => ({
          kind: 'choices',
          id,
          label: id,
          choices: list,
          ...(other ? { otherCode: 'c0' } : {}),
        }),
      ),
    ),
    choices.map((list): Question => ({ kind: 'rank', id, label: id, choices: list })),
    fc.constant<Question>({ kind: 'note', id, label: 'お知らせ' }),
    fc
      .tuple(column(`${id}a`), column(`${id}b`))
      .map((columns): Question => ({ kind: 'table', id, label: id, rowLabel: '行', columns, minRows: 0, maxRows: 4 })),
  );

const condition = (ids: readonly string[]): fc.Arbitrary<Condition | undefined> => {
  if (ids.length === 0) return fc.constant(undefined);
  const on = fc.constantFrom(...ids);
  return fc.option(
    fc.oneof(
      on.map((id): Condition => ({ question: id, answered: true })),
      on.map((id): Condition => ({ not: { question: id, answered: true } })),
      on.map((id): Condition => ({ question: id, is: ['c0', 'c1'] })),
      on.map((id): Condition => ({ question: id, includes: 'c0' })),
      on.map(
        (id): Condition => ({
          any: [
            { question: id, atLeast: 2 },
            { question: id, is: 'c0' },
          ],
        }),
      ),
    ),
    { nil: undefined },
  );
};

/** Any form of two to four sections whose conditions look at any other question that stands before it. */
export const anyForm: fc.Arbitrary<Form> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 })
  .chain((sizes) => {
    const ids = sizes.flatMap((size, section) => Array.from({ length: size }, (_, at) => `s${section}q${at}`));
    return fc
      .tuple(
        fc.tuple(...ids.map(question)),
        fc.tuple(...ids.map((_, at) => condition(ids.slice(0, at)))),
        fc.tuple(
          ...sizes.map((_, section) => condition(ids.filter((id) => Number(id.slice(1, id.indexOf('q'))) < section))),
        ),
      )
      .map(([questions, conditions, sectionConditions]): Form => {
        const shown = questions.map(
          (each, at): Question =>
            conditions[at] === undefined ? each : ({ ...each, when: conditions[at] } as Question),
        );
        const sections = sizes.map((size, section): Section => {
          const from = sizes.slice(0, section).reduce((sum, each) => sum + each, 0);
          const when = sectionConditions[section];
          return {
            id: `s${section}`,
            title: `節 ${section}`,
            minutes: 1,
            questions: shown.slice(from, from + size),
            ...(when === undefined ? {} : { when }),
          };
        });
        return { id: 'any', version: 1, title: '任意', prepare: [], sections };
      });
  });

const text = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '神\u{FA19}\u{FA1B}\u{FA10}',
      '=1+1',
      "'=1",
      '_x0041_',
      ' 　字下げ',
      '1行\r\n2行',
      '＝１',
      '@x',
      '00123',
      '1e5',
      'TRUE',
      '2027/4/1',
      '#N/A',
      '-',
    ),
  },
);
const number = fc.oneof(
  fc.integer({ min: -9, max: 10_500 }).map(String),
  fc.constantFrom('１，２００床', '2.5', '0.50', '12345678901234567.125', '３人', ''),
);
const moment = fc.constantFrom(
  '令和9年4月1日',
  '2027/4/1 9時半',
  '14:03',
  '00:00',
  '2027-04-01T00:00',
  '1900/1/1',
  'R10.2.29',
  '午後3時',
);
const codes = fc.subarray(['c0', 'c1', 'c2', 'c3', 'c4']);

/** Anything typed into a form: what fits its questions most of the time, and noise. */
export const anyPosted = (form: Form): fc.Arbitrary<Posted> => {
  const fields = form.sections.flatMap(({ questions }) => questions.flatMap((each) => fieldsOf(each)));
  return fc
    .tuple(...fields.map(({ typed }) => typed))
    .map((typed) => Object.fromEntries(fields.map(({ field }, at) => [field, typed[at] ?? []])));
};

interface Field {
  readonly field: string;
  readonly typed: fc.Arbitrary<readonly string[]>;
}

function fieldsOf(each: Question, field = each.id): readonly Field[] {
  const one = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> => arbitrary.map((typed) => [typed]);
  switch (each.kind) {
    case 'table':
      return [0, 1, 3].flatMap((row) =>
        each.columns.flatMap((inner) => fieldsOf(inner, `${field}.${row}.${inner.id}`)),
      );
    case 'text':
    case 'long-text':
      return [{ field, typed: one(text) }];
    case 'integer':
    case 'decimal':
    case 'range':
      return [{ field, typed: one(number) }];
    case 'date':
    case 'time':
    case 'date-time':
      return [{ field, typed: one(moment) }];
    case 'choice':
      return [
        { field, typed: codes.map((list) => list.slice(0, 1)) },
        { field: `${field}-other`, typed: one(text) },
      ];
    case 'choices':
      return [
        { field, typed: codes },
        { field: `${field}-other`, typed: one(text) },
      ];
    case 'rank':
      return [
        {
          field,
          typed: fc.shuffledSubarray(
            each.choices.map(({ code }) => code),
            { minLength: each.choices.length },
          ),
        },
      ];
    case 'file':
    case 'note':
    case 'calculate':
      return [];
  }
}
