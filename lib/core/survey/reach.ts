import { answerTo, cellOf, codesOf, hasCode, isCodes, otherId, rowsOf } from './answer.ts';
import { compareDecimals } from './clean/decimal.ts';
import { evaluate } from './expression/evaluate.ts';
import type { Expression } from './expression/expression.ts';
import { type Operand, type Scope, toBoolean, toText } from './expression/operand.ts';
import type {
  Choice,
  ChoiceQuestion,
  ChoicesQuestion,
  Column,
  Condition,
  Question,
  Row,
  Section,
  TableQuestion,
  Value,
  Values,
} from './form.ts';

/** What of a form can be reached with some answers: what is asked, what is offered, and the answers that count. */
export interface Reach {
  readonly section: (id: string) => boolean;
  readonly question: (id: string) => boolean;
  readonly column: (table: string, column: Column, row: Row) => boolean;
  readonly choices: (question: ChoiceQuestion | ChoicesQuestion) => readonly Choice[];
  /** Whether an answer satisfies its question's constraint; the answer is the one given, not the stored one. */
  readonly satisfies: (rule: Expression, self: Value, row?: Row) => boolean;
  /** Value of a calculated question as text, empty where it cannot be worked out. */
  readonly calculated: (id: string) => string;
  /** The answers to the sections' own questions, without those that do not apply. */
  readonly own: Values;
  /** The same, with the answers to questions of other sections as they were given. */
  readonly values: Values;
}

/**
 * Follows the conditions of sections through some answers; an answer that does not apply counts as unanswered in the conditions
 * of others, in whatever order they stand. Answers to questions of other sections are taken as they are from `elsewhere`, which
 * may hold older ones to these sections' own questions. `today` is the JST day for expressions that ask for it.
 */
export function reach(sections: readonly Section[], answers: Values, today?: string, elsewhere = answers): Reach {
  const { places, tables, byId } = indexOf(sections);
  const known = new Map<string, boolean>();
  const working = new Set<string>();
  let settled: Values | undefined;

  const once = (key: string, find: () => boolean): boolean => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (working.has(key)) return false;
    working.add(key);
    const shown = find();
    working.delete(key);
    known.set(key, shown);
    return shown;
  };

  const owned = (id: string): boolean =>
    places.has(id) || (id.endsWith('-other') && places.has(id.slice(0, -'-other'.length)));
  const sectionShown = (id: string): boolean => {
    const when = byId.get(id)?.when;
    return when === undefined || once(`section ${id}`, () => holds(when));
  };
  const questionShown = (id: string): boolean => {
    const place = places.get(id);
    if (place === undefined) return false;
    const { when } = place.question;
    if (when === undefined) return sectionShown(place.section.id);
    return once(id, () => sectionShown(place.section.id) && holds(when));
  };

  const answer = (id: string): Value | undefined => {
    const place = places.get(id);
    if (place === undefined) return answerTo(owned(id) ? answers : elsewhere, id);
    if (!questionShown(id)) return undefined;
    return place.question.kind === 'calculate'
      ? calculated(id) || undefined
      : offered(place.question, answerTo(answers, id));
  };

  const scope = (row?: Cells, self?: Value): Scope => ({
    answer: (id) => {
      const cell = row?.(id);
      if (cell !== undefined) return cell;
      const table = tables.get(id);
      if (table === undefined || places.has(id)) return operand(answer(id));
      return row === undefined ? rowsOf(answer(table.id)).map((each) => String(cellOf(each, id) ?? '')) : '';
    },
    ...(self === undefined ? {} : { self: toText(operand(self)) }),
    ...(today === undefined ? {} : { today }),
  });

  function holds(condition: Condition | undefined, row?: Cells): boolean {
    if (condition === undefined) return true;
    if ('all' in condition) return condition.all.every((each) => holds(each, row));
    if ('any' in condition) return condition.any.some((each) => holds(each, row));
    if ('not' in condition) return !holds(condition.not, row);
    if ('expression' in condition) return toBoolean(evaluate(condition.expression, scope(row)));
    const value = row?.(condition.question) ?? answer(condition.question);
    if ('is' in condition)
      return typeof value !== 'object' && value !== undefined && [condition.is].flat().includes(String(value));
    if ('includes' in condition) return hasCode(value, condition.includes);
    if ('atLeast' in condition)
      return isNumber(value) && compareDecimals(String(value), String(condition.atLeast)) >= 0;
    return value !== undefined && value !== '' && !(typeof value === 'object' && value.length === 0);
  }

  function offered(question: Question, value: Value | undefined): Value | undefined {
    if (value === undefined) return undefined;
    if (question.kind === 'table') return whole(rowsOf(value).flatMap((row) => keptRow(question, row)));
    if (question.kind !== 'choice' && question.kind !== 'choices') return value;
    if (question.choiceFilter === undefined) return value;
    const codes = choices(question).map((each) => each.code);
    if (question.kind === 'choice') return codes.includes(String(value)) ? value : undefined;
    return whole(codesOf(value).filter((code) => codes.includes(code)));
  }

  function keptRow(table: TableQuestion, row: Row): readonly Row[] {
    if (table.columns.every((column) => column.when === undefined && !('choiceFilter' in column))) return [row];
    const cells = cellsOf(table, row);
    const kept = Object.fromEntries(Object.entries(row).filter(([id]) => cells(id) !== undefined));
    return Object.keys(kept).length === 0 ? [] : [kept];
  }

  /** The cells of a row that count: one that does not apply counts as empty for those that look at it. */
  function cellsOf(table: TableQuestion, row: Row): Cells {
    const kept = new Map<string, string | number | undefined>();
    const cells: Cells = (id) => {
      if (kept.has(id)) return kept.get(id);
      kept.set(id, undefined);
      const cell = cellOf(row, id);
      const column = table.columns.find((each) => each.id === id || otherId(each.id) === id);
      if (cell === undefined || column === undefined || !holds(column.when, cells)) return undefined;
      if (column.kind === 'choice' && column.id === id && !choices(column, cells).some(({ code }) => code === cell))
        return undefined;
      kept.set(id, cell);
      return cell;
    };
    return cells;
  }

  function choices(question: ChoiceQuestion | ChoicesQuestion, row?: Cells): readonly Choice[] {
    const { choiceFilter } = question;
    if (choiceFilter === undefined) return question.choices;
    return question.choices.filter((choice) => {
      const attribute = (name: string): string =>
        name === 'name' ? choice.code : name === 'label' ? choice.label : (choice.attributes?.[name] ?? '');
      return toBoolean(evaluate(choiceFilter, { ...scope(row), attribute }));
    });
  }

  function calculated(id: string): string {
    const question = places.get(id)?.question;
    if (question?.kind !== 'calculate' || working.has(`= ${id}`)) return '';
    working.add(`= ${id}`);
    const text = toText(evaluate(question.expression, scope()));
    working.delete(`= ${id}`);
    return text;
  }

  return {
    section: sectionShown,
    question: questionShown,
    column: (id, column, row) => {
      const table = places.get(id)?.question;
      return table?.kind === 'table' && questionShown(id) && holds(column.when, cellsOf(table, row));
    },
    choices: (question) => choices(question),
    satisfies: (rule, self, row) => toBoolean(evaluate(rule, scope(row && ((id) => cellOf(row, id)), self))),
    calculated,
    get own() {
      settled ??= ownOf(places, answers, answer);
      return settled;
    },
    get values() {
      const others = Object.entries(elsewhere).filter(([id]) => !owned(id));
      return others.length === 0 ? this.own : { ...Object.fromEntries(others), ...this.own };
    },
  };
}

