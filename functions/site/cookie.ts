import { createHmac, timingSafeEqual } from 'node:crypto';

/** Name of the session cookie. `__Host-` binds it to this host, this path and TLS. */
const name = '__Host-renkei';

/** The session secret that the browser holds; '' when none. */
export const secretIn = (cookies: readonly string[] | undefined): string =>
  cookies?.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';

/** Cookie that signs in; Lax, since people come from the link in a mail. */
export const sessionCookie = (secret: string): string => `${name}=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`;

/** Cookie that signs out. */
export const noSessionCookie = `${name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;

/** Token that every form of a signed-in page carries: bound to the session, made of its secret, never stored. */
export const csrfToken = (secret: string): string =>
  secret === '' ? '' : createHmac('sha256', secret).update('csrf').digest('base64url');

/** Whether a form's token is this session's. */
export function isCsrfToken(secret: string, token: string): boolean {
  const expected = Buffer.from(csrfToken(secret));
  const given = Buffer.from(token);
  return secret !== '' && expected.length === given.length && timingSafeEqual(expected, given);
}
