import * as z from 'zod/mini';
import { someText, text } from '../shapes.ts';

/** Somebody of a hospital whom a colleague invited to answer with them: a link of its own, until it is taken back. */
export const colleague = z.object({
  id: text,
  name: text,
  email: text,
  invitedBy: text,
  invitedAt: text,
  revokedAt: someText,
  /** Under which the link's capability lies. */
  tokenHash: text,
});
export type Colleague = z.infer<typeof colleague>;

/** Bounds of what one hospital can invite for one round, so that a link that fell into wrong hands cannot be used to send mails at will. */
export const invitationLimits = { standing: 20, ever: 40, inTenMinutes: 5 } as const;

/** Which bound one more invitation would break; undefined when there is room. */
export function invitationBound(all: readonly Colleague[], now: string): 'too-many' | 'too-fast' | undefined {
  const since = Date.parse(now) - 10 * 60_000;
  const standing = all.filter(({ revokedAt }) => revokedAt === undefined);
  if (standing.length >= invitationLimits.standing || all.length >= invitationLimits.ever) return 'too-many';
  const recent = all.filter(({ invitedAt }) => Date.parse(invitedAt) > since);
  return recent.length >= invitationLimits.inTenMinutes ? 'too-fast' : undefined;
}

/** The part of an address behind the @, for comparison. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();
