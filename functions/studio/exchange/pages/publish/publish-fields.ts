import { field, type PageRequest } from '#functions/site/request.ts';
import { type Carrying, carryingOf, type Declared } from '#lib/core/survey/compose/carrying.ts';
import { sha256 } from '#lib/usecases/digest.ts';
import type { PublicationView } from './load-publication.ts';

/** Fields of the form by which a draft is published. */
export const publishFields = {
  /** Followed by a new question's id: the old question whose answers it takes. */
  from: 'from.',
  /** Followed by an old choice's field: what it becomes. */
  code: 'code.',
  /** By which it is known that the losses were shown. */
  seen: 'seen',
} as const;

/** What was declared so far, and the id of the button's press. */
export interface TypedPublication extends Declared {
  readonly request: string;
}

/** Reads what was declared; a field that the page did not have is left to what stands to reason. */
export function typedPublication(request: PageRequest): TypedPublication {
  const below = (prefix: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(request.posted).flatMap(([name, [value = '']]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
      ),
    );
  return {
    from: below(publishFields.from),
    codes: below(publishFields.code),
    anew: request.posted.anew ?? [],
    request: field(request, 'request'),
  };
}

/** How earlier answers reach a draft as declared; undefined where there are none. */
export const carryingIn = ({ before, form }: PublicationView, typed: Declared): Carrying | undefined =>
  before && carryingOf(before, form, typed);

/** The losses that a page showed, in a few letters. */
export const lossesSeen = ({ losses }: Carrying): string => sha256(losses.join('\n')).slice(0, 16);
