import { createHmac, timingSafeEqual } from 'node:crypto';

/** Name of the cookie of whoever works or answers; `__Host-` binds a cookie to this host, this path and TLS. */
export const workCookie = '__Host-renkei';

const documentCookies = `${workCookie}-document-`;

/** Name of the cookie with which one document is read: each has its own, so that opening it ends nobody's session, neither at work nor in another document. */
export const documentCookie = (document: string): string => `${documentCookies}${document}`;

/** Most documents that one browser holds open; the cookies of more would outgrow what a request's headers may hold. */
export const mostDocumentsOpen = 20;

/** The session secret that the browser holds; '' when none. */
export function secretIn(cookies: readonly string[] | undefined, name: string = workCookie): string {
  return cookies?.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** Cookie that signs in; Lax, since people come from the link in a mail. */
export const sessionCookie = (secret: string, name: string = workCookie): string =>
  `${name}=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`;

/** Cookie that signs out. */
export const noSessionCookie = (name: string = workCookie): string =>
  `${name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;

/** Cookies for a browser that opens one more document: its session's, and the end of those that it has held longest where they are too many. A browser sends the oldest first (RFC 6265, 5.4). */
export function documentCookiesFor(
  cookies: readonly string[] | undefined,
  document: string,
  secret: string,
): readonly string[] {
  const name = documentCookie(document);
  const held = (cookies ?? [])
    .map((cookie) => cookie.split('=')[0] ?? '')
    .filter((one) => one.startsWith(documentCookies) && one !== name);
  const over = Math.max(held.length + 1 - mostDocumentsOpen, 0);
  return [sessionCookie(secret, name), ...held.slice(0, over).map((one) => noSessionCookie(one))];
}

/** Token that every form of a signed-in page carries: bound to the session, made of its secret, never stored. */
export const csrfToken = (secret: string): string =>
  secret === '' ? '' : createHmac('sha256', secret).update('csrf').digest('base64url');

/** Whether a form's token is this session's. */
export function isCsrfToken(secret: string, token: string): boolean {
  const expected = Buffer.from(csrfToken(secret));
  const given = Buffer.from(token);
  return secret !== '' && expected.length === given.length && timingSafeEqual(expected, given);
}
