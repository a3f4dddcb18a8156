import type { JsonSchema } from '#lib/core/survey/answer-schema.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
const schemaIn = (value: unknown): JsonSchema => (isObject(value) ? value : {});

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
};

/** What each keyword that answers' schemas use demands of a value; words that begin with `x-`, titles and the like demand nothing. */
const keywords: Readonly<Record<string, (rule: unknown, value: unknown, schema: JsonSchema) => boolean>> = {
  type: (rule, value) => types[String(rule)]?.(value) ?? false,
  const: (rule, value) => rule === value,
  enum: (rule, value) => list(rule).includes(value),
  oneOf: (rule, value) => list(rule).filter((one) => fits(schemaIn(one), value)).length === 1,
  anyOf: (rule, value) => list(rule).some((one) => fits(schemaIn(one), value)),
  not: (rule, value) => !fits(schemaIn(rule), value),
  contains: (rule, value) => !Array.isArray(value) || value.some((one) => fits(schemaIn(rule), one)),
  minimum: (rule, value) => typeof value !== 'number' || value >= number(rule, 0),
  maximum: (rule, value) => typeof value !== 'number' || value <= number(rule, 0),
  minLength: (rule, value) => typeof value !== 'string' || [...value].length >= number(rule, 0),
  maxLength: (rule, value) => typeof value !== 'string' || [...value].length <= number(rule, 0),
  pattern: (rule, value) => typeof value !== 'string' || new RegExp(String(rule), 'u').test(value),
  minItems: (rule, value) => !Array.isArray(value) || value.length >= number(rule, 0),
  maxItems: (rule, value) => !Array.isArray(value) || value.length <= number(rule, 0),
  uniqueItems: (_rule, value) =>
    !Array.isArray(value) || new Set(value.map((one) => JSON.stringify(one))).size === value.length,
  items: (rule, value) => !Array.isArray(value) || value.every((one) => fits(schemaIn(rule), one)),
  required: (rule, value) => !isObject(value) || list(rule).every((name) => Object.hasOwn(value, String(name))),
  properties: (rule, value) =>
    !isObject(value) ||
    Object.entries(schemaIn(rule)).every(
      ([name, one]) => !Object.hasOwn(value, name) || fits(schemaIn(one), value[name]),
    ),
  additionalProperties: (_rule, value, schema) =>
    !isObject(value) || Object.keys(value).every((name) => Object.hasOwn(schemaIn(schema.properties), name)),
};

const silent = /^(title|description|format|x-.*)$/;

/** Whether a value fits a JSON Schema, for the keywords that answers' schemas use; any other keyword is a fault of the test. */
export function fits(schema: JsonSchema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, rule]) => {
    if (silent.test(keyword)) return true;
    const demand = keywords[keyword];
    if (demand === undefined) throw new Error(`no such keyword here: ${keyword}`);
    return demand(rule, value, schema);
  });
}
