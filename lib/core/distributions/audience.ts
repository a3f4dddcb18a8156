import * as z from 'zod/mini';
import { type Frame, hospitalJudge } from '../eligibility/judge-hospital.ts';
import type { Organisation } from '../organisations/organisation.ts';
import { text } from '../shapes.ts';

/** In what capacity an organisation is sent a document: a prefecture's office, 連携先 or 連携元. */
export const audienceRole = z.enum(['office', 'destination', 'source']);
export type AudienceRole = z.infer<typeof audienceRole>;

/** Whom a document goes to: roles, judged by an edition, in some prefectures (two-digit codes; all where none is named). */
export const audience = z.object({
  program: text,
  edition: text,
  roles: z.array(audienceRole),
  prefectures: z.array(text),
});
export type Audience = z.infer<typeof audience>;

/** An organisation with the capacities in which it is sent a document. */
export interface Chosen {
  readonly organisation: Organisation;
  readonly roles: readonly AudienceRole[];
}

/** Whom an audience is made of, each once, by prefecture with the office first; and hospitals whose capacity cannot be told yet. */
export interface AudienceFound {
  readonly chosen: readonly Chosen[];
  readonly unresolved: readonly Organisation[];
}

/** Chooses an audience out of prefectures' offices and hospitals. */
export function chooseAudience(
  frame: Frame,
  { roles, prefectures }: Pick<Audience, 'roles' | 'prefectures'>,
  organisations: readonly Organisation[],
): AudienceFound {
  const judge = hospitalJudge(frame);
  const wanted = roles.filter((role) => role !== 'office');
  const chosen: Chosen[] = [];
  const unresolved: Organisation[] = [];
  for (const organisation of organisations) {
    if (prefectures.length > 0 && !prefectures.includes(organisation.prefecture)) continue;
    if (organisation.kind === 'prefecture' && roles.includes('office'))
      chosen.push({ organisation, roles: ['office'] });
    if (organisation.kind !== 'hospital' || wanted.length === 0) continue;
    const verdict = judge(organisation);
    const met = wanted.filter((role) => verdict[role] === 'met');
    if (met.length > 0) chosen.push({ organisation, roles: met });
    else if (wanted.some((role) => verdict[role] === 'unresolved')) unresolved.push(organisation);
  }
  return { chosen: chosen.sort(byPlace), unresolved };
}

const placeOf = ({ organisation: { prefecture, kind, id } }: Chosen): string =>
  `${prefecture}#${kind === 'prefecture' ? 0 : 1}#${id}`;

const byPlace = (a: Chosen, b: Chosen): number => (placeOf(a) < placeOf(b) ? -1 : 1);
