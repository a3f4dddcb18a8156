import type { Condition } from '#lib/core/survey/form.ts';

/** Whether a condition of a page holds for what stands in its fields; an expression is left to the server and holds. */
export function holds(condition: Condition, typed: (question: string) => readonly string[]): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, typed));
  if ('any' in condition) return condition.any.some((each) => holds(each, typed));
  if ('not' in condition) return !holds(condition.not, typed);
  if ('expression' in condition) return true;
  const values = typed(condition.question).filter(Boolean);
  if ('is' in condition) return values.some((value) => [condition.is].flat().includes(value));
  if ('includes' in condition) return values.includes(condition.includes);
  if ('atLeast' in condition)
    return (
      Number((values[0] ?? '').normalize('NFKC').replace(/[^\d.-]/g, '')) >= condition.atLeast && values.length > 0
    );
  return values.length > 0;
}
