import { answerTo, cellOf, rowsOf } from './answer.ts';
import type { Question, Row, Section, Value, Values } from './form.ts';
import { missingIn, type RowName } from './missing.ts';
import { type Reach, reach } from './reach.ts';
import { type Posted, type Problem, readQuestion, say } from './read-question.ts';

export type { Posted, Problem };

/** What was read of a section's fields. */
export interface SectionReading {
  /** Clean answers of this section alone, without those that do not apply; they replace what the section held. */
  readonly values: Values;
  /** Fields that could not be read: what was typed is to be shown again. */
  readonly problems: readonly Problem[];
  /** Unlikely answers that can be confirmed. */
  readonly warnings: readonly Problem[];
  /** Required fields left empty; no obstacle to saving, only to submitting. */
  readonly missing: readonly Problem[];
}

/**
 * Reads the posted fields of a section: input accepted as typed, answers clean. `values` are the answers of the whole form so far,
 * for conditions that look at other sections; `today` is the JST day for those that ask for it.
 */
export function readSection(section: Section, posted: Posted, values: Values, today?: string): SectionReading {
  const readings = section.questions.map((question) => ({ question, ...readQuestion(question, posted) }));
  const read = Object.fromEntries(readings.flatMap((reading) => Object.entries(reading.values)));
  const rowName: RowName = (table, at) =>
    `${table}.${readings.find(({ question }) => question.id === table)?.rows?.[at] ?? at}`;

  const first = reach([section], read, today, values);
  const broken = brokenIn(section, first, rowName);
  const kept = broken.length === 0 ? first : reach([section], without(first.own, broken), today, values);
  const shown = readings.filter(({ question }) => first.question(question.id));
  const asked = shown.flatMap(({ question, rows, values: typed, problems }) =>
    question.kind !== 'table'
      ? problems
      : problems.filter(({ field }) => {
          const [table = '', at, cell] = field.split('.');
          const column = question.columns.find(({ id }) => id === cell);
          const row = rowsOf(answerTo(typed, table))[rows?.indexOf(Number(at)) ?? 0];
          return !column || first.column(table, column, row ?? {});
        }),
  );
  const problems = [...asked, ...broken];
  const told = new Set(problems.map(({ field }) => field));
  const { own } = kept;
  return {
    values: own,
    problems: problems.map(({ field, message }) => ({ field, message })),
    warnings: shown.flatMap(({ question }) => unlikely(question, own, rowName)),
    missing: missingIn(section, own, kept, rowName).filter(({ field }) => !told.has(field)),
  };
}

function unlikely(question: Question, values: Values, rowName: RowName): readonly Problem[] {
  const value = answerTo(values, question.id);
  if (question.kind !== 'table') return warn(question, value, question.id);
  return rowsOf(value).flatMap((row, at) =>
    question.columns.flatMap((column) =>
      warn(column, cellOf(row, column.id), `${rowName(question.id, at)}.${column.id}`),
    ),
  );
}

function warn(question: Question, value: Value | undefined, field: string): readonly Problem[] {
  if (question.kind !== 'integer' || question.unlikelyAbove === undefined || typeof value !== 'number') return [];
  if (value <= question.unlikelyAbove) return [];
  return [{ field, message: say(question, `は${value.toLocaleString('en')}${question.unit}でよろしいですか。`) }];
}

interface Broken extends Problem {
  readonly question: string;
  readonly row?: Row;
  readonly column?: string;
}

function brokenIn(section: Section, reached: Reach, rowName: RowName): readonly Broken[] {
  return section.questions.flatMap((question): readonly Broken[] => {
    const value = answerTo(reached.own, question.id);
    if (value === undefined) return [];
    const { constraint } = question;
    if (constraint !== undefined && !reached.satisfies(constraint.rule, value)) {
      return [{ question: question.id, field: question.id, message: `「${question.label}」${constraint.message}` }];
    }
    return question.kind !== 'table'
      ? []
      : rowsOf(value).flatMap((row, at) => brokenCells(question, row, rowName(question.id, at), reached));
  });
}

function brokenCells(
  table: Extract<Question, { kind: 'table' }>,
  row: Row,
  place: string,
  reached: Reach,
): readonly Broken[] {
  return table.columns.flatMap((column) => {
    const cell = cellOf(row, column.id);
    if (column.constraint === undefined || cell === undefined || reached.satisfies(column.constraint.rule, cell, row))
      return [];
    const message = `「${column.label}」${column.constraint.message}`;
    return [{ question: table.id, row, column: column.id, field: `${place}.${column.id}`, message }];
  });
}

function without(values: Values, broken: readonly Broken[]): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]): readonly (readonly [string, Value])[] => {
      const own = broken.filter(({ question }) => question === id);
      if (own.length === 0) return [[id, value]];
      const rows = rowsOf(value)
        .map((row) => {
          const cells = own.filter((each) => each.row === row).map(({ column }) => column);
          return Object.fromEntries(Object.entries(row).filter(([cell]) => !cells.includes(cell)));
        })
        .filter((row) => Object.keys(row).length > 0);
      return own.some(({ column }) => column === undefined) || rows.length === 0 ? [] : [[id, rows]];
    }),
  );
}
