import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { reopenAnswer } from '#lib/usecases/reopen-answer.ts';
import { answerAddresses } from '../../addresses.ts';
import { ownOrganisation } from '../../answer-resource.ts';

/** Begins the correction of what was heard by telephone; where that is not possible any more the survey says why. */
export async function postReopen(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const [round, organisation] = [param(request, 'round'), ownOrganisation(request)];
  await reopenAnswer(desk, request.actor, { round, organisation, request: field(request, 'request') });
  return { redirect: answerAddresses(request.actor, round, organisation).survey };
}
