import { ErrorPage } from '#functions/components/error-page.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { surveyView } from '../../components/survey-view.ts';
import { DonePage } from './done-page.tsx';

/** Says what was submitted; before that, leads back to the survey. */
export async function getDone(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const view = await surveyView(request, desk);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  if (view.editable || view.file.answer.submittedAt === undefined) return { redirect: view.addresses.survey };
  return { page: DonePage({ view }) };
}
