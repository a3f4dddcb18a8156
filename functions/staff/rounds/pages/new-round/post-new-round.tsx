import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { type AreaPage, ownPrefecture } from '#functions/staff/page.ts';
import { chosenMost } from '#lib/core/rounds/round.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';
import { type PrepareRefused, type PrepareWish, prepareRound } from '#lib/usecases/prepare-round.ts';
import { NewRoundPage } from './new-round-page.tsx';
import { pickHospitals } from './pick-hospitals.ts';
import { typedRound, wishOf } from './typed-round.ts';

/** Prepares the round; where hospitals are looked for first, shows the form again with those that were found. */
export const postNewRound: AreaPage = async (request, desk) => {
  const own = ownPrefecture(request);
  const asked = typedRound(request);
  const typed = asked.find ? { ...asked, asks: 'chosen' } : asked;
  const wish = wishOf(typed, desk.programs);
  const made = typed.find ? undefined : await prepareRound(desk, request.actor, wish);
  if (made?.ok) return { redirect: `/s/rounds/${made.value.id}/preview` };
  const form = wish.form && (await readVersion(desk, wish.form));
  const problems: FieldProblem[] = made ? [...(form ? ownProblems(wish, made.error) : problemsOf(made.error))] : [];
  if (made && problems.length === 0)
    problems.push({
      field: 'organisations',
      message: '名簿にない病院や、聞けない病院が含まれています。選び直してください。',
    });
  const picked = await pickHospitals(desk, typed, own);
  const page = (
    <NewRoundPage
      viewer={request}
      programs={desk.programs}
      form={form}
      picked={picked}
      typed={typed}
      problems={problems}
    />
  );
  return made ? { page, status: 422 } : { page };
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
    ...(edition === '' ? [{ field: 'survey', message: 'どの年度の規則で決めるかを選んでください。' }] : []),
    ...(audience === undefined ? [{ field: 'asks', message: 'だれに聞くかを選んでください。' }] : []),
    ...chosenProblems(audience),
    ...others,
  ];
}

const chosenProblems = (audience: PrepareWish['audience']): readonly FieldProblem[] => {
  const chosen = audience?.organisations?.length ?? 1;
  if (chosen === 0) return [{ field: 'organisations', message: '聞く病院を選んでください。' }];
  return chosen > chosenMost
    ? [
        {
          field: 'organisations',
          message: `1病院ずつ選べるのは${chosenMost}病院までです。都道府県でしぼって聞いてください。`,
        },
      ]
    : [];
};
