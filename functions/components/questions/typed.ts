import { answerTo, cellOf, codesOf, otherId, rowsOf } from '#lib/core/survey/answer.ts';
import type { Column, Form, Question, Section, Value, Values } from '#lib/core/survey/form.ts';
import { type Posted, readSection } from '#lib/core/survey/read-section.ts';
import type { FieldProblem } from '../error-summary.tsx';
import { partsOfDay } from '../fields/date-field.tsx';

/** Stored answers as the fields that would have been typed: reading them gives the same answers again. */
export function typedOf(questions: readonly Question[], values: Values): Posted {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const value = answerTo(values, question.id);
      return value === undefined ? [] : fieldsOf(question, value, answerTo(values, otherId(question.id)));
    }),
  );
}

type Fields = readonly (readonly [string, readonly string[]])[];

function fieldsOf(question: Question, value: Value, detail: Value | undefined): Fields {
  const { id } = question;
  const other: Fields = detail === undefined ? [] : [[otherId(id), [String(detail)]]];
  switch (question.kind) {
    case 'table':
      return rowsOf(value).flatMap((row, at) =>
        question.columns.flatMap((column): Fields => {
          const cell = cellOf(row, column.id);
          const field = `${id}.${at}.${column.id}`;
          const own: Fields = cell === undefined ? [] : [[field, [typedCell(column, cell)]]];
          const explained = cellOf(row, otherId(column.id));
          return explained === undefined ? own : [...own, [otherId(field), [String(explained)]]];
        }),
      );
    case 'date': {
      const { year, month, day } = partsOfDay(String(value));
      return [
        [`${id}-year`, [year]],
        [`${id}-month`, [month]],
        [`${id}-day`, [day]],
      ];
    }
    case 'choices':
    case 'rank':
    case 'file':
      return [[id, codesOf(value)], ...other];
    case 'note':
    case 'calculate':
      return [];
    case 'text':
    case 'long-text':
    case 'integer':
    case 'decimal':
    case 'time':
    case 'date-time':
    case 'range':
    case 'choice':
      return [[id, [typedCell(question, value)]], ...other];
  }
}

const typedCell = (column: Column, value: Value): string => {
  if (column.kind === 'date') return String(value).replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1/$2/$3');
  if (column.kind === 'date-time') return String(value).replace('T', ' ');
  return String(value);
};

/** Unlikely answers of the sections that are stored, which may be right and are to be confirmed. */
export const unlikelyIn = (
  form: Form,
  values: Values,
  today: string,
): readonly (FieldProblem & { readonly section: Section })[] =>
  form.sections.flatMap((section) =>
    readSection(section, typedOf(section.questions, values), values, today).warnings.map((warning) => ({
      ...warning,
      section,
    })),
  );
