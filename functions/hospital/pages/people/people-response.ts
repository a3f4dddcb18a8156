import { ErrorPage } from '#functions/components/error-page.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import { readPeople } from '#lib/usecases/colleagues/read-colleagues.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { surveyView } from '../../components/survey-view.ts';
import { PeoplePage, type PeoplePageProps } from './people-page.tsx';

/** The page of those who have a link, with what was just done or typed. */
export async function peopleResponse(
  request: PageRequest,
  desk: Desk,
  more: Pick<PeoplePageProps, 'said' | 'typed' | 'problems' | 'otherDomain'>,
): Promise<PageResponse> {
  const view = await surveyView(request, desk);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const people = await readPeople(desk, view.round.id, view.file.answer.organisation);
  const open = takesAnswer(view.round, view.file.answer);
  const page = PeoplePage({ view, people, open, request: desk.world.id(), ...more });
  return (more.problems ?? []).length > 0 || more.otherDomain ? { page, status: 422 } : { page };
}
