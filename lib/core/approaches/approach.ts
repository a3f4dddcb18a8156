import * as z from 'zod/mini';
import { number, someText, text } from '../shapes.ts';

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
  round: text,
  source: text,
  sourceName: text,
  destination: text,
  destinationName: text,
  openedBy: z.enum(['source', 'destination']),
  state: approachState,
  message: text,
  /** Whom the other side answers: somebody of the side that opened it. */
  contact: z.object({ name: text, email: text, telephone: someText }),
  startedAt: text,
  version: number,
});
export type Approach = z.infer<typeof approach>;

/** Whether this hospital opened the conversation; a hospital that has no part in it did not. */
export const isOpenedBy = (one: Approach, organisation: string): boolean => one[one.openedBy] === organisation;

/** The other hospital of a conversation, as one of its two parties sees it. */
export const partnerIn = (one: Approach, organisation: string): { readonly id: string; readonly name: string } =>
  one.source === organisation
    ? { id: one.destination, name: one.destinationName }
    : { id: one.source, name: one.sourceName };
