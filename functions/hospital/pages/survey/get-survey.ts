import { ErrorPage } from '#functions/components/error-page.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { surveyView } from '../../components/survey-view.ts';
import { SurveyPage } from './survey-page.tsx';

/** Shows where the hospital's answer stands. */
export async function getSurvey(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const view = await surveyView(request, desk);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  return { page: SurveyPage({ view, now: desk.world.now() }) };
}
