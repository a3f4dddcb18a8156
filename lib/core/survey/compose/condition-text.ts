import { printExpression } from '../expression/print.ts';
import type { Condition, Form, Question } from '../form.ts';
import { questionsOf } from './target.ts';

/** Any condition in words, by the labels of the questions it looks at; an expression stands as it is written in an XLSForm. */
export const conditionText = (form: Form, condition: Condition): string => text(condition, askedOf(form));

/** What conditions look at, kept for each form: a page puts hundreds of its conditions in words. */
const known = new WeakMap<Form, Asked>();

function askedOf(form: Form): Asked {
  const kept = known.get(form);
  if (kept) return kept;
  const questions = questionsOf(form);
  const columns = questions.flatMap((question) => (question.kind === 'table' ? question.columns : []));
  const rows = columns.map((column): Place => [column.id, column, '同じ行の']);
  const whole = questions.map((question): Place => [question.id, question, '']);
  const asked = new Map([...rows, ...whole].map(([id, question, of]) => [id, { question, of }]));
  known.set(form, asked);
  return asked;
}

type Place = readonly [id: string, question: Question, of: string];
type Asked = ReadonlyMap<string, { readonly question: Question; readonly of: string }>;

function text(condition: Condition, asked: Asked): string {
  if ('all' in condition) return joined(condition.all, 'かつ', asked);
  if ('any' in condition) return joined(condition.any, 'または', asked);
  if ('not' in condition) return `（${text(condition.not, asked)}）でない場合`;
  if ('expression' in condition) return `式 ${printExpression(condition.expression)} が成り立つ場合`;
  const { question, of = '' } = asked.get(condition.question) ?? {};
  const name = `${of}「${question?.label ?? condition.question}」`;
  if ('is' in condition)
    return `${name}が${[condition.is]
      .flat()
      .map((code) => `「${labelOf(question, code)}」`)
      .join('か')}の場合`;
  if ('includes' in condition) return `${name}で「${labelOf(question, condition.includes)}」を選んだ場合`;
  if ('atLeast' in condition) return `${name}が${condition.atLeast}以上の場合`;
  return `${name}に回答した場合`;
}

const joined = (parts: readonly Condition[], word: string, asked: Asked): string =>
  parts.length === 0
    ? word === 'かつ'
      ? 'いつも'
      : '表示しない'
    : parts.map((each) => text(each, asked)).join(`、${word}`);

const labelOf = (question: Question | undefined, code: string): string =>
  (question && 'choices' in question ? question.choices.find((each) => each.code === code)?.label : undefined) ?? code;
