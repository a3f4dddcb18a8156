import { ok, type Result, refuse } from '../../result.ts';
import { type BinaryOperator, type Expression, FUNCTIONS, type FunctionName } from './expression.ts';
import { patternProblem } from './pattern.ts';
import { type ExpressionProblem, problem, type Token, tokenize } from './tokens.ts';

const MAX_LENGTH = 5000;
const MAX_DEPTH = 50;

/** Loosest first: each level binds its operators from the left. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

type Parsed = Result<Expression, ExpressionProblem>;

/** Parses an expression of the subset by recursive descent; what is outside it is refused with the reason and the place. */
export function parseExpression(source: string): Parsed {
  if (source.length > MAX_LENGTH)
    return refuse(problem('unsupported', `式は${MAX_LENGTH}文字以内にしてください。`, MAX_LENGTH));
  const tokens = tokenize(source);
  if (!tokens.ok) return tokens;
  const cursor = new Cursor(tokens.value);
  const parsed = level(cursor, 0, 0);
  if (!parsed.ok) return parsed;
  return cursor.peek().kind === 'end' ? parsed : unexpected(cursor.peek());
}

class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', value: '', at: 0 };
  }

  next(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  takes(sign: string): boolean {
    const token = this.peek();
    if (token.kind !== 'sign' || token.value !== sign) return false;
    this.#at += 1;
    return true;
  }
}

function level(cursor: Cursor, index: number, depth: number): Parsed {
  const operators = LEVELS[index];
  if (operators === undefined) return unary(cursor, depth);
  let left = level(cursor, index + 1, depth);
  while (left.ok) {
    const token = cursor.peek();
    const operator =
      token.kind === 'sign' || token.kind === 'name' ? operators.find((each) => each === token.value) : undefined;
    if (operator === undefined) return left;
    cursor.next();
    const right = level(cursor, index + 1, depth);
    if (!right.ok) return right;
    left = ok({ kind: 'binary', operator, left: left.value, right: right.value });
  }
  return left;
}

function unary(cursor: Cursor, depth: number): Parsed {
  if (depth > MAX_DEPTH) return refuse(problem('unsupported', '式の入れ子が深すぎます。', cursor.peek().at));
  if (!cursor.takes('-')) return primary(cursor, depth);
  const of = unary(cursor, depth + 1);
  return of.ok ? ok({ kind: 'negative', of: of.value }) : of;
}

function primary(cursor: Cursor, depth: number): Parsed {
  const token = cursor.next();
  switch (token.kind) {
    case 'text':
      return ok({ kind: 'text', value: token.value });
    case 'number':
      return ok({ kind: 'number', value: Number(token.value) });
    case 'answer':
      return ok({ kind: 'answer', question: token.value });
    case 'name':
      return cursor.takes('(') ? call(cursor, token, depth) : ok({ kind: 'attribute', name: token.value });
    case 'sign':
      if (token.value === '.') return ok({ kind: 'self' });
      return token.value === '(' ? parenthesised(cursor, depth) : unexpected(token);
    case 'end':
      return unexpected(token);
  }
}

function parenthesised(cursor: Cursor, depth: number): Parsed {
  const inner = level(cursor, 0, depth + 1);
  if (!inner.ok) return inner;
  return cursor.takes(')') ? inner : unexpected(cursor.peek());
}

function call(cursor: Cursor, token: Token, depth: number): Parsed {
  const args: Expression[] = [];
  if (!cursor.takes(')')) {
    for (;;) {
      const arg = level(cursor, 0, depth + 1);
      if (!arg.ok) return arg;
      args.push(arg.value);
      if (cursor.takes(')')) break;
      if (!cursor.takes(',')) return unexpected(cursor.peek());
    }
  }
  const name = token.value;
  if (!isFunction(name)) return refuse(problem('unsupported', `関数 ${token.value}() は使えません。`, token.at));
  const [fewest, most] = FUNCTIONS[name];
  if (args.length < fewest || args.length > most) {
    return refuse(problem('syntax', `関数 ${name}() の引数の数を確かめてください。`, token.at));
  }
  const pattern = name === 'regex' ? args[1] : undefined;
  if (pattern !== undefined) {
    const reason = pattern.kind === 'text' ? patternProblem(pattern.value) : '正規表現は引用符で囲んで書いてください。';
    if (reason !== undefined) return refuse(problem('unsupported', reason, token.at));
  }
  return ok({ kind: 'call', name, args });
}

const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

const unexpected = (token: Token): Parsed =>
  refuse(
    problem(
      'syntax',
      token.kind === 'end' ? '式が途中で終わっています。' : `「${token.value}」の前後の書き方を確かめてください。`,
      token.at,
    ),
  );
