import type { Target } from '#lib/core/survey/compose/target.ts';

/** What a button beside a part does. */
export type Verb = 'up' | 'down' | 'to' | 'duplicate' | 'delete';

/** A pressed button: the part, and its fingerprint as the page showed it. */
export interface PartAct {
  readonly verb: Verb;
  readonly target: Target;
  readonly fingerprint: string;
}

const isVerb = (verb: string): verb is Verb => ['up', 'down', 'to', 'duplicate', 'delete'].includes(verb);

/** Value of a button. */
export const actValue = ({ verb, target, fingerprint }: PartAct): string =>
  [verb, target.kind, target.kind === 'column' ? target.table : '', target.id, fingerprint].join('|');

/** Reads a button's value; undefined when it is none of ours. */
export function actOf(value: string): PartAct | undefined {
  const [verb = '', kind = '', table = '', id = '', fingerprint = ''] = value.split('|');
  if (!isVerb(verb) || id === '') return undefined;
  if (kind === 'section' || kind === 'question') return { verb, target: { kind, id }, fingerprint };
  return kind === 'column' ? { verb, target: { kind, table, id }, fingerprint } : undefined;
}
