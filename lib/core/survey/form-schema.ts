import * as z from 'zod/mini';
import type { Citation } from '../citation.ts';
import { number, text } from '../shapes.ts';
import { expressionSchema } from './expression/expression-schema.ts';
import type { Column, Condition, Form, Mapping, Question, Row, Section, Value } from './form.ts';

/** A form as it comes back from where it was stored, or from a page that carried it; `checkForm` judges what it says. Built when first used, as most functions never read one. */
export const formSchema: z.ZodMiniType<Form> = z.lazy(builtFormSchema);

/** Largest form, bytes of JSON; DynamoDB holds 400 KB an item. */
export const FORM_LIMIT = 350_000;

function builtFormSchema(): z.ZodMiniType<Form> {
  const some = z.exactOptional;
  const words = z.record(text, text);

  const citation: z.ZodMiniType<Citation> = z.strictObject({
    document: text,
    section: some(text),
    date: text,
    url: some(text),
  });

  const translations = z.record(text, z.strictObject({ label: some(text), help: some(text), message: some(text) }));

  const inner = z.lazy((): z.ZodMiniType<Condition> => condition);
  const condition: z.ZodMiniType<Condition> = z.union([
    z.strictObject({ question: text, is: z.union([text, z.array(text)]) }),
    z.strictObject({ question: text, includes: text }),
    z.strictObject({ question: text, atLeast: number }),
    z.strictObject({ question: text, answered: z.literal(true) }),
    z.strictObject({ all: z.array(inner) }),
    z.strictObject({ any: z.array(inner) }),
    z.strictObject({ not: inner }),
    z.strictObject({ expression: expressionSchema }),
  ]);

  const row: z.ZodMiniType<Row> = z.record(text, z.union([text, number]));
  const value: z.ZodMiniType<Value> = z.union([text, number, z.array(text), z.array(row)]);

  const base = {
    id: text,
    label: text,
    help: some(text),
    required: some(z.boolean()),
    when: some(condition),
    visibility: some(z.enum(['released', 'when-consultable', 'office-only'])),
    source: some(citation),
    readOnly: some(z.boolean()),
    initial: some(value),
    constraint: some(z.strictObject({ rule: expressionSchema, message: text })),
    translations: some(translations),
  };

  const choices = z.array(
    z.strictObject({
      code: text,
      label: text,
      hint: some(text),
      attributes: some(words),
      translations: some(translations),
    }),
  );

  const columns = [
    z.strictObject({
      ...base,
      kind: z.literal('text'),
      purpose: some(z.enum(['name', 'address', 'telephone', 'email', 'postal-code'])),
      maxLength: number,
    }),
    z.strictObject({ ...base, kind: z.literal('long-text'), maxLength: number }),
    z.strictObject({
      ...base,
      kind: z.literal('integer'),
      unit: text,
      min: number,
      max: number,
      unlikelyAbove: some(number),
    }),
    z.strictObject({ ...base, kind: z.literal('decimal'), unit: text, digits: number, min: text, max: text }),
    z.strictObject({ ...base, kind: z.literal('date'), min: some(text), max: some(text) }),
    z.strictObject({ ...base, kind: z.literal('time') }),
    z.strictObject({ ...base, kind: z.literal('date-time') }),
    z.strictObject({ ...base, kind: z.literal('range'), start: text, end: text, step: text }),
    z.strictObject({
      ...base,
      kind: z.literal('choice'),
      choices,
      otherCode: some(text),
      choiceFilter: some(expressionSchema),
    }),
  ] as const;
  const column: z.ZodMiniType<Column> = z.discriminatedUnion('kind', columns);

  const question: z.ZodMiniType<Question> = z.discriminatedUnion('kind', [
    ...columns,
    z.strictObject({
      ...base,
      kind: z.literal('choices'),
      choices,
      otherCode: some(text),
      noneCode: some(text),
      choiceFilter: some(expressionSchema),
    }),
    z.strictObject({ ...base, kind: z.literal('rank'), choices }),
    z.strictObject({
      ...base,
      kind: z.literal('file'),
      accept: z.enum(['image', 'document']),
      maxFiles: number,
      maxMegabytes: some(number),
    }),
    z.strictObject({ ...base, kind: z.literal('note'), heading: some(z.boolean()) }),
    z.strictObject({ ...base, kind: z.literal('calculate'), expression: expressionSchema }),
    z.strictObject({
      ...base,
      kind: z.literal('table'),
      rowLabel: text,
      columns: z.array(column),
      minRows: number,
      maxRows: number,
    }),
  ]);

  const section: z.ZodMiniType<Section> = z.strictObject({
    id: text,
    title: text,
    lead: some(text),
    minutes: number,
    when: some(condition),
    source: some(citation),
    translations: some(translations),
    questions: z.array(question),
  });

  const mapping: z.ZodMiniType<Mapping> = z.strictObject({
    questions: some(z.record(text, z.union([text, z.null()]))),
    codes: some(z.record(text, z.record(text, z.union([text, z.null()])))),
  });

  return z.strictObject({
    id: text,
    version: number,
    title: text,
    prepare: z.array(text),
    sections: z.array(section),
    source: some(citation),
    carries: some(mapping),
    language: some(text),
    languages: some(z.array(text)),
  });
}
