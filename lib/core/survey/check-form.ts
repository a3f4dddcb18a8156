import { referencesOf } from './expression/references.ts';
import type { Column, Condition, Form, Question } from './form.ts';

/** A fault in a form's own definition, by the id at which it lies. */
export interface FormFault {
  readonly id: string;
  readonly kind: 'duplicate-id' | 'unknown-reference' | 'cycle' | 'no-choices' | 'duplicate-code' | 'unknown-code';
  /** Ids that the fault involves. */
  readonly about: readonly string[];
}

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
    ...cycles(form, questions),
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

/** Ids that a condition looks at. */
export function conditionReferences(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(conditionReferences);
  if ('any' in condition) return condition.any.flatMap(conditionReferences);
  if ('not' in condition) return conditionReferences(condition.not);
  return 'expression' in condition ? referencesOf(condition.expression) : [condition.question];
}

function lookedAt(question: Question): readonly string[] {
  return [...shownBy(question), ...(question.constraint === undefined ? [] : referencesOf(question.constraint.rule))];
}

/** Ids that decide whether a question is shown, what it offers, or its value; a constraint is no part of it. */
function shownBy(question: Question | Column): readonly string[] {
  return [
    ...conditionReferences(question.when),
    ...('choiceFilter' in question && question.choiceFilter !== undefined ? referencesOf(question.choiceFilter) : []),
    ...(question.kind === 'calculate' ? referencesOf(question.expression) : []),
  ];
}

function cycles(form: Form, questions: readonly Question[]): readonly FormFault[] {
  const sectionOf = new Map(
    form.sections.flatMap((section) => section.questions.map(({ id }) => [id, section] as const)),
  );
  const tableOf = new Map(
    questions.flatMap((question) =>
      question.kind === 'table' ? question.columns.map(({ id }) => [id, question.id] as const) : [],
    ),
  );
  const edges = new Map<string, readonly string[]>();
  for (const question of questions) {
    const own = [...shownBy(question), ...conditionReferences(sectionOf.get(question.id)?.when)];
    const inner =
      question.kind === 'table'
        ? question.columns.flatMap(shownBy).filter((id) => !question.columns.some((column) => column.id === id))
        : [];
    edges.set(
      question.id,
      [...own, ...inner].map((id) => (edges.has(id) || sectionOf.has(id) ? id : (tableOf.get(id) ?? id))),
    );
    if (question.kind === 'table')
      for (const column of question.columns)
        edges.set(
          `${question.id}.${column.id}`,
          shownBy(column)
            .filter((id) => question.columns.some((each) => each.id === id))
            .map((id) => `${question.id}.${id}`),
        );
  }
  return circles(edges).map((about) => ({ id: about[0] ?? '', kind: 'cycle', about }));
}

/** One circle for each strongly joined set of ids, found without recursion so that long chains are no trouble. */
function circles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  for (const start of edges.keys()) {
    if (state.has(start)) continue;
    const path: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = edges.get(top.id)?.[top.next];
      top.next += 1;
      if (to === undefined) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(to) === 'open')
        found.push(path.slice(path.findIndex(({ id }) => id === to)).map(({ id }) => id));
      else if (!state.has(to) && edges.has(to)) {
        state.set(to, 'open');
        path.push({ id: to, next: 0 });
      }
    }
  }
  return found;
}
