import { noSessionCookie } from '#functions/site/cookie.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { endSession } from '#lib/usecases/sessions.ts';

/** Ends the session; safe to repeat. */
export const postSignOut: StaffPage = async (request, desk) => {
  if (request.secret !== '') await endSession(desk, request.secret);
  return { redirect: '/s/sign-in', cookie: noSessionCookie() };
};
