import { field } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { repeatNotice } from '#lib/usecases/repeat-notice.ts';

/** Sends a mail of old again word for word, and goes back to the list, which says how that went. */
export const postRepeat: StaffPage = async (request, desk) => {
  const [round, notice] = [field(request, 'round'), field(request, 'notice')];
  const repeated = await repeatNotice(desk, request.actor, { round, notice, request: field(request, 'request') });
  const done = repeated.ok ? 'repeated' : repeated.error.kind;
  return { redirect: `/s/notices?${new URLSearchParams({ round, done })}` };
};
