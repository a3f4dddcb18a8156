import type { PageRequest } from '#functions/site/request.ts';
import { readFileText } from '#lib/core/survey/file-answer.ts';
import type { Posted } from '#lib/core/survey/read-section.ts';

/** Fields of the page itself; question ids never begin with a colon. */
export const pageFields = {
  act: ':act',
  version: ':version',
  base: ':base',
  /** Fields that were already said to be empty or unlikely. */
  told: ':told',
  /** Ids of the questions that a conflict is about. */
  disputed: ':disputed',
  /** Followed by a question's id: whose answer is kept after a conflict. */
  keep: ':keep.',
  /** Followed by a question's id: files that are sent. */
  file: ':file.',
} as const;

/** What a section's form says beside its answers. */
export interface SectionPost {
  readonly act: Act;
  readonly version: number;
  readonly base: readonly string[];
  readonly told: readonly string[];
  /** The answers as typed, without a row that was taken away. */
  readonly typed: Posted;
}

/** What pressing a button of the section means. */
export type Act =
  | { readonly kind: 'next' | 'stay' | 'auto' | 'resolve' }
  | { readonly kind: 'add' | 'remove'; readonly table: string }
  /** Files were sent to a question, or one of them was taken away. */
  | { readonly kind: 'attach' | 'drop'; readonly question: string };

/** Reads a section's form; what is not understood counts as going on. */
export function readSectionPost({ posted }: Pick<PageRequest, 'posted'>): SectionPost {
  const own = (name: string): string => posted[name]?.[0] ?? '';
  const version = Number(own(pageFields.version));
  const [verb, table = '', row = ''] = own(pageFields.act).split(':');
  const typed = Object.fromEntries(
    Object.entries(posted)
      .filter(([name]) => !name.startsWith(':') && !(verb === 'remove' && name.startsWith(`${table}.${row}.`)))
      .map(([name, values]) => [
        name,
        verb === 'drop' && name === table ? values.filter((text) => readFileText(text)?.id !== row) : values,
      ]),
  );
  return {
    act: actOf(verb, table),
    version: Number.isSafeInteger(version) && version >= 0 ? version : 0,
    base: own(pageFields.base).split(','),
    told: own(pageFields.told).split(',').filter(Boolean),
    typed,
  };
}

function actOf(verb: string | undefined, table: string): Act {
  switch (verb) {
    case 'add':
    case 'remove':
      return { kind: verb, table };
    case 'attach':
    case 'drop':
      return { kind: verb, question: table };
    case 'stay':
    case 'auto':
    case 'resolve':
      return { kind: verb };
    default:
      return { kind: 'next' };
  }
}
