import { ErrorPage } from '#functions/components/error-page.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { surveyView } from '../../components/survey-view.ts';
import { checkResponse } from './check-response.ts';

/** Shows everything that would be, or was, submitted. */
export async function getCheck(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const view = await surveyView(request, desk);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  return checkResponse(view, desk.world.id());
}