/** The cells of a row by column. */
type Cells = (id: string) => string | number | undefined;

type Places = ReadonlyMap<string, { readonly question: Question; readonly section: Section }>;

interface Index {
  readonly places: Places;
  /** The table of each column. */
  readonly tables: ReadonlyMap<string, TableQuestion>;
  readonly byId: ReadonlyMap<string, Section>;
}

/** What is looked up in sections, kept for each: a form is the same through thousands of answers. */
const indexes = new WeakMap<object, Index>();

function indexOf(sections: readonly Section[]): Index {
  const [first] = sections;
  const whose = sections.length === 1 && first ? first : sections;
  const known = indexes.get(whose);
  if (known) return known;
  const places: Places = new Map(
    sections.flatMap((section) => section.questions.map((question) => [question.id, { question, section }] as const)),
  );
  const tables = new Map(
    [...places.values()].flatMap(({ question }) =>
      question.kind === 'table' ? question.columns.map((column) => [column.id, question] as const) : [],
    ),
  );
  const index = { places, tables, byId: new Map(sections.map((section) => [section.id, section])) };
  indexes.set(whose, index);
  return index;
}

/** Answers that count; the very ones given where all of them do, for exports ask this of thousands. */
function ownOf(places: Places, answers: Values, answer: (id: string) => Value | undefined): Values {
  const own: [string, Value][] = [];
  let same = true;
  const keep = (id: string, value: Value) => {
    own.push([id, value]);
    same &&= answerTo(answers, id) === value;
  };
  for (const [id, { question }] of places) {
    if (question.kind === 'calculate' || question.kind === 'note') continue;
    const value = answer(id);
    if (value === undefined) continue;
    keep(id, value);
    if (!('otherCode' in question) || !hasCode(value, question.otherCode)) continue;
    const detail = answerTo(answers, otherId(id));
    if (detail !== undefined) keep(otherId(id), detail);
  }
  return same && own.length === Object.keys(answers).length ? answers : Object.fromEntries(own);
}

const whole = <T extends Value & readonly unknown[]>(value: T): T | undefined =>
  value.length === 0 ? undefined : value;

const isNumber = (value: Value | undefined): value is string | number =>
  /^-?\d+(\.\d+)?$/.test(typeof value === 'object' ? '' : String(value));

function operand(value: Value | undefined): Operand {
  if (value === undefined) return '';
  if (typeof value !== 'object') return value;
  return isCodes(value) ? value.join(' ') : value.map(() => '');
}
