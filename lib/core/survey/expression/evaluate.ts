import type { BinaryOperator, Expression } from './expression.ts';
import { callFunction } from './functions.ts';
import { type Operand, type Scope, toBoolean, toNumber } from './operand.ts';

/** Works out an expression; nothing is run as code and nothing throws. */
export function evaluate(expression: Expression, scope: Scope): Operand {
  switch (expression.kind) {
    case 'text':
    case 'number':
      return expression.value;
    case 'answer':
      return scope.answer(expression.question);
    case 'self':
      return scope.self ?? '';
    case 'attribute':
      return scope.attribute?.(expression.name) ?? '';
    case 'negative':
      return -toNumber(evaluate(expression.of, scope));
    case 'binary':
      return binary(expression.operator, expression.left, expression.right, scope);
    case 'call':
      return callFunction(expression.name, expression.args, (arg) => evaluate(arg, scope), scope.today ?? '');
  }
}

function binary(operator: BinaryOperator, left: Expression, right: Expression, scope: Scope): Operand {
  const a = evaluate(left, scope);
  if (operator === 'or') return toBoolean(a) || toBoolean(evaluate(right, scope));
  if (operator === 'and') return toBoolean(a) && toBoolean(evaluate(right, scope));
  const b = evaluate(right, scope);
  switch (operator) {
    case '=':
      return anyPair(a, b, equal);
    case '!=':
      return anyPair(a, b, (x, y) => !equal(x, y));
    case '<':
      return anyPair(a, b, (x, y) => toNumber(x) < toNumber(y));
    case '<=':
      return anyPair(a, b, (x, y) => toNumber(x) <= toNumber(y));
    case '>':
      return anyPair(a, b, (x, y) => toNumber(x) > toNumber(y));
    case '>=':
      return anyPair(a, b, (x, y) => toNumber(x) >= toNumber(y));
    case '+':
      return toNumber(a) + toNumber(b);
    case '-':
      return toNumber(a) - toNumber(b);
    case '*':
      return toNumber(a) * toNumber(b);
    case 'div':
      return toNumber(a) / toNumber(b);
    case 'mod':
      return toNumber(a) % toNumber(b);
  }
}

type Single = Exclude<Operand, readonly string[]>;

const singles = (operand: Operand): readonly Single[] => (typeof operand === 'object' ? operand : [operand]);

const anyPair = (a: Operand, b: Operand, test: (x: Single, y: Single) => boolean): boolean =>
  singles(a).some((x) => singles(b).some((y) => test(x, y)));

function equal(a: Single, b: Single): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return toBoolean(a) === toBoolean(b);
  if (typeof a === 'number' || typeof b === 'number') return toNumber(a) === toNumber(b);
  return a === b;
}
