import type { JsonObject } from '#infra/local/template/json.ts';

/** A value as DynamoDB's JSON carries it: `{ S: 'text' }`, `{ N: '1' }` and so on. */
export type Attribute = JsonObject;
export type Attributes = { readonly [name: string]: Attribute };

/** Placeholders of an expression, as a request carries them. */
export interface Placeholders {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Attributes;
}

/** Whether a condition or key condition holds of an item: comparisons, IN, BETWEEN, the functions of existence and prefix, AND, OR, NOT. Throws on what it does not know. */
export function conditionHolds(text: string, item: Attributes | undefined, places: Placeholders): boolean {
  const reader = new Reader(text);
  const held = either(reader, item, places);
  reader.end();
  return held;
}

/** What an update expression makes of an item: SET with values and sums, REMOVE, ADD of numbers. */
export function updated(text: string, item: Attributes, places: Placeholders): Attributes {
  const after: Record<string, Attribute> = { ...item };
  const reader = new Reader(text);
  let clause = '';
  while (!reader.done()) {
    if (/^(SET|REMOVE|ADD)$/i.test(reader.peek())) clause = reader.take().toUpperCase();
    const name = nameOf(reader.take(), places);
    if (clause === 'REMOVE') delete after[name];
    else if (clause === 'ADD') after[name] = sum(after[name], operand(reader, item, places), 1);
    else {
      reader.expect('=');
      let value = operand(reader, item, places);
      while (reader.peek() === '+' || reader.peek() === '-') {
        const sign = reader.take() === '+' ? 1 : -1;
        value = sum(value, operand(reader, item, places), sign);
      }
      if (value) after[name] = value;
    }
    if (reader.peek() === ',') reader.take();
  }
  return after;
}

/** Order of two values of one type. */
export function compare(left: Attribute | undefined, right: Attribute | undefined): number {
  if (!left || !right) return Number.NaN;
  if ('N' in left && 'N' in right) return Number(left.N) - Number(right.N);
  const [a, b] = [String(left.S), String(right.S)];
  return 'S' in left && 'S' in right ? (a < b ? -1 : a > b ? 1 : 0) : Number.NaN;
}

/** Expressions are few and come again and again. */
const read = new Map<string, readonly string[]>();

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = read.get(text) ?? text.match(/[#:]?[\w.-]+|<=|>=|<>|[=<>(),+-]/g) ?? [];
    read.set(text, this.#tokens);
  }

  peek = (): string => this.#tokens[this.#at] ?? '';
  take = (): string => this.#tokens[this.#at++] ?? '';
  done = (): boolean => this.#at >= this.#tokens.length;
  expect(token: string): void {
    const found = this.take();
    if (found.toUpperCase() !== token) throw new Error(`expected ${token} and not ${found} in an expression`);
  }
  end(): void {
    if (!this.done()) throw new Error(`an expression goes on with ${this.peek()}`);
  }
}

type Part = (reader: Reader, item: Attributes | undefined, places: Placeholders) => boolean;

const either: Part = (reader, item, places) => {
  let held = both(reader, item, places);
  while (reader.peek().toUpperCase() === 'OR') {
    reader.take();
    held = both(reader, item, places) || held;
  }
  return held;
};

const both: Part = (reader, item, places) => {
  let held = one(reader, item, places);
  while (reader.peek().toUpperCase() === 'AND') {
    reader.take();
    held = one(reader, item, places) && held;
  }
  return held;
};

const one: Part = (reader, item, places) => {
  const first = reader.peek();
  if (first.toUpperCase() === 'NOT') {
    reader.take();
    return !one(reader, item, places);
  }
  if (first === '(') {
    reader.take();
    const held = either(reader, item, places);
    reader.expect(')');
    return held;
  }
  if (/^(attribute_exists|attribute_not_exists|begins_with)$/.test(first)) return called(reader, item, places);
  const left = operand(reader, item, places);
  const sign = reader.take().toUpperCase();
  if (sign === 'IN') {
    reader.expect('(');
    let found = false;
    do {
      if (reader.peek() === ',') reader.take();
      found = same(left, operand(reader, item, places)) || found;
    } while (reader.peek() === ',');
    reader.expect(')');
    return found;
  }
  const right = operand(reader, item, places);
  if (sign === 'BETWEEN') {
    reader.expect('AND');
    return compare(left, right) >= 0 && compare(left, operand(reader, item, places)) <= 0;
  }
  return holds(sign, left, right);
};

const called: Part = (reader, item, places) => {
  const name = reader.take();
  reader.expect('(');
  const value = operand(reader, item, places);
  let held = (value !== undefined) === (name === 'attribute_exists');
  if (name === 'begins_with') {
    reader.expect(',');
    held = String(value?.S ?? '\0').startsWith(String(operand(reader, item, places)?.S));
  }
  reader.expect(')');
  return held;
};

function holds(sign: string, left: Attribute | undefined, right: Attribute | undefined): boolean {
  if (sign === '=') return same(left, right);
  if (sign === '<>') return !same(left, right);
  const order = compare(left, right);
  if (sign === '<') return order < 0;
  if (sign === '<=') return order <= 0;
  if (sign === '>') return order > 0;
  if (sign === '>=') return order >= 0;
  throw new Error(`the comparison ${sign} is not known here`);
}

const same = (left: Attribute | undefined, right: Attribute | undefined): boolean =>
  left !== undefined &&
  right !== undefined &&
  (compare(left, right) === 0 || JSON.stringify(left) === JSON.stringify(right));

function operand(reader: Reader, item: Attributes | undefined, places: Placeholders): Attribute | undefined {
  const token = reader.take();
  if (token === 'if_not_exists') {
    reader.expect('(');
    const kept = item?.[nameOf(reader.take(), places)];
    reader.expect(',');
    const other = operand(reader, item, places);
    reader.expect(')');
    return kept ?? other;
  }
  if (!token.startsWith(':')) return item?.[nameOf(token, places)];
  const value = places.values[token];
  if (!value) throw new Error(`the expression has no value ${token}`);
  return value;
}

const nameOf = (token: string, { names }: Placeholders): string =>
  token.startsWith('#') ? (names[token] ?? token) : token;

const sum = (left: Attribute | undefined, right: Attribute | undefined, sign: number): Attribute => ({
  N: String(Number(left?.N ?? 0) + sign * Number(right?.N ?? 0)),
});
