import { canonical } from '../../canonical.ts';
import type { Form, Question } from '../form.ts';
import { questionsOf } from './target.ts';

/** What a form asks otherwise than its version before. */
export interface FormChanges {
  readonly added: readonly Question[];
  readonly removed: readonly Question[];
  readonly changed: readonly Question[];
}

/** Compares a form with its version before, question by question. */
export function formChanges(before: Form | undefined, after: Form): FormChanges {
  const [old, now] = [before ? askedIn(before) : [], askedIn(after)];
  const known = new Map(old.map((question) => [question.id, canonical(question)]));
  const kept = new Set(now.map(({ id }) => id));
  return {
    added: now.filter(({ id }) => !known.has(id)),
    removed: old.filter(({ id }) => !kept.has(id)),
    changed: now.filter((question) => known.has(question.id) && known.get(question.id) !== canonical(question)),
  };
}

/** The questions of a form that are answered. */
export const askedIn = (form: Form): readonly Question[] =>
  questionsOf(form).filter(({ kind }) => kind !== 'note' && kind !== 'calculate');
