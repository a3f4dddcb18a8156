import * as z from 'zod/mini';

/** A conversation that one side opened: 打診 → 相談中 → 内諾 → 合意 → 届出済; 辞退, 取下げ, 期限切れ aside. */
export const approach = z.object({
  round: z.string(),
  source: z.string(),
  sourceName: z.string(),
  destination: z.string(),
  destinationName: z.string(),
  state: z.enum(['asked', 'talking', 'consented', 'agreed', 'filed', 'declined', 'withdrawn', 'lapsed']),
  message: z.string(),
  contact: z.object({ name: z.string(), email: z.string(), telephone: z.optional(z.string()) }),
  startedAt: z.string(),
  version: z.number(),
});
export type Approach = z.infer<typeof approach>;
