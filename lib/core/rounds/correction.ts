import * as z from 'zod/mini';
import type { Day } from '../calendar/day.ts';
import { number, someText, text } from '../shapes.ts';

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
export const dueOf = (round: { readonly due: Day }, answer?: Corrected): Day => answer?.correction?.due ?? round.due;
