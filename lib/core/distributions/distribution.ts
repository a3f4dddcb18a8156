import * as z from 'zod/mini';
import { chain } from '../audit/entry.ts';
import { audience } from './audience.ts';

/** 下書き → 送信中 → 送信済; 差し止め from either of the last two. */
export const distributionState = z.enum(['draft', 'sending', 'sent', 'withdrawn']);
export type DistributionState = z.infer<typeof distributionState>;

/** A document that an office sends out (事務連絡): a covering note with files, to organisations that are computed. */
export const distribution = z.object({
  id: z.string(),
  /** Whose it is: 'ministry', or a prefecture's two-digit code. */
  office: z.string(),
  title: z.string(),
  note: z.string(),
  /** Whom to call. */
  sender: z.object({ name: z.string(), telephone: z.string() }),
  audience,
  /** Files as texts, which `readFileText` reads. */
  files: z.array(z.string()),
  /** Id of the distribution that this one corrects. */
  corrects: z.optional(z.string()),
  state: distributionState,
  sentAt: z.optional(z.string()),
  /** How many organisations it was sent to, and the prefectures in which they lie; fixed when it is sent. */
  counted: z.optional(z.number()),
  reached: z.optional(z.array(z.string())),
  /** Why and when it was withdrawn; whoever it was sent to reads this in its place. */
  withdrawn: z.optional(z.object({ at: z.string(), reason: z.string() })),
  createdAt: z.string(),
  by: z.string(),
  version: z.number(),
  chain,
});
export type Distribution = z.infer<typeof distribution>;

/** That a later distribution corrects one. */
export const correction = z.object({ distribution: z.string(), by: z.string(), title: z.string(), at: z.string() });
export type Correction = z.infer<typeof correction>;

/** What a mailed link gives: one organisation × one distribution, until a day. Only the token's hash is kept. */
export const documentLink = z.object({
  tokenHash: z.string(),
  distribution: z.string(),
  organisation: z.string(),
  prefecture: z.string(),
  /** The person it was mailed to. */
  name: z.string(),
  expiresAt: z.string(),
});

/** Most files of one distribution. */
export const mostFiles = 10;

/** Most bytes of one file, and of all in one sending. */
export const documentFileLimit = 4_000_000;

/** Longest reason for withdrawing one, characters. */
export const longestReason = 200;

/** Days that a document's link works. */
export const documentLinkDays = 365;

const prefix = 'document-';

/** Partition of the outbox in which a distribution's mails lie, in the place of a round's id. */
export const outboxOf = (distribution: string): string => `${prefix}${distribution}`;

/** The distribution whose mails lie in a partition of the outbox. */
export const distributionIn = (outbox: string): string => outbox.slice(prefix.length);
