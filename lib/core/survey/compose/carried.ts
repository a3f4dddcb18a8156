import type { Column, Form, Mapping, Question } from '../form.ts';
import { carryingOf, type Declared, declaredIn } from './carrying.ts';
import { askedIn } from './form-changes.ts';
import { questionsOf } from './target.ts';

/** How answers to the version before reached a published one, in the words of both forms. */
export interface CarriedWords {
  /** Questions and columns that take another's answers. */
  readonly taken: readonly { readonly now: string; readonly old: string }[];
  /** Choices that became another in words, or none. */
  readonly choices: readonly { readonly question: string; readonly old: string; readonly now: string | undefined }[];
  /** Questions that were kept and asked anew. */
  readonly anew: readonly string[];
  /** What of the answers is not taken over, a line each. */
  readonly losses: readonly string[];
}

/** Puts in words what a published version declared; what is not named kept its question and its choices. */
export function carriedWords(before: Form, after: Form): CarriedWords {
  const mapping: Mapping = after.carries ?? {};
  const declared: Declared = declaredIn(mapping);
  const [old, now] = [partsOf(before), partsOf(after)];
  const sources = Object.entries(mapping.questions ?? {});
  const source = (id: string): string => sources.find(([to]) => to === id)?.[1] ?? id;
  return {
    taken: sources.flatMap(([to, from]) =>
      from === null ? [] : [{ now: now.get(to)?.label ?? to, old: old.get(from)?.label ?? from }],
    ),
    choices: Object.entries(mapping.codes ?? {}).flatMap(([id, codes]) =>
      Object.entries(codes).flatMap(([from, to]) => {
        const words = labelOf(old.get(source(id)), from);
        const next = to === null ? undefined : labelOf(now.get(id), to);
        return next === words ? [] : [{ question: now.get(id)?.label ?? id, old: words, now: next }];
      }),
    ),
    anew: askedIn(after).flatMap(({ id, label }) => (declared.anew.includes(id) ? [label] : [])),
    losses: carryingOf(before, after, declared).losses,
  };
}

const partsOf = (form: Form): ReadonlyMap<string, Question | Column> =>
  new Map(
    questionsOf(form).flatMap((question) => [
      ...(question.kind === 'table' ? question.columns.map((column) => [column.id, column] as const) : []),
      [question.id, question] as const,
    ]),
  );

const labelOf = (question: Question | Column | undefined, code: string): string =>
  (question && 'choices' in question ? question.choices.find((each) => each.code === code)?.label : undefined) ?? code;
