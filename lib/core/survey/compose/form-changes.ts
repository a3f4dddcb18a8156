import { canonical } from '../../canonical.ts';
import type { Form, Mapping, Question } from '../form.ts';
import { questionsOf } from './target.ts';

/** What a form asks otherwise than its version before. */
export interface FormChanges {
  readonly added: readonly Question[];
  readonly removed: readonly Question[];
  readonly changed: readonly Question[];
}

/** Compares a form with its version before, question by question. */
export function formChanges(before: Form | undefined, after: Form): FormChanges {
  const [old, now] = [before ? asked(before) : [], asked(after)];
  const known = new Map(old.map((question) => [question.id, canonical(question)]));
  const kept = new Set(now.map(({ id }) => id));
  return {
    added: now.filter(({ id }) => !known.has(id)),
    removed: old.filter(({ id }) => !kept.has(id)),
    changed: now.filter((question) => known.has(question.id) && known.get(question.id) !== canonical(question)),
  };
}

const asked = (form: Form): readonly Question[] =>
  questionsOf(form).filter(({ kind }) => kind !== 'note' && kind !== 'calculate');

/**
 * The mapping that staff declare when they publish: for a new question the old one whose answers it takes, and for a kept one that it is
 * asked anew. What is not in the two forms, or is of another kind, is left out.
 */
export function declaredMapping(
  before: Form,
  after: Form,
  declared: { readonly from: Readonly<Record<string, string>>; readonly anew: readonly string[] },
): Mapping | undefined {
  const old = new Map(asked(before).map((question) => [question.id, question]));
  const questions = asked(after).flatMap((question): readonly (readonly [string, string | null])[] => {
    if (old.has(question.id)) return declared.anew.includes(question.id) ? [[question.id, null]] : [];
    const source = Object.hasOwn(declared.from, question.id) ? old.get(declared.from[question.id] ?? '') : undefined;
    return source?.kind === question.kind ? [[question.id, source.id]] : [];
  });
  return questions.length === 0 ? undefined : { questions: Object.fromEntries(questions) };
}
