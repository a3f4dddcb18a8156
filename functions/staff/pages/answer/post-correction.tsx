import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { typedDay } from '#functions/components/fields/date-field.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { dayParts } from '#functions/staff/rounds/pages/new-round/typed-round.ts';
import type { Result } from '#lib/core/result.ts';
import { allowCorrection, type CorrectionRefused, endCorrection } from '#lib/usecases/allow-correction.ts';
import { AnswerPage } from './answer-page.tsx';
import { loadAnswer } from './load-answer.ts';
import { refusedWords } from './refused-words.ts';

/** Lets one answer be corrected after its round, with the reason and the day that were typed. */
export const postCorrection: StaffPage = (request, desk) =>
  pressed(request, desk, 'correction', (wish) => allowCorrection(desk, request.actor, wish));

/** Takes that back while nothing was submitted. */
export const postEndCorrection: StaffPage = (request, desk) =>
  pressed(request, desk, 'correction-ended', (wish) => endCorrection(desk, request.actor, wish));

async function pressed(
  request: PageRequest,
  desk: Parameters<StaffPage>[1],
  done: string,
  act: (wish: Parameters<typeof allowCorrection>[2]) => Promise<Result<unknown, CorrectionRefused>>,
): Promise<PageResponse> {
  const [round, organisation] = [param(request, 'round'), param(request, 'organisation')];
  const reason = field(request, 'correction-reason');
  const due = dayParts(request, 'correction-due');
  const acted = await act({ round, organisation, reason, due: typedDay(due), request: field(request, 'request') });
  if (acted.ok) return { redirect: `/s/rounds/${round}/answers/${organisation}?done=${done}` };
  const view = await loadAnswer(desk, request);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const problems = problemsOf(acted.error);
  const id = desk.world.id();
  const typed = { reason, due };
  return {
    page: (
      <AnswerPage viewer={request} view={view} request={id} problems={problems} typedLeave={typed} said={undefined} />
    ),
    status: 422,
  };
}

function problemsOf(refused: CorrectionRefused): readonly FieldProblem[] {
  switch (refused.kind) {
    case 'wrong-words':
      return [
        ...(refused.reason ? [{ field: 'correction-reason', message: refusedWords(refused.reason) }] : []),
        ...(refused.due ? [{ field: 'correction-due', message: `修正の${refused.due}` }] : []),
      ];
    case 'not-over':
      return [{ field: 'review', message: '提供または終了のあとに、修正を認められます。' }];
    default:
      return [{ field: 'review', message: refusedWords(refused.kind) }];
  }
}
