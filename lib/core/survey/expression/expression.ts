/**
 * An expression of the XPath 1.0 subset that XLSForms use, parsed once and kept as data.
 * Numbers are XPath's own (IEEE doubles); text, dates and answers compare as XPath says.
 */
export type Expression =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  /** `${name}`: the answer to a question, or of the same row inside a table. */
  | { readonly kind: 'answer'; readonly question: string }
  /** `.`: the answer that a constraint looks at. */
  | { readonly kind: 'self' }
  /** A bare name: an attribute of the choice that a choice filter looks at. */
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] };

export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod';

/** Functions known, with the fewest and the most arguments they take. */
export const FUNCTIONS = {
  selected: [2, 2],
  'selected-at': [2, 2],
  'count-selected': [1, 1],
  not: [1, 1],
  true: [0, 0],
  false: [0, 0],
  boolean: [1, 1],
  if: [3, 3],
  coalesce: [2, 2],
  once: [1, 1],
  string: [1, 1],
  number: [1, 1],
  int: [1, 1],
  round: [1, 2],
  abs: [1, 1],
  floor: [1, 1],
  ceiling: [1, 1],
  min: [1, 99],
  max: [1, 99],
  sum: [1, 1],
  count: [1, 1],
  'count-non-empty': [1, 99],
  concat: [0, 99],
  join: [1, 99],
  contains: [2, 2],
  'starts-with': [2, 2],
  'ends-with': [2, 2],
  substr: [2, 3],
  'substring-before': [2, 2],
  'substring-after': [2, 2],
  'string-length': [1, 1],
  'normalize-space': [1, 1],
  translate: [3, 3],
  regex: [2, 2],
  date: [1, 1],
  'format-date': [2, 2],
  today: [0, 0],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export type FunctionName = keyof typeof FUNCTIONS;
