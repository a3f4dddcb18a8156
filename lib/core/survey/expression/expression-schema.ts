import * as z from 'zod/mini';
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

const inner = z.lazy((): z.ZodMiniType<Expression> => expressionSchema);

/** An expression as it comes back from where it was stored. */
export const expressionSchema: z.ZodMiniType<Expression> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), value: z.string() }),
  z.strictObject({ kind: z.literal('number'), value: z.number() }),
  z.strictObject({ kind: z.literal('answer'), question: z.string() }),
  z.strictObject({ kind: z.literal('self') }),
  z.strictObject({ kind: z.literal('attribute'), name: z.string() }),
  z.strictObject({ kind: z.literal('negative'), of: inner }),
  z.strictObject({ kind: z.literal('binary'), operator: z.enum(operators), left: inner, right: inner }),
  z.strictObject({
    kind: z.literal('call'),
    name: z.enum(Object.keys(FUNCTIONS).filter(isFunction)),
    args: z.array(inner),
  }),
]);
