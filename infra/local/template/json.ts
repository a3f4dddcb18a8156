/** A JSON value, as templates, SDK requests and events are made of. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Whether a value is a JSON object (not an array, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a key, or an empty one when it is absent or something else. */
export function objectAt(value: Json | undefined, key: string): JsonObject {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : {};
}

/** The list under a key; a single value counts as a list of one, as IAM and CloudFormation read it. */
export function listAt(value: Json | undefined, key: string): readonly Json[] {
  const found = isObject(value) ? value[key] : undefined;
  if (found === undefined || found === null) return [];
  return isList(found) ? found : [found];
}

/** The text under a key (numbers and booleans as text), or undefined. */
export function textAt(value: Json | undefined, key: string): string | undefined {
  const found = isObject(value) ? value[key] : undefined;
  if (typeof found === 'string') return found;
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined;
}

/** The number under a key (numbers written as text too), or the given default. */
export function numberAt(value: Json | undefined, key: string, otherwise: number): number {
  const text = textAt(value, key);
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? otherwise : Number(text);
}

/** Parses JSON text; throws SyntaxError as JSON.parse does. */
export function parseJson(text: string): Json {
  return JSON.parse(text);
}

/** Whether a JSON value is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
