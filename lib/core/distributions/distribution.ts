import * as z from 'zod/mini';
import { chain } from '../audit/entry.ts';
import { number, someNumber, someText, text } from '../shapes.ts';
import { audience } from './audience.ts';

/** 下書き ⇄ 送信予約 → 送信中 → 送信済, or 送信中 at once; 差し止め from either of the last two. */
export const distributionState = z.enum(['draft', 'scheduled', 'sending', 'sent', 'withdrawn']);
export type DistributionState = z.infer<typeof distributionState>;

/** A document that an office sends out (事務連絡): a covering note with files, to organisations that are computed. */
export const distribution = z.object({
  id: text,
  /** Whose it is: 'ministry', or a prefecture's two-digit code. */
  office: text,
  title: text,
  note: text,
  /** Whom to call. */
  sender: z.object({ name: text, telephone: text }),
  audience,
  /** Files as texts, which `readFileText` reads. */
  files: z.array(text),
  /** Id of the distribution that this one corrects. */
  corrects: someText,
  state: distributionState,
  /** ISO instant from which it is to go out, where that was set. */
  sendAt: someText,
  sentAt: someText,
  /** How many organisations it goes to, the prefectures in which they lie, and the digest of the list that was shown; fixed when it is sent, or set to be. */
  counted: someNumber,
  reached: z.optional(z.array(text)),
  shown: someText,
  /** Why and when it was withdrawn; whoever it was sent to reads this in its place. */
  withdrawn: z.optional(z.object({ at: text, reason: text })),
  createdAt: text,
  by: text,
  version: number,
  chain,
});
export type Distribution = z.infer<typeof distribution>;

/** Whether it has left the office: only then does anybody else see it, and it never changes any more. */
export const isOut = ({ state }: Pick<Distribution, 'state'>): boolean => state !== 'draft' && state !== 'scheduled';

/** That a later distribution corrects one. */
export const correction = z.object({ distribution: text, by: text, title: text, at: text });
export type Correction = z.infer<typeof correction>;

/** What a mailed link gives: one organisation × one distribution, until a day. Only the token's hash is kept. */
export const documentLink = z.object({
  tokenHash: text,
  distribution: text,
  organisation: text,
  prefecture: text,
  /** The person it was mailed to. */
  name: text,
  expiresAt: text,
});

/** Most files of one distribution. */
export const mostFiles = 10;

/** Most bytes of one file, and of all in one sending. */
export const documentFileLimit = 4_000_000;

/** Longest reason for withdrawing one, characters. */
export const longestReason = 200;

/** Days ahead that the sending of one may be set; the register moves on. */
export const farthestDays = 90;

/** Days that a document's link works. */
export const documentLinkDays = 365;

const prefix = 'document-';

/** Partition of the outbox in which a distribution's mails lie, in the place of a round's id. */
export const outboxOf = (distribution: string): string => `${prefix}${distribution}`;

/** The distribution whose mails lie in a partition of the outbox. */
export const distributionIn = (outbox: string): string => outbox.slice(prefix.length);
