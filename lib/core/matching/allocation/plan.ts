import * as z from 'zod/mini';

/** What a person tries out in one what-if: numbers of people by prefecture, seats added at every host, the tie seed. */
export const planChoices = z.object({
  floors: z.record(z.string(), z.number()),
  ownCaps: z.record(z.string(), z.number()),
  /** Seats added at every host that takes anybody, 人; negative takes away. */
  moreSeats: z.number(),
  tieSeed: z.number(),
});
export type PlanChoices = z.infer<typeof planChoices>;

/** One what-if of an allocation as it is kept: with the round's pool, which never changes, enough to run it again to the same bytes. */
export const allocationPlan = z.object({
  id: z.string(),
  round: z.string(),
  at: z.string(),
  by: z.string(),
  choices: planChoices,
  ruleVersion: z.string(),
  /** SHA-256 of the whole input, keys in order. */
  inputHash: z.string(),
  /** SHA-256 of the result's text. */
  resultHash: z.string(),
  /** The four modes' results as JSON, compressed with Brotli, in base64. */
  result: z.string(),
});
export type AllocationPlan = z.infer<typeof allocationPlan>;
