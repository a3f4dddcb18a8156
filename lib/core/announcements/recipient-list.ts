import * as z from 'zod/mini';
import { chain } from '../audit/entry.ts';
import { comparable } from '../notices/dead-address.ts';
import { number, someNumber, someText, text } from '../shapes.ts';
import { type Recipient, recipient } from './recipient.ts';

/** A list of people who agreed to be written to; who is on it lies in the version that was taken in last. */
export const recipientList = z.object({
  id: text,
  name: text,
  /** Id of the upload that is in force; absent before the first. */
  upload: someText,
  /** How many people are on it. */
  count: number,
  createdAt: text,
  by: text,
  /** When addresses and names were deleted for good; the list cannot be used any more. */
  forgottenAt: someText,
  /** Counts up with every upload taken in. */
  version: number,
  chain,
});
export type RecipientList = z.infer<typeof recipientList>;

/** What an upload would change, or has changed; `accepted` = new + changed + same. */
export const uploadTotals = z.object({
  rows: number,
  accepted: number,
  rejected: number,
  new: number,
  changed: number,
  same: number,
  /** On the list before and not in the file. */
  gone: number,
});
export type UploadTotals = z.infer<typeof uploadTotals>;

/** A file as it was read: shown before it is taken in, and the record of a version afterwards. */
export const listUpload = z.object({
  list: text,
  id: text,
  filename: text,
  at: text,
  by: text,
  /** Version of the list that it was compared with. */
  seen: number,
  totals: uploadTotals,
  /** Rows not taken in, the first `shownRejections` of them. */
  rejected: z.array(z.object({ line: number, reasons: z.array(text) })),
  ignored: z.array(text),
  /** Version that it became when it was taken in. */
  becameVersion: someNumber,
  appliedAt: someText,
});
export type ListUpload = z.infer<typeof listUpload>;

/** So many of an upload's people lie under one key. */
export const listPart = z.object({
  list: text,
  upload: text,
  part: number,
  recipients: z.array(recipient),
  /** Until when it is kept if nobody takes the upload in; absent once taken in. */
  until: someText,
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
