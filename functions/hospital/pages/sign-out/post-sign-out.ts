import { noSessionCookie } from '#functions/site/cookie.ts';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { endSession } from '#lib/usecases/sessions.ts';

/** Ends the session; what was saved stays. */
export async function postSignOut({ secret }: PageRequest, desk: Desk): Promise<PageResponse> {
  await endSession(desk, secret);
  return { redirect: '/h/open?ended', cookie: noSessionCookie() };
}
