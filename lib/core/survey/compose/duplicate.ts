import type { Form, Question } from '../form.ts';
import { withPart } from './parts.ts';
import { renamedCondition, renamedQuestion } from './rename.ts';
import { questionAt, sectionAt, type Target } from './target.ts';

/** A form with a copy right behind one part; `give` gives each copied part its new id, and conditions within the copy look at the copies. */
export function duplicated(form: Form, target: Target, give: (kind: Target['kind']) => string): Form {
  const inside = target.kind === 'section' ? (sectionAt(form, target.id)?.questions ?? []) : [];
  const own = questionAt(form, target);
  const whole = new Map([[target.id, give(target.kind)], ...inside.map(({ id }) => [id, give('question')] as const)]);
  const columns = new Map(
    [...inside, ...(own ? [own] : [])].map((question) => [
      question.id,
      question.kind === 'table' ? question.columns.map(({ id }) => [id, give('column')] as const) : [],
    ]),
  );
  const renames = new Map([...[...columns.values()].flat(), ...whole]);
  const copied = <Q extends Question>(question: Q): Q =>
    renamedQuestion(question, new Map([...renames, ...(columns.get(question.id) ?? [])]));
  const named = (id: string): string => renames.get(id) ?? id;
  return withPart(form, target, {
    section: (section) => [
      section,
      {
        ...section,
        id: named(section.id),
        title: copyOf(section.title),
        ...(section.when === undefined ? {} : { when: renamedCondition(section.when, renames) }),
        questions: section.questions.map(copied),
      },
    ],
    question: (question) => [question, { ...copied(question), label: copyOf(question.label) }],
    column: (column) => [column, { ...copied(column), label: copyOf(column.label) }],
  });
}

const copyOf = (label: string): string => `${label}（写し）`;
