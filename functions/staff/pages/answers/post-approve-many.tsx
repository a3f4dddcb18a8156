import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { approveMany, type Ticked } from '#lib/usecases/approve-many.ts';
import { refusedWords } from '../answer/refused-words.ts';
import { AnswersPage } from './answers-page.tsx';
import { loadAnswers } from './load-answers.ts';

/** Approves every ticked line; those that could not be are named with the reason. */
export const postApproveMany: StaffPage = async (request, desk) => {
  const ticked = (request.posted.answer ?? []).map(tickedOf);
  const round = param(request, 'round');
  const { approved, refused } = await approveMany(desk, request.actor, {
    round,
    ticked,
    request: field(request, 'request'),
  });
  if (refused.length === 0 && approved.length > 0) {
    return { redirect: `/s/rounds/${round}/answers?state=to-review&approved=${approved.length}` };
  }
  const view = await loadAnswers(desk, request);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const problems = [
    ...(ticked.length === 0 ? [{ field: 'answers', message: '承認する回答を選んでください。' }] : []),
    ...refused.map(({ name, kind }) => ({ field: 'answers', message: `${name}：${refusedWords(kind)}` })),
  ];
  const said = approved.length > 0 ? `${approved.length}病院の回答を承認しました。` : undefined;
  return {
    page: <AnswersPage viewer={request} view={view} request={desk.world.id()} problems={problems} said={said} />,
    status: 422,
  };
};

/** A line's value is its hospital's id and the revision that stood there. */
function tickedOf(value: string): Ticked {
  const at = value.lastIndexOf('@');
  return { organisation: value.slice(0, at), revision: Number(value.slice(at + 1)) };
}
