import type { Correction } from './correction.ts';
import { isAnswerable, type Round, type RoundState } from './round.ts';

/** States of a round in which single answers may be corrected, for the condition that guards a submission. */
export const correctingStates: readonly RoundState[] = ['released', 'ended'];

/** Whether a round takes corrections of single answers. */
export const takesCorrections = ({ state }: Pick<Round, 'state'>): boolean => correctingStates.includes(state);

/** Whether this one answer may be written and reviewed now: while its round takes answers, and after that while there is leave to correct it. */
export const takesAnswer = (round: Round, answer: { readonly correction?: Correction | undefined }): boolean =>
  isAnswerable(round) || (answer.correction !== undefined && takesCorrections(round));
