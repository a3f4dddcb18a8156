import { createHmac, timingSafeEqual } from 'node:crypto';

/** Names of the session cookies; `__Host-` binds them to this host, this path and TLS. Reading a document has one of its own, so that it ends nobody's session elsewhere. */
export const cookieNames = { work: '__Host-renkei', document: '__Host-renkei-document' } as const;
export type CookieName = keyof typeof cookieNames;

/** The session secret that the browser holds; '' when none. */
export function secretIn(cookies: readonly string[] | undefined, which: CookieName = 'work'): string {
  const name = cookieNames[which];
  return cookies?.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** Cookie that signs in; Lax, since people come from the link in a mail. */
export const sessionCookie = (secret: string, which: CookieName = 'work'): string =>
  `${cookieNames[which]}=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`;

/** Cookie that signs out. */
export const noSessionCookieOf = (which: CookieName): string =>
  `${cookieNames[which]}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;
export const noSessionCookie = noSessionCookieOf('work');

/** Token that every form of a signed-in page carries: bound to the session, made of its secret, never stored. */
export const csrfToken = (secret: string): string =>
  secret === '' ? '' : createHmac('sha256', secret).update('csrf').digest('base64url');

/** Whether a form's token is this session's. */
export function isCsrfToken(secret: string, token: string): boolean {
  const expected = Buffer.from(csrfToken(secret));
  const given = Buffer.from(token);
  return secret !== '' && expected.length === given.length && timingSafeEqual(expected, given);
}
