import * as z from 'zod/mini';

/** 打診 → 相談中 → 内諾 → 合意 → 届出済; 辞退, 取下げ, 期限切れ aside. */
export const approachState = z.enum([
  'asked',
  'talking',
  'consented',
  'agreed',
  'filed',
  'declined',
  'withdrawn',
  'lapsed',
]);
export type ApproachState = z.infer<typeof approachState>;

/** A conversation of one 連携元 with one 連携先 in one round, which one of them opened. */
export const approach = z.object({
  round: z.string(),
  source: z.string(),
  sourceName: z.string(),
  destination: z.string(),
  destinationName: z.string(),
  openedBy: z.enum(['source', 'destination']),
  state: approachState,
  message: z.string(),
  /** Whom the other side answers: somebody of the side that opened it. */
  contact: z.object({ name: z.string(), email: z.string(), telephone: z.optional(z.string()) }),
  startedAt: z.string(),
  version: z.number(),
});
export type Approach = z.infer<typeof approach>;

/** Whether this hospital opened the conversation; a hospital that has no part in it did not. */
export const isOpenedBy = (one: Approach, organisation: string): boolean => one[one.openedBy] === organisation;

/** The other hospital of a conversation, as one of its two parties sees it. */
export const partnerIn = (one: Approach, organisation: string): { readonly id: string; readonly name: string } =>
  one.source === organisation
    ? { id: one.destination, name: one.destinationName }
    : { id: one.source, name: one.sourceName };
