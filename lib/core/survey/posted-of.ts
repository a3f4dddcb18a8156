import { answerTo, codesOf, isCodes, otherId, rowsOf } from './answer.ts';
import type { Question, Values } from './form.ts';
import type { Posted } from './read-question.ts';

/** The fields of a question that read back to the answers it has: what a page fills in, and what stands in for fields that were not sent. */
export function postedOf(question: Question, values: Values): Posted {
  const value = answerTo(values, question.id);
  const detail = answerTo(values, otherId(question.id));
  const other = typeof detail === 'string' ? { [otherId(question.id)]: [detail] } : {};
  if (value === undefined) return {};
  if (question.kind !== 'table') return { [question.id]: isCodes(value) ? codesOf(value) : [String(value)], ...other };
  return Object.fromEntries(
    rowsOf(value).flatMap((row, at) =>
      Object.entries(row).map(([cell, content]) => [`${question.id}.${at}.${cell}`, [String(content)]]),
    ),
  );
}
