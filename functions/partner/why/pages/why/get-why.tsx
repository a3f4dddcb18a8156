import { ErrorPage } from '#functions/components/error-page.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { AreaDesk } from '#lib/usecases/desk.ts';
import { ownVerdict } from '#lib/usecases/own-verdict.ts';
import { ownOrganisation } from '../../../own-round.ts';
import { WhyPage } from './why-page.tsx';

/** GET …/why: why one's own hospital takes part, or does not. */
export async function getWhy(request: PageRequest, desk: AreaDesk): Promise<PageResponse> {
  const own = await ownVerdict(desk, param(request, 'round'), ownOrganisation(request));
  return own ? { page: WhyPage({ request, own }) } : { page: ErrorPage({ kind: 'not-found' }), status: 404 };
}
