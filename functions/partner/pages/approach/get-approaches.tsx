import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { MatchDesk } from '#lib/usecases/desk.ts';
import { readApproaches } from '#lib/usecases/read-approaches.ts';
import { ownOrganisation } from '../../own-round.ts';
import { ApproachesPage } from './approaches-page.tsx';

/** GET …/approaches: the conversations of the hospital that reads a list. */
export async function getApproaches(request: PageRequest, desk: MatchDesk): Promise<PageResponse> {
  const round = param(request, 'round');
  const organisation = ownOrganisation(request);
  const { sent, received } = await readApproaches(desk, round, organisation);
  const partner = request.query.get('with');
  const begun = sent.find(({ source, destination }) => partner === source || partner === destination);
  return { page: ApproachesPage({ request, round, organisation, sent, received, begun }) };
}
