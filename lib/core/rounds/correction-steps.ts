import { workingDay } from '../calendar/business-day.ts';
import { addDays, type Day, dayOfInstant } from '../calendar/day.ts';
import type { Correction } from './correction.ts';
import { type Step, stepsOf } from './ladder.ts';

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
