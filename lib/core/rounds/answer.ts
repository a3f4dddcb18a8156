import * as z from 'zod/mini';
import { chain } from '../audit/entry.ts';
import type { Day } from '../calendar/day.ts';
import type { Actor } from '../permission/actor.ts';
import { ok, type Result, refuse } from '../result.ts';
import { number, someText, text } from '../shapes.ts';
import { correction } from './correction.ts';

/** Where one hospital's answer stands: 未開封 → 開封 → 入力中 → 入力済・未提出 → 提出済 → (差戻し → 再提出) → 承認済; 回答不要 aside. */
export const answerState = z.enum([
  'unopened',
  'opened',
  'drafting',
  'complete',
  'submitted',
  'returned',
  'resubmitted',
  'approved',
  'waived',
]);
export type AnswerState = z.infer<typeof answerState>;

/** One hospital's answer to one round: its state and who it is about. The sections and revisions lie beside it. */
export const answer = z.object({
  round: text,
  organisation: text,
  name: text,
  prefecture: text,
  area: someText,
  /** Class of destination under the edition's rule (①②③), where the rule has classes. */
  region: someText,
  telephone: someText,
  state: answerState,
  /** Number of the newest submitted revision; 0 before the first. */
  revision: number,
  submittedAt: someText,
  submittedBy: someText,
  /** Who of the prefecture submitted what it heard by telephone; absent where the hospital submitted itself. */
  heardBy: someText,
  approvedAt: someText,
  returned: z.optional(z.object({ sections: z.array(text), reason: text, at: text })),
  waivedFor: someText,
  /** Leave to correct it after the round was released or ended. */
  correction: z.optional(correction),
  /** What the hospital last submitted to this form before this round: prefilled, and compared with. */
  previous: z.optional(z.object({ round: text, revision: number, submittedAt: text, version: number })),
  /** Request id of the last act, by which its repetition is recognised. */
  request: someText,
  version: number,
  chain,
});
export type Answer = z.infer<typeof answer>;

/** Where an answer stands, without what it is about: enough to count it. */
export const answerStanding = z.pick(answer, {
  organisation: true,
  prefecture: true,
  state: true,
  revision: true,
  submittedAt: true,
  correction: true,
});
export type AnswerStanding = z.infer<typeof answerStanding>;

/** The working copy of one section; each save is one write under its own version. */
export const draft = z.object({
  section: text,
  values: z.record(text, z.unknown()),
  /** The clerk said that nothing changed since last time. */
  unchanged: z.optional(z.boolean()),
  version: number,
  savedAt: text,
  savedBy: text,
  /** Who of the prefecture entered it, as heard by telephone; the hospital's own save takes the mark away. */
  heardBy: someText,
});
export type Draft = z.infer<typeof draft>;

/** What was submitted, whole and never changed again. */
export const revision = z.object({
  revision: number,
  form: z.object({ id: text, version: number }),
  values: z.record(text, z.unknown()),
  submittedAt: text,
  submittedBy: text,
  /** What was heard by telephone: who entered it, by section. */
  heard: z.optional(z.record(text, text)),
  /** Who of the prefecture submitted it, where the hospital did not itself. */
  heardBy: someText,
});
export type Revision = z.infer<typeof revision>;

/** An act that the answer's state does not allow. */
export interface WrongAnswerState {
  readonly kind: 'wrong-state';
  readonly state: AnswerState;
}

const editable: readonly AnswerState[] = ['unopened', 'opened', 'drafting', 'complete', 'returned'];
const reviewable: readonly AnswerState[] = ['submitted', 'resubmitted'];

/** Whether the hospital may change its working copy. */
export const isEditable = (state: AnswerState): boolean => editable.includes(state);

/** Whether the hospital still owes an answer, and so may be reminded. */
export const owes = isEditable;

/** States of an answer that still owes, for the condition that guards a reminder. */
export const owingStates = editable;

/** Whether the prefecture may return or approve it. */
export const isReviewable = (state: AnswerState): boolean => reviewable.includes(state);

