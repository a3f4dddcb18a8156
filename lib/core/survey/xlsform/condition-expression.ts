import type { BinaryOperator, Expression } from '../expression/expression.ts';
import type { Condition, Question } from '../form.ts';

/** Kinds of questions by id; they decide what a comparison can be said as. */
export type Kinds = ReadonlyMap<string, Question['kind']>;

/** The condition that an expression says, in the plain words of Condition where it has them, else the expression itself. */
export function conditionOf(expression: Expression, kinds: Kinds): Condition {
  return plainCondition(expression, kinds) ?? { expression };
}

function plainCondition(expression: Expression, kinds: Kinds): Condition | undefined {
  if (expression.kind === 'call') {
    const [first, second] = expression.args;
    if (expression.name === 'not' && first !== undefined) return { not: conditionOf(first, kinds) };
    const chosen = first?.kind === 'answer' && ['choice', 'choices'].includes(kinds.get(first.question) ?? '');
    return expression.name === 'selected' && chosen && second?.kind === 'text'
      ? { question: first.question, includes: second.value }
      : undefined;
  }
  if (expression.kind !== 'binary') return undefined;
  const { operator, left, right } = expression;
  if (operator === 'and') return { all: [...flat(left, 'and', kinds), ...flat(right, 'and', kinds)] };
  if (operator === 'or') return anyOf([...flat(left, 'or', kinds), ...flat(right, 'or', kinds)]);
  return left.kind === 'answer' ? comparison(left.question, operator, right, kinds.get(left.question)) : undefined;
}

/** Codes of one question joined by `or` are one condition. */
function anyOf(conditions: readonly Condition[]): Condition {
  const codes = conditions.flatMap((each) =>
    'is' in each ? [{ question: each.question, codes: [each.is].flat() }] : [],
  );
  const question = codes[0]?.question;
  const same =
    question !== undefined && codes.length === conditions.length && codes.every((each) => each.question === question);
  return same ? { question, is: codes.flatMap((each) => each.codes) } : { any: conditions };
}

const flat = (expression: Expression, operator: BinaryOperator, kinds: Kinds): readonly Condition[] =>
  expression.kind === 'binary' && expression.operator === operator
    ? [...flat(expression.left, operator, kinds), ...flat(expression.right, operator, kinds)]
    : [conditionOf(expression, kinds)];

function comparison(
  question: string,
  operator: BinaryOperator,
  right: Expression,
  kind: Question['kind'] | undefined,
): Condition | undefined {
  const negated = (condition: Condition): Condition => (operator === '!=' ? { not: condition } : condition);
  if (operator === '=' || operator === '!=') {
    if (right.kind === 'text' && right.value === '' && kind !== undefined)
      return operator === '=' ? { not: { question, answered: true } } : { question, answered: true };
    if (right.kind === 'text' && (kind === 'choice' || kind === 'text')) return negated({ question, is: right.value });
    if (right.kind === 'number' && kind === 'integer') return negated({ question, is: String(right.value) });
  }
  const number = kind === 'integer' || kind === 'decimal' || kind === 'range';
  return operator === '>=' && right.kind === 'number' && number ? { question, atLeast: right.value } : undefined;
}

/** A condition as an expression that holds for the same answers. */
export function expressionOf(condition: Condition, kinds: Kinds): Expression {
  if ('all' in condition) return joined(condition.all, 'and', kinds);
  if ('any' in condition) return joined(condition.any, 'or', kinds);
  if ('not' in condition) return { kind: 'call', name: 'not', args: [expressionOf(condition.not, kinds)] };
  if ('expression' in condition) return condition.expression;
  const answer: Expression = { kind: 'answer', question: condition.question };
  if ('includes' in condition)
    return { kind: 'call', name: 'selected', args: [answer, { kind: 'text', value: condition.includes }] };
  if ('atLeast' in condition) return binary('>=', answer, { kind: 'number', value: condition.atLeast });
  if ('is' in condition) {
    const kind = kinds.get(condition.question);
    const same = (code: string): Expression =>
      binary('=', answer, kind === 'integer' ? { kind: 'number', value: Number(code) } : { kind: 'text', value: code });
    return [condition.is]
      .flat()
      .map(same)
      .reduce((left, right) => binary('or', left, right));
  }
  return kinds.get(condition.question) === 'table'
    ? binary('>', { kind: 'call', name: 'count', args: [answer] }, { kind: 'number', value: 0 })
    : binary('!=', answer, { kind: 'text', value: '' });
}

const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
});

function joined(conditions: readonly Condition[], operator: 'and' | 'or', kinds: Kinds): Expression {
  if (conditions.length === 0) return { kind: 'call', name: operator === 'and' ? 'true' : 'false', args: [] };
  return conditions.map((each) => expressionOf(each, kinds)).reduce((left, right) => binary(operator, left, right));
}
