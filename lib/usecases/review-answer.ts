import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, approved, returned, type WrongAnswerState, waived } from '#lib/core/rounds/answer.ts';
import { isAnswerable, type Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { issueLink } from './issue-link.ts';
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
  | { readonly kind: 'moved-meanwhile' };

export interface Review {
  readonly round: string;
  readonly organisation: string;
  readonly decision: Decision;
  /** Id of the button's press, by which its repetition is recognised. */
  readonly request: string;
}

/** Carries out a reviewer's decision in one transaction with its audit entry and, where the hospital must hear of it, its mail. */
export async function reviewAnswer(desk: Desk, actor: Actor, review: Review): Promise<Result<Answer, ReviewRefused>> {
  const [round, before] = await Promise.all([
    find(desk.table, rows.round, keys.round(review.round)),
    find(desk.table, rows.answer, keys.answer(review.round, review.organisation)),
  ]);
  if (!round || !before) return refuse({ kind: 'not-asked' });
  if (before.request === review.request) return ok(before);
  if (!isAnswerable(round)) return refuse({ kind: 'round-closed' });
  const at = desk.world.now();
  const { decision } = review;
  if (decision.kind !== 'approve' && decision.reason.trim() === '') return refuse({ kind: 'reason-missing' });
  const next = decide(before, decision, at, review.request);
  if (!next.ok) return next;

  const trail = audited(before.chain, {
    aggregate: `${review.round}#${review.organisation}`,
    at,
    actor,
    act: `answer.${decision.kind}`,
    detail: 'reason' in decision ? { reason: decision.reason } : {},
  });
  const after = { ...next.value, chain: trail.chain };
  const written = await desk.table.commit([
    { put: rows.answer.item(after), expect: { equals: { version: before.version } } },
    trail.write,
    ...(await letters(desk, round, before, decision, at)),
  ]);
  if (written.ok) return ok(after);
  const now = await find(desk.table, rows.answer, keys.answer(review.round, review.organisation));
  return now?.request === review.request ? ok(now) : refuse({ kind: 'moved-meanwhile' });
}

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

async function letters(desk: Desk, round: Round, answer: Answer, decision: Decision, at: string): Promise<Write[]> {
  if (decision.kind === 'waive') return [];
  const hospital = await find(desk.table, rows.organisation, keys.organisation(answer.organisation));
  const contact = hospital?.contacts[0];
  if (!hospital || !contact) return [];
  const occasion = {
    round: round.id,
    organisation: hospital.id,
    step: `r${answer.revision}.${answer.version}`,
    to: contact,
    at,
  };
  if (decision.kind === 'approve') return [notify({ ...occasion, kind: 'approved' })];
  const link = issueLink(desk.world, round, hospital, 'answer', contact.name);
  const vars = { reason: decision.reason };
  return [link.write, notify({ ...occasion, kind: 'returned', vars, token: link.token })];
}
