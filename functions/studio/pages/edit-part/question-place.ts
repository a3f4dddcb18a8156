import type { PageRequest } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import type { Command } from '#lib/core/survey/compose/edit-form.ts';
import {
  columnKinds,
  emptyQuestion,
  isColumn,
  kindOf,
  questionKinds,
} from '#lib/core/survey/compose/question-kinds.ts';
import { questionAt, sectionAt, type Target } from '#lib/core/survey/compose/target.ts';
import type { Form, Question } from '#lib/core/survey/form.ts';

/** Which question a page edits: one that stands somewhere, or one to be added somewhere. */
export interface QuestionPlace {
  readonly heading: string;
  readonly action: string;
  /** Kinds that may stand there. */
  readonly kinds: readonly Question['kind'][];
  /** The question as it stands; undefined where one is added. */
  readonly stands: Question | undefined;
  /** The question itself, or what it is added to. */
  readonly target: Target;
  readonly command: (question: Question) => Command | undefined;
}

/** Reads from an address which question is edited; undefined when there is no such place in the form. */
export function questionPlace(
  form: Form,
  { params, path }: Pick<PageRequest, 'params' | 'path'>,
): QuestionPlace | undefined {
  const { section, question = '', column } = params;
  const table: Target = { kind: 'question', id: question };
  if (section !== undefined) return sectionAt(form, section) && inSection(form, section);
  if (path.endsWith('/add')) return questionAt(form, table)?.kind === 'table' ? inTable(form, question) : undefined;
  const target: Target = column === undefined ? table : { kind: 'column', table: question, id: column };
  const stands = questionAt(form, target);
  return stands && standing(form, target, stands);
}

/** Where a question is added whose own place somebody deleted while it was being typed: its table, its section, or the last one. */
export function placeInstead(
  form: Form,
  { params }: Pick<PageRequest, 'params'>,
  section: string,
): QuestionPlace | undefined {
  const { question = '', column } = params;
  if (column !== undefined && questionAt(form, { kind: 'question', id: question })?.kind === 'table')
    return inTable(form, question);
  const at = sectionAt(form, section) ?? form.sections.at(-1);
  return at && inSection(form, at.id);
}

/** Id of the section in which a part stands; '' where it is in none. */
export const sectionOf = (form: Form, { target }: Pick<QuestionPlace, 'target'>): string => {
  const question = target.kind === 'column' ? target.table : target.id;
  return form.sections.find(({ questions }) => questions.some(({ id }) => id === question))?.id ?? '';
};

function inSection(form: Form, section: string): QuestionPlace {
  const target: Target = { kind: 'section', id: section };
  return {
    heading: '質問を追加する',
    action: addresses.add(form.id, target),
    kinds: questionKinds,
    stands: undefined,
    target,
    command: (question) => ({ kind: 'add-question', section, question }),
  };
}

function inTable(form: Form, table: string): QuestionPlace {
  const target: Target = { kind: 'question', id: table };
  return {
    heading: '表の列を追加する',
    action: addresses.add(form.id, target),
    kinds: columnKinds,
    stands: undefined,
    target,
    command: (column) => (isColumn(column) ? { kind: 'add-column', table, column } : undefined),
  };
}

const standing = (form: Form, target: Target, stands: Question): QuestionPlace => ({
  heading: target.kind === 'column' ? '表の列を編集する' : '質問を編集する',
  action: addresses.part(form.id, target),
  kinds: target.kind === 'column' ? columnKinds : questionKinds,
  stands,
  target,
  command: (question) => {
    if (target.kind !== 'column') return { kind: 'set-question', question };
    return isColumn(question) ? { kind: 'set-column', table: target.table, column: question } : undefined;
  },
});

/** The question to edit, as the kind that was asked for; undefined where the kind is still to be chosen. */
export function questionToEdit({ stands, kinds }: QuestionPlace, asked: string): Question | undefined {
  const kind = kindOf(asked) ?? stands?.kind;
  if (kind === undefined || !kinds.includes(kind)) return undefined;
  return stands === undefined ? emptyQuestion(kind) : asKind(stands, kind);
}

/** A question turned into another kind, with what both kinds have. */
function asKind(question: Question, kind: Question['kind']): Question {
  if (question.kind === kind) return question;
  const { id, label, help, required, when, source } = question;
  const next: Question = {
    ...emptyQuestion(kind),
    id,
    label,
    ...(help === undefined ? {} : { help }),
    ...(required === undefined ? {} : { required }),
    ...(when === undefined ? {} : { when }),
    ...(source === undefined ? {} : { source }),
  };
  if ('choices' in next && 'choices' in question) return { ...next, choices: question.choices };
  return 'unit' in next && 'unit' in question ? { ...next, unit: question.unit } : next;
}
