import * as z from 'zod/mini';

/** Leave to correct one answer after its round was released or ended. It lasts until what was corrected is passed on, or the leave is taken back. */
export const correction = z.object({
  reason: z.string(),
  at: z.string(),
  /** Name of whoever gave it. */
  by: z.string(),
  /** Revision that stood when it was given; a newer one is the correction. */
  revision: z.number(),
  /** State of the answer before, to which it goes back when the leave is taken back. */
  from: z.string(),
});
export type Correction = z.infer<typeof correction>;
