import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { hospitals } from '../support/small-country.ts';
import { smallPrograms } from './small-programs.ts';

/** Of the small country two that are asked and one that is told. */
export const register = hospitals.filter(({ id }) => ['IWATE1', 'IWATE2', 'TOKYO1'].includes(id));

/** Days of the round, JST. */
export const days = {
  begun: '2026-12-01T01:00:00.000Z',
  due: '2027-01-29',
  extended: '2027-02-05',
  release: '2027-02-15',
  reminder: '2027-01-22T00:30:00.000Z',
  correctionDue: '2026-12-18',
  correctionReminder: '2026-12-15T00:30:00.000Z',
} as const;

/** The round that people play: what is asked, and who is in the register. */
export interface Play {
  readonly survey: string;
  readonly register: readonly Organisation[];
  /** How often people do a thing over until they give up. */
  readonly tries: number;
}

const [program] = smallPrograms;
/** The small round with its small register. */
export const smallPlay: Play = { survey: `${program?.id}/${program?.editions[0]?.id}/small`, register, tries: 5 };
