import { answerTo, cellOf, codesOf, otherId, rowsOf } from './answer.ts';
import { shown } from './applies.ts';
import type { Form, Mapping, Question, Row, Value, Values } from './form.ts';
import { otherSchema, questionSchema } from './question-schema.ts';

/** Answers carried to another version, and the old answers that had no place there. */
export interface Carried {
  readonly values: Values;
  /** Ids in the old form whose answers were not carried, wholly or in part. */
  readonly left: readonly string[];
}

/**
 * Carries answers from one version of a form to another; whatever the new version would not accept is left behind and named.
 * Answers wait even where the new form does not ask them yet (contacts until 受入相談 is 可): they count once it does.
 */
export function carryOver(from: Form, to: Form, values: Values, mapping: Mapping = {}): Carried {
  const old = shown(from, values);
  const taken = to.sections
    .flatMap((section) => section.questions)
    .map((question) => ({ question, source: sourceOf(question.id, mapping) }));
  const carried = taken.flatMap(({ question, source }): readonly (readonly [string, Value])[] => {
    const value = source === null ? undefined : answerTo(old, source);
    if (source === null || value === undefined) return [];
    const recoded = recode(question, value, mapping);
    const fitted = recoded === undefined ? undefined : accepted(question, recoded);
    const detail = otherSchema.safeParse(answerTo(old, otherId(source)));
    if (fitted === undefined) return [];
    return detail.success
      ? [
          [question.id, fitted],
          [otherId(question.id), detail.data],
        ]
      : [[question.id, fitted]];
  });
  const result: Values = Object.fromEntries(carried);
  const left = Object.keys(old).filter((id) => {
    const target = taken.find(({ source }) => source === id || (source !== null && otherId(source) === id));
    if (target === undefined) return true;
    const targetId = target.source === id ? target.question.id : otherId(target.question.id);
    return sizeOf(answerTo(result, targetId)) < sizeOf(answerTo(old, id));
  });
  return { values: result, left };
}

const sourceOf = (id: string, { questions = {} }: Mapping): string | null =>
  Object.hasOwn(questions, id) ? (questions[id] ?? null) : id;

/** An answer under the new codes and columns; two choices that became one count once. */
function recode(question: Question, value: Value, mapping: Mapping): Value | undefined {
  const { codes = {} } = mapping;
  const recoded = (id: string, code: string): readonly string[] => {
    const table = Object.hasOwn(codes, id) ? codes[id] : undefined;
    const to = table !== undefined && Object.hasOwn(table, code) ? table[code] : code;
    return to === null || to === undefined ? [] : [to];
  };
  if (question.kind === 'choice' && typeof value === 'string') return recoded(question.id, value)[0];
  if (question.kind === 'choices' || question.kind === 'rank')
    return [...new Set(codesOf(value).flatMap((code) => recoded(question.id, code)))];
  if (question.kind !== 'table') return value;
  const cells = question.columns.map(({ id, kind }) => ({
    id,
    source: sourceOf(id, mapping),
    chosen: kind === 'choice',
  }));
  return rowsOf(value).map((row) =>
    Object.fromEntries(
      cells.flatMap(({ id, source, chosen }): readonly (readonly [string, string | number])[] => {
        const cell = source === null ? undefined : cellOf(row, source);
        const detail = source === null ? undefined : cellOf(row, otherId(source));
        const to = chosen && typeof cell === 'string' ? recoded(id, cell)[0] : cell;
        if (to === undefined) return [];
        return detail === undefined
          ? [[id, to]]
          : [
              [id, to],
              [otherId(id), detail],
            ];
      }),
    ),
  );
}

/** The part of an answer that a question accepts: known codes, known columns with acceptable cells, the first rows that fit. */
function accepted(question: Question, value: Value): Value | undefined {
  const pruned = prune(question, value);
  const parsed = questionSchema(question).safeParse(pruned);
  return parsed.success ? parsed.data : undefined;
}

function prune(question: Question, value: Value): Value {
  if (question.kind === 'choices') {
    const known = question.choices.map((choice) => choice.code);
    return codesOf(value).filter((code) => known.includes(code));
  }
  if (question.kind !== 'table') return value;
  return rowsOf(value)
    .map((row): Row => {
      const cells = question.columns.flatMap((column): readonly (readonly [string, string | number])[] => {
        const cell = cellOf(row, column.id);
        if (cell === undefined || !questionSchema(column).safeParse(cell).success) return [];
        const detail = cellOf(row, otherId(column.id));
        return detail !== undefined && column.kind === 'choice' && column.otherCode === cell
          ? [
              [column.id, cell],
              [otherId(column.id), detail],
            ]
          : [[column.id, cell]];
      });
      return Object.fromEntries(cells);
    })
    .filter((row) => Object.keys(row).length > 0)
    .slice(0, question.maxRows);
}

const sizeOf = (value: Value | undefined): number =>
  value === undefined
    ? 0
    : typeof value === 'object'
      ? value.reduce((sum: number, each) => sum + (typeof each === 'object' ? Object.keys(each).length : 1), 0)
      : 1;
