import type { Expression } from './expression.ts';

/** Ids of the questions that an expression looks at. */
export function referencesOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'answer':
      return [expression.question];
    case 'negative':
      return referencesOf(expression.of);
    case 'binary':
      return [...referencesOf(expression.left), ...referencesOf(expression.right)];
    case 'call':
      return expression.args.flatMap(referencesOf);
    case 'text':
    case 'number':
    case 'self':
    case 'attribute':
      return [];
  }
}
