import { referencesOf } from './expression/references.ts';
import type { Form, Question } from './form.ts';
import { conditionReferences, decidedBy, type Ring, ringsOf } from './rings.ts';

/** A fault in a form's own definition, by the id at which it lies. */
export type FormFault =
  | {
      readonly id: string;
      readonly kind: 'duplicate-id' | 'unknown-reference' | 'no-choices' | 'duplicate-code' | 'unknown-code';
      /** Ids that the fault involves. */
      readonly about: readonly string[];
    }
  | { readonly id: string; readonly kind: 'cycle'; readonly about: readonly string[]; readonly ring: Ring };

/** Checks what types cannot: ids are unique, conditions look at questions that exist and never in a circle, choices have their codes. */
export function checkForm(form: Form): readonly FormFault[] {
  const questions = form.sections.flatMap((section) => section.questions);
  const columns = questions.flatMap((question) => (question.kind === 'table' ? question.columns : []));
  const known = new Set([...questions, ...columns].map(({ id }) => id));
  return [
    ...duplicates(form, questions),
    ...form.sections.flatMap(({ id, when }) => unknown(id, conditionReferences(when), known)),
    ...[...questions, ...columns].flatMap((question) => [
      ...unknown(question.id, lookedAt(question), known),
      ...choiceFaults(question),
    ]),
    ...ringsOf(form).map(
      (ring) => ({ id: ring[0]?.id ?? '', kind: 'cycle', about: ring.map(({ id }) => id), ring }) as const,
    ),
  ];
}

function duplicates(form: Form, questions: readonly Question[]): readonly FormFault[] {
  const ids = questions.flatMap((question) =>
    'otherCode' in question && question.otherCode !== undefined ? [question.id, `${question.id}-other`] : [question.id],
  );
  const sections = form.sections.map(({ id }) => id);
  const columns = questions.flatMap((question) =>
    question.kind === 'table' ? [repeated(question.columns.map(({ id }) => id))] : [],
  );
  return [repeated(ids), repeated(sections), ...columns]
    .flat()
    .map((id) => ({ id, kind: 'duplicate-id', about: [id] }));
}

const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
];

const unknown = (id: string, references: readonly string[], known: ReadonlySet<string>): readonly FormFault[] => {
  const missing = references.filter((each) => !known.has(each));
  return missing.length === 0 ? [] : [{ id, kind: 'unknown-reference', about: missing }];
};

function choiceFaults(question: Question): readonly FormFault[] {
  if (!('choices' in question)) return [];
  const codes = question.choices.map(({ code }) => code);
  const marked = [
    question.kind === 'rank' ? undefined : question.otherCode,
    question.kind === 'choices' ? question.noneCode : undefined,
  ];
  const strangers = marked.filter((code) => code !== undefined && !codes.includes(code)).map(String);
  return [
    ...(codes.length === 0 ? [{ id: question.id, kind: 'no-choices', about: [] } as const] : []),
    ...repeated(codes).map((code) => ({ id: question.id, kind: 'duplicate-code', about: [code] }) as const),
    ...strangers.map((code) => ({ id: question.id, kind: 'unknown-code', about: [code] }) as const),
  ];
}

function lookedAt(question: Question): readonly string[] {
  return [...decidedBy(question), ...(question.constraint === undefined ? [] : referencesOf(question.constraint.rule))];
}
