import { otherId } from './answer.ts';
import type { Choice, Column, Form, Question, TableQuestion, TextQuestion } from './form.ts';
import { OTHER_LENGTH } from './question-schema.ts';
import { stepsOf } from './scale-steps.ts';

/** A JSON Schema (draft 2020-12), as far as answers need it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The JSON Schema of a form's stored answers: whatever the validator keeps fits it. It does not know conditions, the size of decimals,
 * bounds of days, nor how people count characters; those stand beside it as `x-` words, and the validator has the last word.
 */
export function answerSchema(form: Form): JsonSchema {
  const questions = form.sections.flatMap((section) =>
    section.questions.map((question) => ({ question, sure: section.when === undefined && isSure(question) })),
  );
  return {
    title: form.title,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(questions.flatMap(({ question }) => propertiesOf(question))),
    required: questions.filter(({ sure }) => sure).map(({ question }) => question.id),
  };
}

/** Whether every submitted answer holds the question. */
const isSure = (question: Question): boolean =>
  question.when === undefined &&
  question.readOnly !== true &&
  question.kind !== 'note' &&
  question.kind !== 'calculate' &&
  (question.required === true || (question.kind === 'table' && question.minRows > 0));

type Property = readonly [string, JsonSchema];

function propertiesOf(question: Question): readonly Property[] {
  if (question.kind === 'note' || question.kind === 'calculate') return [];
  const own: Property = [question.id, { ...wordsOf(question), ...schemaOf(question) }];
  if (!('otherCode' in question) || question.otherCode === undefined) return [own];
  const detail = { title: `${question.label}（その他の内容）`, ...textSchema(OTHER_LENGTH, true) };
  return [own, [otherId(question.id), detail]];
}

const wordsOf = ({ label, help }: Question): JsonSchema => ({
  title: label,
  ...(help === undefined ? {} : { description: help }),
});

function schemaOf(question: Exclude<Question, { kind: 'note' | 'calculate' }>): JsonSchema {
  switch (question.kind) {
    case 'table':
      return tableSchema(question);
    case 'choices':
      return { ...codes(question.choices, 1), ...alone(question.noneCode) };
    case 'rank':
      return { ...codes(question.choices, question.choices.length), maxItems: question.choices.length };
    case 'file':
      return {
        type: 'array',
        items: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,100}$' },
        minItems: 1,
        maxItems: question.maxFiles,
      };
    default:
      return cellSchema(question);
  }
}

function cellSchema(question: Column): JsonSchema {
  switch (question.kind) {
    case 'text':
      return { ...textSchema(question.maxLength, false), ...purposeSchema(question) };
    case 'long-text':
      return textSchema(question.maxLength, true);
    case 'integer':
      return { type: 'integer', minimum: question.min, maximum: question.max, ...unitOf(question.unit) };
    case 'decimal':
      return {
        type: 'string',
        pattern: decimalPattern(question.digits),
        'x-minimum': question.min,
        'x-maximum': question.max,
        ...unitOf(question.unit),
      };
    case 'range':
      return { type: 'string', enum: stepsOf(question) };
    case 'date':
      return {
        type: 'string',
        format: 'date',
        pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
        ...(question.min === undefined ? {} : { 'x-minimum': question.min }),
        ...(question.max === undefined ? {} : { 'x-maximum': question.max }),
      };
    case 'time':
      return { type: 'string', pattern: `^${clock}$` };
    case 'date-time':
      return { type: 'string', pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}T${clock}$` };
    case 'choice':
      return oneOf(question.choices);
  }
}

const clock = '([01][0-9]|2[0-3]):[0-5][0-9]';

/** What no answer holds: control characters, but for line break and tab where a text has several lines. */
const line = '^[^\\u0000-\\u001F\\u007F-\\u009F\\uFFFE\\uFFFF]*$';
const lines = '^[^\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\uFFFE\\uFFFF]*$';

/** Characters are counted as people see them, which no keyword does; 32,000 units is the most that any text has. */
const textSchema = (characters: number, several: boolean): JsonSchema => ({
  type: 'string',
  minLength: 1,
  maxLength: 32_000,
  pattern: several ? lines : line,
  'x-maximum-characters': characters,
});

function purposeSchema({ purpose }: TextQuestion): JsonSchema {
  switch (purpose ?? 'name') {
    case 'telephone':
      return { pattern: '^0(-?[0-9]){9,10}( 内線[0-9]{1,8})?$' };
    case 'email':
      return { pattern: '^[^\\s@<>(),;:"\\[\\]\\\\]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$' };
    case 'postal-code':
      return { pattern: '^[0-9]{7}$' };
    case 'name':
    case 'address':
      return {};
  }
}

/** A decimal in its one writing with at most so many digits after the point. */
function decimalPattern(digits: number): string {
  if (digits === 0) return '^(0|-?[1-9][0-9]*)$';
  const fraction = `\\.[0-9]{0,${digits - 1}}[1-9]`;
  return `^(0|-?[1-9][0-9]*(${fraction})?|-?0${fraction})$`;
}

const unitOf = (unit: string): JsonSchema => (unit === '' ? {} : { 'x-unit': unit });

const oneOf = (choices: readonly Choice[]): JsonSchema => ({
  type: 'string',
  oneOf: choices.map(({ code, label }) => ({ const: code, title: label })),
});

const codes = (choices: readonly Choice[], fewest: number): JsonSchema => ({
  type: 'array',
  items: oneOf(choices),
  uniqueItems: true,
  minItems: fewest,
});

/** A code that stands alone or not at all. */
const alone = (code: string | undefined): JsonSchema =>
  code === undefined ? {} : { anyOf: [{ maxItems: 1 }, { not: { contains: { const: code } } }] };

const tableSchema = ({ columns, maxRows }: TableQuestion): JsonSchema => ({
  type: 'array',
  minItems: 1,
  maxItems: maxRows,
  items: {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(columns.flatMap(propertiesOf)),
  },
});
