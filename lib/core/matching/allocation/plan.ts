import * as z from 'zod/mini';
import { number, someNumber, someText, text } from '../../shapes.ts';

/** Which side proposes in mode A: it gets the best for it of all stable allocations. */
export const proposingSide = z.enum(['source', 'host']);
export type ProposingSide = z.infer<typeof proposingSide>;

/** What settles equal scores in modes A and B: the lot alone, or the class of the host's area (①, ②, ③) before the lot. */
export const tieOrder = z.enum(['seed', 'class']);
export type TieOrder = z.infer<typeof tieOrder>;

/** What hospitals go by in modes A and B: each side by its own direction alone, or both by the total of the list. */
export const rankBasis = z.enum(['own', 'total']);
export type RankBasis = z.infer<typeof rankBasis>;

/** What a person tries out in one what-if: numbers of people by prefecture, seats added at every host, how ties fall, who proposes, weights. */
export const planChoices = z.object({
  floors: z.record(text, number),
  ownCaps: z.record(text, number),
  /** Seats added at every host that takes anybody, 人; negative takes away. */
  moreSeats: number,
  tieSeed: number,
  tieBy: z.optional(tieOrder),
  proposer: z.optional(proposingSide),
  /** Absent in an older what-if, which went by the total. */
  ranksBy: z.optional(rankBasis),
  /** Weights by criterion, where they differ from the published ones. */
  weights: z.optional(z.record(text, number)),
});
export type PlanChoices = z.infer<typeof planChoices>;

/** How ties fall and who proposes, with what is meant where an older what-if does not say. */
export const settlingOf = ({ tieSeed, tieBy = 'seed', proposer = 'source' }: PlanChoices) => ({
  tieSeed,
  tieBy,
  proposer,
});

/** One what-if of an allocation as it is kept: with the round's pool, which never changes, enough to run it again to the same bytes. */
export const allocationPlan = z.object({
  id: text,
  round: text,
  at: text,
  by: text,
  choices: planChoices,
  ruleVersion: text,
  /** SHA-256 of the whole input, keys in order. */
  inputHash: text,
  /** The what-if that this one computes again. */
  repeats: someText,
  /** SHA-256 of the result's text; empty until the work is done. */
  resultHash: text,
  /** The four modes' results as JSON, compressed with Brotli, in base64; empty until the work is done. */
  result: text,
  /** Runs under other weights and lots that were counted so far. */
  runs: someNumber,
  /** How often each pair was formed in them, packed like `result`. */
  steady: someText,
});
export type AllocationPlan = z.infer<typeof allocationPlan>;
