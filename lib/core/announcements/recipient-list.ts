import * as z from 'zod/mini';
import { chain } from '../audit/entry.ts';
import { comparable } from '../notices/dead-address.ts';
import { type Recipient, recipient } from './recipient.ts';

/** A list of people who agreed to be written to; who is on it lies in the version that was taken in last. */
export const recipientList = z.object({
  id: z.string(),
  name: z.string(),
  /** Id of the upload that is in force; absent before the first. */
  upload: z.optional(z.string()),
  /** How many people are on it. */
  count: z.number(),
  createdAt: z.string(),
  by: z.string(),
  /** When addresses and names were deleted for good; the list cannot be used any more. */
  forgottenAt: z.optional(z.string()),
  /** Counts up with every upload taken in. */
  version: z.number(),
  chain,
});
export type RecipientList = z.infer<typeof recipientList>;

/** What an upload would change, or has changed; `accepted` = new + changed + same. */
export const uploadTotals = z.object({
  rows: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  new: z.number(),
  changed: z.number(),
  same: z.number(),
  /** On the list before and not in the file. */
  gone: z.number(),
});
export type UploadTotals = z.infer<typeof uploadTotals>;

/** A file as it was read: shown before it is taken in, and the record of a version afterwards. */
export const listUpload = z.object({
  list: z.string(),
  id: z.string(),
  filename: z.string(),
  at: z.string(),
  by: z.string(),
  /** Version of the list that it was compared with. */
  seen: z.number(),
  totals: uploadTotals,
  /** Rows not taken in, the first `shownRejections` of them. */
  rejected: z.array(z.object({ line: z.number(), reasons: z.array(z.string()) })),
  ignored: z.array(z.string()),
  /** Version that it became when it was taken in. */
  becameVersion: z.optional(z.number()),
  appliedAt: z.optional(z.string()),
});
export type ListUpload = z.infer<typeof listUpload>;

/** So many of an upload's people lie under one key. */
export const listPart = z.object({
  list: z.string(),
  upload: z.string(),
  part: z.number(),
  recipients: z.array(recipient),
  /** Until when it is kept if nobody takes the upload in; absent once taken in. */
  until: z.optional(z.string()),
});

/** People in one part: an item stays far below the table's 400 KB. */
export const partSize = 200;

/** Most people of a list; the largest class of fifth-year students is about 9,500. */
export const mostRecipients = 20_000;

export const shownRejections = 500;

/** Days that an upload waits to be taken in before it is forgotten. */
export const uploadDays = 7;

/** How a file's people differ from those on the list. */
export function difference(
  before: readonly Recipient[],
  after: readonly Recipient[],
): Pick<UploadTotals, 'new' | 'changed' | 'same' | 'gone'> {
  const known = new Map(before.map((one) => [comparable(one.email), one]));
  const totals = { new: 0, changed: 0, same: 0, gone: 0 };
  for (const one of after) {
    const old = known.get(comparable(one.email));
    known.delete(comparable(one.email));
    totals[old === undefined ? 'new' : isSame(old, one) ? 'same' : 'changed']++;
  }
  return { ...totals, gone: known.size };
}

const isSame = (one: Recipient, other: Recipient): boolean =>
  one.email === other.email &&
  one.name === other.name &&
  one.university === other.university &&
  one.prefecture === other.prefecture &&
  one.year === other.year &&
  one.consentedOn === other.consentedOn;
