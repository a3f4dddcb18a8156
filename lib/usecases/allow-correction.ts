import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { parseDay } from '#lib/core/calendar/parse-day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { type Actor, personName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, correctable, uncorrectable, type WrongAnswerState } from '#lib/core/rounds/answer.ts';
import { dueProblem } from '#lib/core/rounds/plan.ts';
import { takesCorrections } from '#lib/core/rounds/takes-answer.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { changeAnswer } from './change-answer.ts';
import type { Desk } from './desk.ts';
import { linkedMail } from './linked-mail.ts';
import { type ReviewRefused, reasonProblem } from './review-answer.ts';

export type CorrectionRefused =
  | WrongAnswerState
  | {
      readonly kind: Extract<ReviewRefused['kind'], 'not-asked' | 'moved-meanwhile'>;
    }
  /** What is wrong with what was typed: the reason, the day (in words), or both. */
  | {
      readonly kind: 'wrong-words';
      readonly reason: ReturnType<typeof reasonProblem>;
      readonly due: string | undefined;
    }
  /** The round still takes answers, or passes them on at this moment. */
  | { readonly kind: 'not-over' };

export interface CorrectionWish {
  readonly round: string;
  readonly organisation: string;
  readonly reason: string;
  /** The day by which the correction is wanted, as typed. */
  readonly due: string;
  /** Id of the button's press, by which its repetition is recognised. */
  readonly request: string;
}

/** Gives one hospital leave to correct, or still to give, its answer by a day after the round was released or ended; it hears the reason and the day by a mail with a link. What was released stays as it is. */
export async function allowCorrection(
  desk: Desk,
  actor: Actor,
  wish: CorrectionWish,
): Promise<Result<Answer, CorrectionRefused>> {
  const reason = wish.reason.trim();
  const found = await overAnswer(desk, wish);
  if (!found.ok) return found;
  const { round, before } = found.value;
  if (before.request === wish.request) return ok(before);
  const at = desk.world.now();
  const due = parseDay(wish.due);
  const wrong = { reason: reasonProblem(reason), due: dueProblem(due, dayOfInstant(at)) };
  if (due === undefined || wrong.reason !== undefined || wrong.due !== undefined)
    return refuse({ kind: 'wrong-words', ...wrong });
  const next = correctable(before, { reason, due, at, by: personName(actor), request: wish.request });
  if (!next.ok) return next;
  const hospital = await find(desk.table, rows.organisation, keys.organisation(before.organisation));
  const contact = hospital?.contacts[0];
  const { after, writes } = changeAnswer(before, next.value, {
    at,
    actor,
    act: 'answer.allow-correction',
    detail: { revision: before.revision, reason, due },
  });
  const written = await desk.table.commit([
    ...writes,
    ...(hospital && contact
      ? linkedMail(desk.world, round, hospital, {
          kind: 'returned',
          step: `r${before.revision}.${before.version}`,
          to: contact,
          vars: { reason: `${reason}（${longDay(due)}までに再提出してください）` },
          at,
        })
      : []),
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}

/** Takes the leave back while the hospital has submitted nothing under it: its answer stands as it was. */
export async function endCorrection(
  desk: Desk,
  actor: Actor,
  wish: Omit<CorrectionWish, 'reason' | 'due'>,
): Promise<Result<Answer, CorrectionRefused>> {
  const found = await overAnswer(desk, wish);
  if (!found.ok) return found;
  const { before } = found.value;
  if (before.request === wish.request) return ok(before);
  const next = uncorrectable(before, wish.request);
  if (!next.ok) return next;
  const { after, writes } = changeAnswer(before, next.value, {
    at: desk.world.now(),
    actor,
    act: 'answer.end-correction',
    detail: { revision: before.revision },
  });
  const written = await desk.table.commit(writes);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}

/** An answer whose round is over, with the round. */
async function overAnswer({ table }: Desk, of: Pick<CorrectionWish, 'round' | 'organisation'>) {
  const [round, before] = await Promise.all([
    find(table, rows.round, keys.round(of.round)),
    find(table, rows.answer, keys.answer(of.round, of.organisation)),
  ]);
  if (!round || !before) return refuse({ kind: 'not-asked' } as const);
  if (!takesCorrections(round)) return refuse({ kind: 'not-over' } as const);
  return ok({ round, before });
}
