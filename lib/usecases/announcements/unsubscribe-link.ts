import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Announcement } from '#lib/core/announcements/announcement.ts';
import { comparable } from '#lib/core/notices/dead-address.ts';
import { sha256 } from '../digest.ts';

/** Half a digest of an address: it names a person in keys and links without saying who, also after every list is deleted. */
export const refOf = (email: string): string => sha256(comparable(email)).slice(0, 32);

const sealOf = (secret: string, ref: string): string =>
  createHmac('sha256', secret).update(`unsubscribe ${ref}`).digest('base64url').slice(0, 22);

/** The capability in one person's link of one announcement: made of its secret, so that it lies in no row and outlives the mail's. */
export const unsubscribeToken = ({ id, secret }: Pick<Announcement, 'id' | 'secret'>, ref: string): string =>
  `${id}.${ref}.${sealOf(secret, ref)}`;

/** Where one click, or the page's button, ends the subscription. */
export const unsubscribeUrl = (origin: string, token: string): string => `${origin}/u/${token}`;

/** The parts of a token as they are claimed; whether they are true says `isSealed`. */
export function partsOfToken(
  token: string,
): { readonly id: string; readonly ref: string; readonly seal: string } | undefined {
  const match = /^([0-9a-z]{1,40})\.([0-9a-f]{32})\.([\w-]{22})$/.exec(token);
  return match ? { id: match[1] ?? '', ref: match[2] ?? '', seal: match[3] ?? '' } : undefined;
}

/** Whether a token was made for this announcement and person. */
export function isSealed({ secret }: Pick<Announcement, 'secret'>, ref: string, seal: string): boolean {
  const [expected, given] = [Buffer.from(sealOf(secret, ref)), Buffer.from(seal)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
