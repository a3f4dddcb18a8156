import * as z from 'zod/mini';
import { actor } from '../permission/actor.ts';
import { someText, text } from '../shapes.ts';

/** What a mailed link gives: one hospital × one round × one purpose, until a day, unless revoked. Only the token's hash is kept. */
export const capability = z.object({
  organisation: text,
  prefecture: text,
  round: text,
  purpose: z.enum(['answer', 'list']),
  /** The person it was mailed to, who is named in what is saved through it. */
  name: text,
  expiresAt: text,
  revokedAt: someText,
  /** Id of the colleague whom somebody of the hospital invited; absent for those whom the office asked. */
  colleague: someText,
});
export type Capability = z.infer<typeof capability>;

/** A signed-in browser. Only the cookie's hash is kept; expiry is compared in code, since the table's TTL is lazy. */
export const session = z.object({
  actor,
  createdAt: text,
  expiresAt: text,
  /** The link it rests on, by its token's hash: taken back, it ends the session. Only for invited colleagues. */
  link: someText,
});
export type Session = z.infer<typeof session>;

/** Hours until a session ends: staff a working day, hospitals long enough for an answer begun before lunch. */
export const sessionHours = { staff: 10, hospital: 12 } as const;
