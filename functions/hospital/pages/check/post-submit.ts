import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { type SubmitRefused, submitAnswer } from '#lib/usecases/submit-answer.ts';
import { ownOrganisation } from '../../answer-resource.ts';
import { type SurveyView, surveyView } from '../../components/survey-view.ts';
import { checkResponse, unlikelyOf } from './check-response.ts';

/** Submits the working copy; pressed twice, it submits once. */
export async function postSubmit(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const view = await surveyView(request, desk);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const id = field(request, 'request') || desk.world.id();
  if (view.editable && field(request, 'sure') === '' && unlikelyOf(view).length > 0) {
    return checkResponse(view, id, [
      { field: 'sure', message: 'めずらしい値を確かめ、間違いがなければ印を付けてください。' },
    ]);
  }
  const round = param(request, 'round');
  const done = await submitAnswer(desk, request.actor, { round, organisation: ownOrganisation(request), request: id });
  if (done.ok) return { redirect: view.addresses.done };
  return refused(view, done.error, desk);
}

function refused(view: SurveyView, error: SubmitRefused, desk: Desk): PageResponse {
  switch (error.kind) {
    case 'not-asked':
      return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
    case 'wrong-state':
      return { redirect: view.file.answer.revision > 0 ? view.addresses.done : view.addresses.survey };
    case 'round-closed':
      return { redirect: view.addresses.survey };
    case 'incomplete':
      return { redirect: view.addresses.check };
    case 'moved-meanwhile':
      return again(view, desk, '同時に別の操作がありました。内容を確かめて、もう一度「提出する」を押してください。');
    case 'too-large':
      return again(view, desk, '文章が長すぎて提出できません。長い文章を短くしてから、もう一度提出してください。');
  }
}

const again = (view: SurveyView, desk: Desk, message: string): PageResponse => {
  const problems: readonly FieldProblem[] = [{ field: 'submit', message }];
  return checkResponse(view, desk.world.id(), problems);
};
