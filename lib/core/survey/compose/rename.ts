import type { Expression } from '../expression/expression.ts';
import type { Condition, Question } from '../form.ts';

/** New ids by old ones; what is not named keeps its id. */
export type Renames = ReadonlyMap<string, string>;

/** A condition that looks at the renamed questions. */
export function renamedCondition(condition: Condition, renames: Renames): Condition {
  if ('all' in condition) return { all: condition.all.map((each) => renamedCondition(each, renames)) };
  if ('any' in condition) return { any: condition.any.map((each) => renamedCondition(each, renames)) };
  if ('not' in condition) return { not: renamedCondition(condition.not, renames) };
  if ('expression' in condition) return { expression: renamedExpression(condition.expression, renames) };
  return { ...condition, question: renames.get(condition.question) ?? condition.question };
}

function renamedExpression(expression: Expression, renames: Renames): Expression {
  const inner = (each: Expression): Expression => renamedExpression(each, renames);
  switch (expression.kind) {
    case 'answer':
      return { ...expression, question: renames.get(expression.question) ?? expression.question };
    case 'negative':
      return { ...expression, of: inner(expression.of) };
    case 'binary':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case 'call':
      return { ...expression, args: expression.args.map(inner) };
    case 'text':
    case 'number':
    case 'self':
    case 'attribute':
      return expression;
  }
}

/** A question under its new id, looking at the renamed questions. */
export function renamedQuestion<Q extends Question>(question: Q, renames: Renames): Q {
  const { when, constraint } = question;
  return {
    ...question,
    id: renames.get(question.id) ?? question.id,
    ...(when === undefined ? {} : { when: renamedCondition(when, renames) }),
    ...(constraint === undefined
      ? {}
      : { constraint: { ...constraint, rule: renamedExpression(constraint.rule, renames) } }),
    ...('choiceFilter' in question && question.choiceFilter !== undefined
      ? { choiceFilter: renamedExpression(question.choiceFilter, renames) }
      : {}),
    ...(question.kind === 'calculate' ? { expression: renamedExpression(question.expression, renames) } : {}),
    ...(question.kind === 'table'
      ? { columns: question.columns.map((column) => renamedQuestion(column, renames)) }
      : {}),
  };
}
