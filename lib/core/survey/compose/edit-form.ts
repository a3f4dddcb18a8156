import { ok, type Result, refuse } from '../../result.ts';
import type { Column, Condition, Form, Question } from '../form.ts';
import { closedRing, type Ring } from '../rings.ts';
import { duplicated } from './duplicate.ts';
import { moved, movedTo } from './move.ts';
import { conditioned, withColumns, withPart, withQuestions } from './parts.ts';
import { partAt, questionAt, questionsOf, type SectionWords, sectionAt, type Target } from './target.ts';

/** A form being composed, and how many ids were given out in it so far. */
export interface Composition {
  readonly form: Form;
  readonly ids: number;
}

/** One act of composing. What is added gets its id here; what is set keeps its place, its id and its condition. */
export type Command =
  | { readonly kind: 'name'; readonly title: string; readonly prepare: readonly string[] }
  | { readonly kind: 'add-section'; readonly words: Omit<SectionWords, 'id'> }
  | { readonly kind: 'set-section'; readonly words: SectionWords }
  | { readonly kind: 'add-question'; readonly section: string; readonly question: Question }
  | { readonly kind: 'set-question'; readonly question: Question }
  | { readonly kind: 'add-column'; readonly table: string; readonly column: Column }
  | { readonly kind: 'set-column'; readonly table: string; readonly column: Column }
  | { readonly kind: 'set-condition'; readonly target: Target; readonly when: Condition | undefined }
  | { readonly kind: 'move'; readonly target: Target; readonly by: -1 | 1 }
  | { readonly kind: 'move-to'; readonly question: string; readonly section: string }
  | { readonly kind: 'duplicate' | 'delete'; readonly target: Target };

/** Why a command is not carried out: what it is about is not in the form (any more), or what decides what would go round in a ring. */
export type CommandRefused =
  | { readonly kind: 'gone' }
  | { readonly kind: 'ring'; readonly ring: Ring /** The form with the ring. */; readonly form: Form };

/** Carries out one act of composing. Whether the form can be published is for `formProblems` to say, which also tells of a ring that a move closed. */
export function editForm({ form, ids }: Composition, command: Command): Result<Composition, CommandRefused> {
  const target = targetOf(command);
  if (target && !partAt(form, target)) return refuse({ kind: 'gone' });
  if (command.kind === 'move-to' && !sectionAt(form, command.section)) return refuse({ kind: 'gone' });
  const giver = idGiver(form, ids);
  const after = edited(form, command, giver.give);
  const moves = command.kind === 'move' || command.kind === 'move-to';
  const ring = moves ? undefined : closedRing(withoutCondition(form, command), after);
  return ring ? refuse({ kind: 'ring', ring, form: after }) : ok({ form: after, ids: giver.given() });
}

/** The form before, without the condition that is set: one that is set again as it was counts as new. */
const withoutCondition = (form: Form, command: Command): Form =>
  command.kind === 'set-condition' ? conditionSet(form, command.target, undefined) : form;

/** What must be there for a command to be carried out. */
function targetOf(command: Command): Target | undefined {
  switch (command.kind) {
    case 'name':
    case 'add-section':
      return undefined;
    case 'set-section':
      return { kind: 'section', id: command.words.id };
    case 'add-question':
      return { kind: 'section', id: command.section };
    case 'set-question':
      return { kind: 'question', id: command.question.id };
    case 'add-column':
      return { kind: 'question', id: command.table };
    case 'set-column':
      return { kind: 'column', table: command.table, id: command.column.id };
    case 'move-to':
      return { kind: 'question', id: command.question };
    case 'set-condition':
    case 'move':
    case 'duplicate':
    case 'delete':
      return command.target;
  }
}

type Give = (kind: Target['kind']) => string;

function edited(form: Form, command: Command, give: Give): Form {
  switch (command.kind) {
    case 'name':
      return { ...form, title: command.title, prepare: command.prepare };
    case 'add-section':
      return { ...form, sections: [...form.sections, { ...command.words, id: give('section'), questions: [] }] };
    case 'set-section': {
      const { questions = [], when } = sectionAt(form, command.words.id) ?? {};
      const section = conditioned({ ...command.words, questions }, when);
      return { ...form, sections: form.sections.map((each) => (each.id === section.id ? section : each)) };
    }
    case 'add-question': {
      const question = { ...command.question, id: give('question') };
      return withQuestions(form, (questions, { id }) =>
        id === command.section ? [...questions, question] : questions,
      );
    }
    case 'set-question': {
      const { question } = command;
      const set = conditioned(question, questionAt(form, { kind: 'question', id: question.id })?.when);
      return withQuestions(form, (questions) => questions.map((each) => (each.id === set.id ? set : each)));
    }
    case 'add-column': {
      const column = { ...command.column, id: give('column') };
      return withColumns(form, command.table, (columns) => [...columns, column]);
    }
    case 'set-column': {
      const { table, column } = command;
      const set = conditioned(column, questionAt(form, { kind: 'column', table, id: column.id })?.when);
      return withColumns(form, table, (columns) => columns.map((each) => (each.id === set.id ? set : each)));
    }
    case 'set-condition':
      return conditionSet(form, command.target, command.when);
    case 'move':
      return moved(form, command.target, command.by);
    case 'move-to':
      return movedTo(form, command.question, command.section);
    case 'duplicate':
      return duplicated(form, command.target, give);
    case 'delete':
      return withPart(form, command.target, { section: () => [], question: () => [], column: () => [] });
  }
}

const conditionSet = (form: Form, target: Target, when: Condition | undefined): Form =>
  withPart(form, target, {
    section: (section) => [conditioned(section, when)],
    question: (question) => [conditioned(question, when)],
    column: (column) => [conditioned(column, when)],
  });

const letters: Readonly<Record<Target['kind'], string>> = { section: 's', question: 'q', column: 'c' };

/** Gives ids that the form does not hold; what was given once is never given again, even after it was deleted. */
function idGiver(form: Form, before: number): { readonly give: Give; readonly given: () => number } {
  const questions = questionsOf(form);
  const columns = questions.flatMap((question) => (question.kind === 'table' ? question.columns : []));
  const taken = new Set([...form.sections, ...questions, ...columns].map(({ id }) => id));
  let count = before;
  return {
    give(kind) {
      do count++;
      while (taken.has(`${letters[kind]}${count}`));
      return `${letters[kind]}${count}`;
    },
    given: () => count,
  };
}
