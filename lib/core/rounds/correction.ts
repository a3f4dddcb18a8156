import * as z from 'zod/mini';
import { workingDay } from '../calendar/business-day.ts';
import { addDays, type Day, dayOfInstant } from '../calendar/day.ts';
import { number, someText, text } from '../shapes.ts';
import { type Step, stepsOf } from './ladder.ts';
import type { Round } from './round.ts';

/** Leave to correct one answer after its round was released or ended. It lasts until what was corrected is passed on, or the leave is taken back. */
export const correction = z.object({
  reason: text,
  at: text,
  /** Name of whoever gave it. */
  by: text,
  /** Revision that stood when it was given; a newer one is the correction. */
  revision: number,
  /** State of the answer before, to which it goes back when the leave is taken back. */
  from: text,
  /** JST day by which the correction is wanted; leaves from before 2026-11-24 have none, and no reminders. */
  due: someText,
});
export type Correction = z.infer<typeof correction>;

interface Corrected {
  readonly correction?: Correction | undefined;
}

/** The day by which a hospital is to submit: the leave's own where it has one, else its round's. */
export const dueOf = (round: Pick<Round, 'due'>, answer?: Corrected): Day => answer?.correction?.due ?? round.due;

/** Days from its due day on which a correction is reminded of, as a round's ladder moves them off days on which offices are closed. */
const ladder = [-3, -1, 1].map((offset) => ({ offset }));

/** The newest reminder of a correction whose time has come since leave was given; one that was missed goes out late, older ones no more. */
export function correctionStepDue({ due, at }: Correction, now: string): Step | undefined {
  if (due === undefined) return undefined;
  return stepsOf({ due, ladder }).findLast((step) => step.at <= now && step.at > at);
}

/** Names a step in a mail's id. */
export const correctionStep = ({ id }: Step): string => `${ofCorrection}${id}`;

/** Whether a mail's step is one of a correction's. */
export const isCorrectionStep = (step: string): boolean => step.startsWith(ofCorrection);

const ofCorrection = 'leave:';

/** The day that is proposed for a correction: two weeks from today, or the next day after that on which offices work. */
export const usualCorrectionDay = (now: string): Day => workingDay(addDays(dayOfInstant(now), 14), 1);
