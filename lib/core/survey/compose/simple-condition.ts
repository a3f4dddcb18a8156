import type { Condition, Question } from '../form.ts';

/** How a condition that staff choose from a list compares an earlier answer. */
export type Comparison = 'any-of' | 'none-of' | 'at-least' | 'less-than' | 'answered';

/** A condition as staff choose it: an earlier question, a comparison, and codes or a number. */
export interface SimpleCondition {
  readonly question: string;
  readonly comparison: Comparison;
  /** Codes of choices, or one number as text; nothing for 'answered'. */
  readonly values: readonly string[];
}

/** What a question's answers can be compared by, most usual first; nothing where they cannot be compared. */
export function comparisonsOf({ kind }: Question): readonly Comparison[] {
  switch (kind) {
    case 'choice':
    case 'choices':
      return ['any-of', 'none-of', 'answered'];
    case 'integer':
    case 'decimal':
    case 'range':
      return ['at-least', 'less-than', 'answered'];
    case 'text':
    case 'long-text':
    case 'date':
    case 'time':
    case 'date-time':
    case 'rank':
    case 'file':
    case 'table':
      return ['answered'];
    case 'note':
    case 'calculate':
      return [];
  }
}

/** The condition that was chosen. The negative comparisons hold only once there is an answer. */
export function conditionOf({ question, comparison, values }: SimpleCondition, kind: Question['kind']): Condition {
  const answered: Condition = { question, answered: true };
  const chosen: Condition =
    kind === 'choices' ? { any: values.map((code) => ({ question, includes: code })) } : { question, is: [...values] };
  const atLeast: Condition = { question, atLeast: Number(values[0]) };
  switch (comparison) {
    case 'any-of':
      return chosen;
    case 'none-of':
      return { all: [answered, { not: chosen }] };
    case 'at-least':
      return atLeast;
    case 'less-than':
      return { all: [answered, { not: atLeast }] };
    case 'answered':
      return answered;
  }
}

/** A condition as it would have been chosen; undefined when it says more than one comparison can. */
export function simpleOf(condition: Condition): SimpleCondition | undefined {
  if ('all' in condition) return negativeOf(condition.all);
  return positiveOf(condition);
}

function positiveOf(condition: Condition): SimpleCondition | undefined {
  if ('any' in condition) {
    const parts = condition.any.map((each) => ('includes' in each ? each : undefined));
    const question = parts[0]?.question;
    const values = parts.flatMap((each) => (each && each.question === question ? [each.includes] : []));
    return question !== undefined && values.length === condition.any.length
      ? { question, comparison: 'any-of', values }
      : undefined;
  }
  if ('is' in condition) return { question: condition.question, comparison: 'any-of', values: [condition.is].flat() };
  if ('includes' in condition)
    return { question: condition.question, comparison: 'any-of', values: [condition.includes] };
  if ('atLeast' in condition)
    return { question: condition.question, comparison: 'at-least', values: [String(condition.atLeast)] };
  return 'answered' in condition ? { question: condition.question, comparison: 'answered', values: [] } : undefined;
}

function negativeOf(all: readonly Condition[]): SimpleCondition | undefined {
  const [first, second] = all;
  if (all.length !== 2 || !first || !second || !('answered' in first) || !('not' in second)) return undefined;
  const inner = positiveOf(second.not);
  if (inner?.question !== first.question) return undefined;
  if (inner.comparison === 'any-of') return { ...inner, comparison: 'none-of' };
  return inner.comparison === 'at-least' ? { ...inner, comparison: 'less-than' } : undefined;
}
