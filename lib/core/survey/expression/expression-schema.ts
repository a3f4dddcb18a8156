import * as z from 'zod/mini';
import { number, text } from '../../shapes.ts';
import { type BinaryOperator, type Expression, FUNCTIONS, type FunctionName } from './expression.ts';

const operators = [
  'or',
  'and',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  'div',
  'mod',
] as const satisfies readonly BinaryOperator[];

const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

/** An expression as it comes back from where it was stored; built when first used. */
export const expressionSchema: z.ZodMiniType<Expression> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), value: text }),
    z.strictObject({ kind: z.literal('number'), value: number }),
    z.strictObject({ kind: z.literal('answer'), question: text }),
    z.strictObject({ kind: z.literal('self') }),
    z.strictObject({ kind: z.literal('attribute'), name: text }),
    z.strictObject({ kind: z.literal('negative'), of: expressionSchema }),
    z.strictObject({
      kind: z.literal('binary'),
      operator: z.enum(operators),
      left: expressionSchema,
      right: expressionSchema,
    }),
    z.strictObject({
      kind: z.literal('call'),
      name: z.enum(Object.keys(FUNCTIONS).filter(isFunction)),
      args: z.array(expressionSchema),
    }),
  ]),
);
