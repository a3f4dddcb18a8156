import { ErrorPage } from '#functions/components/error-page.tsx';
import type { StaffPage } from '#functions/staff/page.ts';
import { AnswersPage } from './answers-page.tsx';
import { loadAnswers } from './load-answers.ts';

export const getAnswers: StaffPage = async (request, desk) => {
  const view = await loadAnswers(desk, request);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const approved = Number.parseInt(request.query.get('approved') ?? '', 10);
  const said = approved > 0 ? `${approved}病院の回答を承認しました。` : undefined;
  return { page: <AnswersPage viewer={request} view={view} request={desk.world.id()} problems={[]} said={said} /> };
};
