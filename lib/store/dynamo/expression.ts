import type { Expect } from '#lib/core/ports.ts';

/** A DynamoDB condition or update expression with its names and plain values. */
export interface Expression {
  readonly text: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Collects placeholders so that no attribute name can meet a reserved word. */
class Placeholders {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, unknown> = {};
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  name(attribute: string): string {
    const placeholder = `#${attribute}`;
    this.names[placeholder] = attribute;
    return placeholder;
  }

  value(value: unknown): string {
    const placeholder = `:${this.#prefix}${Object.keys(this.values).length}`;
    this.values[placeholder] = value;
    return placeholder;
  }
}

/** The condition expression of an expectation; undefined when nothing is expected. */
export function conditionOf(expect: Expect | undefined): Expression | undefined {
  if (expect === undefined) return undefined;
  const at = new Placeholders('c');
  const clauses: string[] = [];
  if (expect.absent) clauses.push(`attribute_not_exists(${at.name('pk')})`);
  if (expect.present) clauses.push(`attribute_exists(${at.name('pk')})`);
  for (const [attribute, value] of Object.entries(expect.equals ?? {})) {
    clauses.push(`${at.name(attribute)} = ${at.value(value)}`);
  }
  for (const [attribute, options] of Object.entries(expect.oneOf ?? {})) {
    const list = options.map((option) => at.value(option)).join(', ');
    clauses.push(`${at.name(attribute)} IN (${list})`);
  }
  for (const [attribute, bound] of Object.entries(expect.before ?? {})) {
    const name = at.name(attribute);
    clauses.push(`(attribute_not_exists(${name}) OR ${name} < ${at.value(bound)})`);
  }
  return { text: clauses.join(' AND '), names: at.names, values: at.values };
}

/** The update expression that sets and removes attributes. */
export function updateOf(
  set: Readonly<Record<string, unknown>> | undefined,
  remove: readonly string[] | undefined,
): Expression {
  const at = new Placeholders('u');
  const sets = Object.entries(set ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => `${at.name(attribute)} = ${at.value(value)}`);
  const removes = (remove ?? []).map((attribute) => at.name(attribute));
  const parts = [
    sets.length > 0 ? `SET ${sets.join(', ')}` : '',
    removes.length > 0 ? `REMOVE ${removes.join(', ')}` : '',
  ];
  return { text: parts.filter(Boolean).join(' '), names: at.names, values: at.values };
}