/** Whether there is something that release may pass on. */
export const isReleasable = (answer: AnswerStanding): boolean =>
  answer.revision > 0 && ['submitted', 'resubmitted', 'approved'].includes(answer.state);

/** Whether a corrected answer may be passed on: submitted since leave was given, and approved. */
export const isCorrected = ({ correction: leave, revision, state }: AnswerStanding): boolean =>
  leave !== undefined && revision > leave.revision && state === 'approved';

const changed = (before: Answer, change: Partial<Answer>): Answer => ({
  ...before,
  ...change,
  version: before.version + 1,
});

/** Opening the link, and saving a section: the state follows, and gives the same answer where nothing moves. */
export function progressed(before: Answer, to: 'opened' | 'drafting' | 'complete'): Answer {
  const order: readonly AnswerState[] = ['unopened', 'opened', 'drafting', 'complete'];
  if (!order.includes(before.state) || before.state === to) return before;
  const backwards = order.indexOf(to) < order.indexOf(before.state);
  return backwards && to === 'opened' ? before : changed(before, { state: to });
}

/** Who an actor enters for by telephone, where it is an office and not the hospital itself. */
export const hearing = (actor: Actor): string | undefined => (actor.kind === 'prefecture' ? actor.name : undefined);

export function submitted(before: Answer, at: string, actor: Actor, request: string): Result<Answer, WrongAnswerState> {
  if (!isEditable(before.state)) return refuse({ kind: 'wrong-state', state: before.state });
  const state = before.revision > 0 ? 'resubmitted' : 'submitted';
  const { heardBy: _, ...rest } = before;
  const [by, heardBy] = ['name' in actor ? actor.name : '', hearing(actor)];
  const heard = heardBy === undefined ? {} : { heardBy };
  return ok(
    changed(rest, { state, revision: before.revision + 1, submittedAt: at, submittedBy: by, request, ...heard }),
  );
}

export function returned(
  before: Answer,
  act: { sections: string[]; reason: string; at: string; request: string },
): Result<Answer, WrongAnswerState> {
  if (!isReviewable(before.state) && before.state !== 'approved') {
    return refuse({ kind: 'wrong-state', state: before.state });
  }
  const { request, ...note } = act;
  return ok(changed(before, { state: 'returned', returned: note, request }));
}

export function approved(before: Answer, at: string, request: string): Result<Answer, WrongAnswerState> {
  if (!isReviewable(before.state)) return refuse({ kind: 'wrong-state', state: before.state });
  return ok(changed(before, { state: 'approved', approvedAt: at, request }));
}

export function waived(before: Answer, reason: string, request: string): Result<Answer, WrongAnswerState> {
  if (!isEditable(before.state)) return refuse({ kind: 'wrong-state', state: before.state });
  return ok(changed(before, { state: 'waived', waivedFor: reason, request }));
}

/** Gives leave to correct an answer after its round: what was submitted goes back to the hospital, what never was may still come. */
export function correctable(
  before: Answer,
  act: { reason: string; due: Day; at: string; by: string; request: string },
): Result<Answer, WrongAnswerState> {
  const { state, revision } = before;
  if (state === 'waived' || before.correction) return refuse({ kind: 'wrong-state', state });
  const { request, by, due, ...note } = act;
  const leave = { ...note, by, due, revision, from: state };
  if (isEditable(state)) return ok(changed(before, { correction: leave, request }));
  return ok(changed(before, { state: 'returned', returned: { sections: [], ...note }, correction: leave, request }));
}

/** Takes the leave back while nothing was submitted under it: the answer stands as it did. */
export function uncorrectable(before: Answer, request: string): Result<Answer, WrongAnswerState> {
  const { correction: leave, ...rest } = before;
  if (!leave || before.revision !== leave.revision) return refuse({ kind: 'wrong-state', state: before.state });
  const from = answerState.parse(leave.from);
  return ok(changed(rest, { state: isEditable(from) ? before.state : from, request }));
}

/** Ends the leave once what was corrected is passed on. */
export const correctionPassedOn = ({ correction: _, ...before }: Answer): Answer => changed(before, {});
