import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import type { Result } from '#lib/core/result.ts';
import { allowCorrection, type CorrectionRefused, endCorrection } from '#lib/usecases/allow-correction.ts';
import { AnswerPage } from './answer-page.tsx';
import { loadAnswer } from './load-answer.ts';
import { refusedWords } from './refused-words.ts';

/** Lets one answer be corrected after its round, with the reason that was typed. */
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
  const acted = await act({ round, organisation, reason, request: field(request, 'request') });
  if (acted.ok) return { redirect: `/s/rounds/${round}/answers/${organisation}?done=${done}` };
  const view = await loadAnswer(desk, request);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { kind } = acted.error;
  const message = kind === 'not-over' ? '提供または終了のあとに、修正を認められます。' : refusedWords(kind);
  const problems = [{ field: kind.startsWith('reason') ? 'correction-reason' : 'review', message }];
  const id = desk.world.id();
  return {
    page: (
      <AnswerPage viewer={request} view={view} request={id} problems={problems} typedReason={reason} said={undefined} />
    ),
    status: 422,
  };
}
