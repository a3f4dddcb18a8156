import { answerTo, cellOf, hasCode, otherId, rowsOf } from './answer.ts';
import type { Column, Question, Row, Section, Values } from './form.ts';
import type { Reach } from './reach.ts';
import { type Problem, say } from './read-question.ts';

/** Names a table's nth row in the fields that were posted; the row's own place when nothing was posted. */
export type RowName = (table: string, at: number) => string;

const ownPlace: RowName = (table, at) => `${table}.${at}`;

/** Required fields of a section's reachable questions that have no answer. */
export function missingIn(section: Section, values: Values, reached: Reach, rowName = ownPlace): readonly Problem[] {
  return section.questions
    .filter((question) => reached.question(question.id))
    .flatMap((question) => missingOf(question, values, reached, rowName));
}

function missingOf(question: Question, values: Values, reached: Reach, rowName: RowName): readonly Problem[] {
  const value = answerTo(values, question.id);
  if (question.kind === 'note' || question.kind === 'calculate' || question.readOnly === true) return [];
  if (question.kind === 'table') {
    const rows = rowsOf(value);
    const fewest = Math.max(question.minRows, question.required === true ? 1 : 0);
    const few =
      rows.length < fewest
        ? [{ field: question.id, message: say(question, `を${fewest}行以上入力してください。`) }]
        : [];
    const cells = rows.flatMap((row, at) =>
      question.columns.flatMap((column) => missingCell(question.id, column, row, rowName(question.id, at), reached)),
    );
    return [...few, ...cells];
  }
  if (value === undefined)
    return question.required === true ? [{ field: question.id, message: say(question, ask(question)) }] : [];
  const other = 'otherCode' in question && hasCode(value, question.otherCode);
  return other && answerTo(values, otherId(question.id)) === undefined ? [detailOf(question, question.id)] : [];
}

function missingCell(table: string, column: Column, row: Row, place: string, reached: Reach): readonly Problem[] {
  const value = cellOf(row, column.id);
  const field = `${place}.${column.id}`;
  if (!reached.column(table, column, row)) return [];
  if (value === undefined) return column.required === true ? [{ field, message: say(column, ask(column)) }] : [];
  const other = column.kind === 'choice' && hasCode(value, column.otherCode);
  return other && cellOf(row, otherId(column.id)) === undefined ? [detailOf(column, field)] : [];
}

const detailOf = (question: Question, field: string): Problem => ({
  field: otherId(field),
  message: say(question, 'その他の内容を入力してください。'),
});

const ask = (question: Question): string =>
  question.kind === 'file'
    ? 'を添えてください。'
    : 'choices' in question
      ? 'を選択してください。'
      : 'を入力してください。';
