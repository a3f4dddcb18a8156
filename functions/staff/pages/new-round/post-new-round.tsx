import type { StaffPage } from '#functions/staff/page.ts';
import { prepareRound } from '#lib/usecases/prepare-round.ts';
import { NewRoundPage } from './new-round-page.tsx';
import { typedRound, wishOf } from './typed-round.ts';

const noSurvey = { field: 'survey', message: '何を聞くかを選んでください。' };

export const postNewRound: StaffPage = async (request, desk) => {
  const typed = typedRound(request);
  const wish = wishOf(typed);
  const made = await prepareRound(desk, request.actor, wish);
  if (made.ok) return { redirect: `/s/rounds/${made.value.id}/preview` };
  const { error } = made;
  const problems = [
    ...(error.kind === 'problems' && error.noSurvey ? [noSurvey] : []),
    ...(error.kind === 'problems' ? error.problems : []),
    ...(error.kind === 'bad-request'
      ? [{ field: 'survey', message: '画面を開き直してから、もう一度送信してください。' }]
      : []),
  ];
  return {
    page: <NewRoundPage viewer={request} programs={desk.programs} typed={typed} problems={problems} />,
    status: 422,
  };
};
