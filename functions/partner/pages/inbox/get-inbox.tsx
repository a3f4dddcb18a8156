import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { MatchDesk } from '#lib/usecases/desk.ts';
import { readApproaches } from '#lib/usecases/read-approaches.ts';
import { ownOrganisation } from '../../own-round.ts';
import { InboxPage } from './inbox-page.tsx';

/** GET …/inbox: what arrived for the hospital that answers the round. */
export async function getInbox(request: PageRequest, desk: MatchDesk): Promise<PageResponse> {
  const round = param(request, 'round');
  const organisation = ownOrganisation(request);
  const { received } = await readApproaches(desk, round, organisation);
  return { page: InboxPage({ request, round, organisation, received }) };
}
