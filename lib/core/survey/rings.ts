import { questionsOf, type Target } from './compose/target.ts';
import { referencesOf } from './expression/references.ts';
import type { Column, Condition, Form, Question } from './form.ts';

/** Parts of a form each of which is decided by the next, and the last by the first; the first in the form's order leads. */
export type Ring = readonly Target[];

/** Ids that a condition looks at. */
export function conditionReferences(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(conditionReferences);
  if ('any' in condition) return condition.any.flatMap(conditionReferences);
  if ('not' in condition) return conditionReferences(condition.not);
  return 'expression' in condition ? referencesOf(condition.expression) : [condition.question];
}

/** Ids that decide whether a question is shown, what it offers, or its value; a constraint is no part of it. */
export function decidedBy(question: Question | Column): readonly string[] {
  return [
    ...conditionReferences(question.when),
    ...('choiceFilter' in question && question.choiceFilter !== undefined ? referencesOf(question.choiceFilter) : []),
    ...(question.kind === 'calculate' ? referencesOf(question.expression) : []),
  ];
}

/** Rings of a form that share no part with each other; none means that there is no ring at all. */
export function ringsOf(form: Form): readonly Ring[] {
  const { links, parts } = linksOf(form);
  const order = [...links.keys()];
  const told = new Set<string>();
  return circles(links).flatMap((circle) => {
    if (circle.some((knot) => told.has(knot))) return [];
    for (const knot of circle) told.add(knot);
    const places = circle.map((knot) => order.indexOf(knot));
    const first = places.indexOf(Math.min(...places));
    return [partsOf([...circle.slice(first), ...circle.slice(0, first)], parts)];
  });
}

/** A ring that a change closed: one that goes through a link which the form before did not have; its part leads. */
export function closedRing(before: Form, after: Form): Ring | undefined {
  const old = linksOf(before).links;
  const { links, parts } = linksOf(after);
  for (const [from, all] of links)
    for (const to of all) {
      const back = old.get(from)?.includes(to) ? undefined : pathOf(links, to, from);
      if (back) return partsOf([from, ...back.slice(0, -1)], parts);
    }
  return undefined;
}

const partsOf = (knots: readonly string[], parts: ReadonlyMap<string, Target>): Ring =>
  knots.flatMap((knot) => parts.get(knot) ?? []);

type Links = ReadonlyMap<string, readonly string[]>;

/** Which part is decided by which: a question by what it looks at and by its section's condition, a table also by its columns. */
function linksOf(form: Form): { readonly links: Links; readonly parts: ReadonlyMap<string, Target> } {
  const parts = new Map<string, Target>();
  const links = new Map<string, readonly string[]>();
  const questions = questionsOf(form);
  const own = new Set(questions.map(({ id }) => id));
  const tables = new Map(
    questions.flatMap((question) =>
      question.kind === 'table' ? question.columns.map(({ id }) => [id, question.id] as const) : [],
    ),
  );
  const asked = (id: string): string => `question ${own.has(id) ? id : (tables.get(id) ?? id)}`;
  for (const section of form.sections) {
    const above = `section ${section.id}`;
    parts.set(above, { kind: 'section', id: section.id });
    links.set(above, conditionReferences(section.when).map(asked));
    for (const question of section.questions) {
      const here = `question ${question.id}`;
      const columns = question.kind === 'table' ? question.columns : [];
      const cell = ({ id }: { readonly id: string }): string => `column ${question.id}.${id}`;
      parts.set(here, { kind: 'question', id: question.id });
      links.set(here, [
        ...decidedBy(question).map(asked),
        ...(section.when === undefined ? [] : [above]),
        ...columns.map(cell),
      ]);
      for (const column of columns) {
        const beside = (id: string): string => (columns.some((each) => each.id === id) ? cell({ id }) : asked(id));
        parts.set(cell(column), { kind: 'column', table: question.id, id: column.id });
        links.set(cell(column), decidedBy(column).map(beside));
      }
    }
  }
  return { links, parts };
}

/** The shortest way from one part to another, both with it; undefined where there is none. */
function pathOf(links: Links, from: string, to: string): readonly string[] | undefined {
  const came = new Map<string, string | undefined>([[from, undefined]]);
  for (const knot of came.keys()) {
    if (knot === to) {
      const path = [to];
      for (let at = came.get(to); at !== undefined; at = came.get(at)) path.unshift(at);
      return path;
    }
    for (const next of links.get(knot) ?? []) if (!came.has(next)) came.set(next, knot);
  }
  return undefined;
}

/** Circles found without recursion, so that long chains are no trouble; at least one where there is any. */
function circles(links: Links): readonly (readonly string[])[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  for (const start of links.keys()) {
    if (state.has(start)) continue;
    const path: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = links.get(top.id)?.[top.next];
      top.next += 1;
      if (to === undefined) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(to) === 'open')
        found.push(path.slice(path.findIndex(({ id }) => id === to)).map(({ id }) => id));
      else if (!state.has(to) && links.has(to)) {
        state.set(to, 'open');
        path.push({ id: to, next: 0 });
      }
    }
  }
  return found;
}
