import * as z from 'zod/mini';
import { number, text } from '../shapes.ts';

/** Somebody who agreed to be written to: no more than what a mail and its segment need. */
export const recipient = z.object({
  email: text,
  /** Empty where the list has none. */
  name: text,
  university: text,
  /** Two-digit code. */
  prefecture: text,
  /** 学年, 1–6. */
  year: number,
  /** JST day on which they agreed. */
  consentedOn: text,
});
export type Recipient = z.infer<typeof recipient>;

/** Which of a list's people an announcement is for; an empty choice leaves nobody out. */
export const segment = z.object({
  prefectures: z.array(text),
  universities: z.array(text),
  years: z.array(number),
});
export type Segment = z.infer<typeof segment>;

export const everybody: Segment = { prefectures: [], universities: [], years: [] };

/** Whether somebody belongs to a segment. */
export const isIn = ({ prefectures, universities, years }: Segment, one: Recipient): boolean =>
  (prefectures.length === 0 || prefectures.includes(one.prefecture)) &&
  (universities.length === 0 || universities.includes(one.university)) &&
  (years.length === 0 || years.includes(one.year));

/** The part of an address that names the mail server, in lower case. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

const local = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const shape = new RegExp(
  `^${local}(?:\\.${local})*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}$`,
);

/** Whether a text is one plain address, fit to stand in a header: ASCII, no quotes, no comments (a subset of RFC 5321), at most 254 characters. */
export const isAddress = (text: string): boolean => text.length <= 254 && text.indexOf('@') <= 64 && shape.test(text);
