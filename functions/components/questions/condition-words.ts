import { otherId } from '#lib/core/survey/answer.ts';
import { applies } from '#lib/core/survey/applies.ts';
import type { Condition, Question, Section, TableQuestion, Values } from '#lib/core/survey/form.ts';

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

/** A page on which conditions are followed: its section, the answers of all sections, and the JST day. */
export interface OnPage {
  readonly section: Section;
  readonly values: Values;
  readonly today: string;
}

/** A condition as a page's script follows it: what other sections decide is decided, what only an expression knows is left to saving. */
export const conditionOnPage = (page: OnPage, condition: Condition): Condition =>
  followed(page, condition, () => undefined);

/** The same for a cell of a table: where its own row decides, by the field of the deciding cell. */
export const conditionOfCell = (page: OnPage, table: TableQuestion, row: number, condition: Condition): Condition =>
  'expression' in condition
    ? always
    : followed(page, condition, (id) =>
        table.columns.some((column) => column.id === id) ? `${table.id}.${row}.${id}` : undefined,
      );

function followed(page: OnPage, condition: Condition, cellOf: (id: string) => string | undefined): Condition {
  const inner = (each: Condition) => followed(page, each, cellOf);
  if ('all' in condition) return { all: condition.all.map(inner) };
  if ('any' in condition) return { any: condition.any.map(inner) };
  if ('not' in condition) return { not: inner(condition.not) };
  const cell = 'question' in condition ? cellOf(condition.question) : undefined;
  if (cell !== undefined) return { ...condition, question: cell };
  if ('question' in condition && looksAt(page.section, condition)) return condition;
  return applies(condition, page.values, page.today) ? always : never;
}

/** A condition in words for those without script: 「受入れの可否」が「可」の場合. Undefined where words would be longer than help. */
export function conditionWords(questions: readonly Question[], condition: Condition | undefined): string | undefined {
  if (condition === undefined || !('question' in condition)) return undefined;
  const asked = questions.find(({ id }) => id === condition.question || otherId(id) === condition.question);
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
