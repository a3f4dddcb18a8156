import type { Form } from '../form.ts';
import { withPart } from './parts.ts';
import { renamedCondition, renamedQuestion } from './rename.ts';
import { sectionAt, type Target } from './target.ts';

/** A form with a copy right behind one part; `give` gives each copied part its new id, and conditions within the copy look at the copies. */
export function duplicated(form: Form, target: Target, give: (kind: Target['kind']) => string): Form {
  const inside = target.kind === 'section' ? (sectionAt(form, target.id)?.questions ?? []) : [];
  const renames = new Map([[target.id, give(target.kind)], ...inside.map(({ id }) => [id, give('question')] as const)]);
  const named = (id: string): string => renames.get(id) ?? id;
  return withPart(form, target, {
    section: (section) => [
      section,
      {
        ...section,
        id: named(section.id),
        title: copyOf(section.title),
        ...(section.when === undefined ? {} : { when: renamedCondition(section.when, renames) }),
        questions: section.questions.map((question) => renamedQuestion(question, renames)),
      },
    ],
    question: (question) => [question, { ...renamedQuestion(question, renames), label: copyOf(question.label) }],
    column: (column) => [column, { ...renamedQuestion(column, renames), label: copyOf(column.label) }],
  });
}

const copyOf = (label: string): string => `${label}（写し）`;
