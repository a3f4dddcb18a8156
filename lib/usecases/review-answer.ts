import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, approved, returned, type WrongAnswerState, waived } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { changeAnswer } from './change-answer.ts';
import type { Desk } from './desk.ts';
import { findSurvey } from './find-survey.ts';
import { linkedMail } from './linked-mail.ts';
import { notify } from './notify.ts';

/** What a reviewer decides of one answer: back with a reason, fit to be passed on, or not needed with a reason. */
export type Decision =
  | { readonly kind: 'return'; readonly reason: string; readonly sections: readonly string[] }
  | { readonly kind: 'approve' }
  | { readonly kind: 'waive'; readonly reason: string };

export type ReviewRefused =
  | WrongAnswerState
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'round-closed' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long' }
  | { readonly kind: 'no-such-section' }
  | { readonly kind: 'moved-meanwhile' };

export interface Review {
  readonly round: string;
  readonly organisation: string;
  readonly decision: Decision;
  /** Revision that the reviewer saw; a newer one refuses the decision. */
  readonly revision?: number;
  /** Id of the button's press, by which its repetition is recognised. */
  readonly request: string;
}

/** Longest reason, characters; it goes into the hospital's mail. */
export const reasonLimit = 1000;

/** Carries out a reviewer's decision in one transaction with its audit entry and, where the hospital must hear of it, its mail. */
export async function reviewAnswer(desk: Desk, actor: Actor, review: Review): Promise<Result<Answer, ReviewRefused>> {
  const [round, before] = await Promise.all([
    find(desk.table, rows.round, keys.round(review.round)),
    find(desk.table, rows.answer, keys.answer(review.round, review.organisation)),
  ]);
  if (!round || !before) return refuse({ kind: 'not-asked' });
  if (before.request === review.request) return ok(before);
  if (!takesAnswer(round, before)) return refuse({ kind: 'round-closed' });
  if (before.revision !== (review.revision ?? before.revision)) return refuse({ kind: 'moved-meanwhile' });
  const at = desk.world.now();
  const { decision } = review;
  const form = (await findSurvey(desk, round))?.survey.form;
  const problem = problemOf(form, decision);
  if (problem) return refuse({ kind: problem });
  const next = decide(before, decision, at, review.request);
  if (!next.ok) return next;

  const settled = round.state === 'ended' && decision.kind === 'approve' ? withoutCorrection(next.value) : next.value;
  const { after, writes } = changeAnswer(before, settled, {
    at,
    actor,
    act: `answer.${decision.kind}`,
    detail: {
      revision: before.revision,
      ...('reason' in decision ? { reason: decision.reason } : {}),
      ...('sections' in decision && decision.sections.length > 0 ? { sections: decision.sections.join(' ') } : {}),
    },
  });
  const written = await desk.table.commit([...writes, ...(await letters(desk, round, form, before, decision, at))]);
  if (written.ok) return ok(after);
  const now = await find(desk.table, rows.answer, keys.answer(review.round, review.organisation));
  return now?.request === review.request ? ok(now) : refuse({ kind: 'moved-meanwhile' });
}

/** What is wrong with a reason that somebody has to give. */
export function reasonProblem(reason: string): 'reason-missing' | 'reason-too-long' | undefined {
  if (reason.trim() === '') return 'reason-missing';
  return [...reason].length > reasonLimit ? 'reason-too-long' : undefined;
}

/** What is wrong with a decision before it is held against the answer: a reason is needed, and sections must be the form's. */
function problemOf(form: Form | undefined, decision: Decision) {
  if (decision.kind === 'approve') return undefined;
  const wrong = reasonProblem(decision.reason);
  if (wrong !== undefined) return wrong;
  if (decision.kind === 'waive') return undefined;
  const known = new Set(form?.sections.map(({ id }) => id));
  return decision.sections.every((id) => known.has(id)) ? undefined : 'no-such-section';
}

/** Where nothing is handed on, an approved correction is over. */
const withoutCorrection = ({ correction: _, ...answer }: Answer): Answer => answer;

function decide(before: Answer, decision: Decision, at: string, request: string): Result<Answer, WrongAnswerState> {
  switch (decision.kind) {
    case 'return':
      return returned(before, { sections: [...decision.sections], reason: decision.reason, at, request });
    case 'approve':
      return approved(before, at, request);
    case 'waive':
      return waived(before, decision.reason, request);
  }
}

async function letters(
  desk: Desk,
  round: Round,
  form: Form | undefined,
  answer: Answer,
  decision: Decision,
  at: string,
): Promise<readonly Write[]> {
  if (decision.kind === 'waive') return [];
  const hospital = await find(desk.table, rows.organisation, keys.organisation(answer.organisation));
  const contact = hospital?.contacts[0];
  if (!hospital || !contact) return [];
  const occasion = { step: `r${answer.revision}.${answer.version}`, to: contact, at };
  if (decision.kind === 'approve')
    return [notify({ ...occasion, round: round.id, organisation: hospital.id, kind: 'approved' })];
  const vars = { reason: [...named(form, decision.sections), decision.reason].join('\n') };
  return linkedMail(desk.world, round, hospital, { ...occasion, kind: 'returned', vars });
}

/** Names the sections that were sent back, on a line of their own above the reason. */
function named(form: Form | undefined, sections: readonly string[]): readonly string[] {
  const titles = form?.sections.filter(({ id }) => sections.includes(id)).map(({ title }) => `「${title}」`) ?? [];
  return titles.length === 0 ? [] : [titles.join('')];
}
