import type { BinaryOperator, Expression } from './expression.ts';

const BINDING: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
};

/** Writes an expression as XLSForm text that parses back to the same expression. */
export function printExpression(expression: Expression, binding = 0): string {
  switch (expression.kind) {
    case 'text':
      return quote(expression.value);
    case 'number':
      return String(expression.value);
    case 'answer':
      return `\${${expression.question}}`;
    case 'self':
      return '.';
    case 'attribute':
      return expression.name;
    case 'negative':
      return `-${printExpression(expression.of, 7)}`;
    case 'binary': {
      const own = BINDING[expression.operator];
      const text = `${printExpression(expression.left, own)} ${expression.operator} ${printExpression(expression.right, own + 1)}`;
      return own < binding ? `(${text})` : text;
    }
    case 'call':
      return `${expression.name}(${expression.args.map((each) => printExpression(each)).join(', ')})`;
  }
}

function quote(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  return `concat(${text
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`;
}
