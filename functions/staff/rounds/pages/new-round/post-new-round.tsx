import type { FieldProblem } from '#functions/components/error-summary.tsx';
import type { AreaPage } from '#functions/staff/page.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';
import { type PrepareRefused, type PrepareWish, prepareRound } from '#lib/usecases/prepare-round.ts';
import { NewRoundPage } from './new-round-page.tsx';
import { typedRound, wishOf } from './typed-round.ts';

export const postNewRound: AreaPage = async (request, desk) => {
  const typed = typedRound(request);
  const wish = wishOf(typed);
  const made = await prepareRound(desk, request.actor, wish);
  if (made.ok) return { redirect: `/s/rounds/${made.value.id}/preview` };
  const form = wish.form && (await readVersion(desk, wish.form));
  const problems = form ? ownProblems(wish, made.error) : problemsOf(made.error);
  return {
    page: <NewRoundPage viewer={request} programs={desk.programs} form={form} typed={typed} problems={problems} />,
    status: 422,
  };
};

const problemsOf = (error: PrepareRefused): readonly FieldProblem[] =>
  error.kind === 'bad-request'
    ? [{ field: 'survey', message: '画面を開き直してから、もう一度送信してください。' }]
    : [...(error.noSurvey ? [{ field: 'survey', message: '何を聞くかを選んでください。' }] : []), ...error.problems];

/** What is amiss in a round on a form made by staff: it has no release, and says itself whom it asks. */
function ownProblems({ edition, audience }: PrepareWish, error: PrepareRefused): readonly FieldProblem[] {
  const others = problemsOf(error).filter(({ field }) => field !== 'release' && field !== 'survey');
  return [
    ...(error.kind === 'bad-request' ? problemsOf(error) : []),
    ...(edition === '' ? [{ field: 'survey', message: 'どの年度の区域で決めるかを選んでください。' }] : []),
    ...(audience === undefined ? [{ field: 'asks', message: 'だれに聞くかを選んでください。' }] : []),
    ...others,
  ];
}
