import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { type Decision, reviewAnswer } from '#lib/usecases/review-answer.ts';
import { AnswerPage } from './answer-page.tsx';
import { loadAnswer } from './load-answer.ts';
import { refusedWords } from './refused-words.ts';

/** Sends an answer back with the reason that was typed, for the sections that were ticked. */
export const postReturn: StaffPage = (request, desk) =>
  review(request, desk, {
    kind: 'return',
    reason: field(request, 'return-reason'),
    sections: request.posted.sections ?? [],
  });

export const postApprove: StaffPage = (request, desk) => review(request, desk, { kind: 'approve' });

/** Says that this hospital need not answer, with the reason that was typed. */
export const postWaive: StaffPage = (request, desk) =>
  review(request, desk, { kind: 'waive', reason: field(request, 'waive-reason') });

async function review(request: PageRequest, desk: Parameters<StaffPage>[1], decision: Decision) {
  const [round, organisation] = [param(request, 'round'), param(request, 'organisation')];
  const revision = Number(field(request, 'revision'));
  const act = { round, organisation, decision, revision, request: field(request, 'request') };
  const reviewed = await reviewAnswer(desk, request.actor, act);
  if (reviewed.ok) return { redirect: `/s/rounds/${round}/answers/${organisation}?done=${decision.kind}` };
  const view = await loadAnswer(desk, request);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { kind } = reviewed.error;
  const place =
    kind === 'no-such-section' ? 'sections' : kind.startsWith('reason') ? `${decision.kind}-reason` : 'review';
  return {
    page: (
      <AnswerPage
        viewer={request}
        view={view}
        request={desk.world.id()}
        problems={[{ field: place, message: refusedWords(kind) }]}
        typed={decision}
        said={undefined}
      />
    ),
    status: 422,
  };
}
