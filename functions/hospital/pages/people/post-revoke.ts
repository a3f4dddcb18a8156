import { ErrorPage } from '#functions/components/error-page.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { revokeColleague } from '#lib/usecases/colleagues/revoke-colleague.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { answerAddresses } from '../../addresses.ts';
import { ownOrganisation } from '../../answer-resource.ts';
import { peopleResponse } from './people-response.ts';

/** Takes back the link of an invited colleague. */
export async function postRevoke(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const [round, organisation] = [param(request, 'round'), ownOrganisation(request)];
  const revoked = await revokeColleague(desk, request.actor, {
    round,
    organisation,
    colleague: param(request, 'colleague'),
  });
  if (revoked.ok) return { redirect: `${answerAddresses(request.actor, round, organisation).people}?done=revoke` };
  if (revoked.error.kind === 'no-such-colleague') return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  return peopleResponse(request, desk, {
    problems: [
      { field: 'invite', message: '同時に別の操作がありました。もう一度「リンクを取り消す」を押してください。' },
    ],
  });
}
