import * as z from 'zod/mini';
import { number, text } from '../shapes.ts';

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
});
export type Correction = z.infer<typeof correction>;
