import { otherId } from '#lib/core/survey/answer.ts';
import { applies } from '#lib/core/survey/applies.ts';
import type { Condition, Question, Section, Values } from '#lib/core/survey/form.ts';

const always: Condition = { all: [] };
const never: Condition = { any: [] };

/** Whether a question's condition looks at its own section, so that it may change while the page is filled in. */
export const looksAt = (section: Section, condition: Condition | undefined): boolean =>
  condition !== undefined && namesIn(condition).some((name) => section.questions.some(({ id }) => id === name));

function namesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn);
  if ('any' in condition) return condition.any.flatMap(namesIn);
  if ('not' in condition) return namesIn(condition.not);
  return 'question' in condition ? [condition.question] : [];
}

/** A condition as a page's script follows it: what other sections decide is decided, what only an expression knows is left to saving. */
export function conditionOnPage(section: Section, condition: Condition, values: Values, today: string): Condition {
  if ('all' in condition) return { all: condition.all.map((each) => conditionOnPage(section, each, values, today)) };
  if ('any' in condition) return { any: condition.any.map((each) => conditionOnPage(section, each, values, today)) };
  if ('not' in condition) return { not: conditionOnPage(section, condition.not, values, today) };
  if ('question' in condition && looksAt(section, condition)) return condition;
  return applies(condition, values, today) ? always : never;
}

/** A condition in words for those without script: 「受入れの可否」が「可」の場合. Undefined where words would be longer than help. */
export function conditionWords(section: Section, condition: Condition | undefined): string | undefined {
  if (condition === undefined || !('question' in condition)) return undefined;
  const asked = section.questions.find(({ id }) => id === condition.question || otherId(id) === condition.question);
  if (!asked) return undefined;
  if ('is' in condition)
    return `「${asked.label}」が${[condition.is]
      .flat()
      .map((code) => labelOf(asked, code))
      .join('か')}の場合`;
  if ('includes' in condition) return `「${asked.label}」で${labelOf(asked, condition.includes)}を選んだ場合`;
  if ('atLeast' in condition) return `「${asked.label}」が${condition.atLeast}以上の場合`;
  return `「${asked.label}」に回答した場合`;
}

const labelOf = (question: Question, code: string): string => {
  const choice = 'choices' in question ? question.choices.find((each) => each.code === code) : undefined;
  return `「${choice?.label ?? code}」`;
};
