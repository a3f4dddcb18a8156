import * as z from 'zod/mini';
import { chain } from '../audit/entry.ts';
import { number, someNumber, someText, text } from '../shapes.ts';
import { segment } from './recipient.ts';

/** 下書き → 送信予約 → 送信中 ⇄ 一時停止 → 送信済; 取りやめ ends it from anywhere before. */
export const announcementState = z.enum(['draft', 'scheduled', 'sending', 'paused', 'done', 'cancelled']);
export type AnnouncementState = z.infer<typeof announcementState>;

/** One mail to the people of a list. */
export const announcement = z.object({
  id: text,
  /** Of the wording in force. */
  subject: text,
  /** Version of its words; they stand in rows of their own and never change. */
  wording: number,
  list: text,
  segment,
  office: z.object({ name: text, telephone: text }),
  state: announcementState,
  /** Upload of the list whose people are written to; fixed when it is scheduled. */
  upload: someText,
  /** How many were counted when it was scheduled. */
  counted: someNumber,
  /** ISO instant from which it goes out. */
  sendAt: someText,
  /** Whether a row of the outbox lies there for everybody. */
  laidDown: z.optional(z.boolean()),
  /** Key of which the links for unsubscribing are made; without it nobody can make one. */
  secret: text,
  createdAt: text,
  by: text,
  version: number,
  chain,
});
export type Announcement = z.infer<typeof announcement>;

/** The words of an announcement in one version. */
export const announcementWording = z.object({
  announcement: text,
  version: number,
  subject: text,
  body: text,
  at: text,
  by: text,
});
export type AnnouncementWording = z.infer<typeof announcementWording>;

/** Whether somebody wants announcements no more; kept by a digest of the address, so that it outlives every list. */
export const subscription = z.object({
  /** Digest of the address. */
  ref: text,
  /** Absent while they may be written to. */
  unsubscribedAt: someText,
  /** Announcement whose link was used, and the mail domain, for the report. */
  announcement: text,
  domain: text,
  chain,
});
export type Subscription = z.infer<typeof subscription>;

const prefix = 'announcement-';

/** Partition of the outbox in which an announcement's mails lie, in the place of a round's id. */
export const outboxOf = (announcement: string): string => `${prefix}${announcement}`;

/** The announcement whose mails lie in a partition of the outbox. */
export const announcementIn = (outbox: string): string => outbox.slice(prefix.length);

/** Ids of an announcement's mails, deterministic: to somebody on the list, and a trial to whoever writes it. */
export const mailTo = (ref: string): string => `to#${ref}`;
export const trialTo = (ref: string, request: string): string => `trial#${request}#${ref}`;
export const isTrial = (notice: string): boolean => notice.startsWith('trial#');

/** When a mail is due that waits until its stopped announcement goes on: never by itself. */
export const never = '9999-12-31T00:00:00.000Z';
