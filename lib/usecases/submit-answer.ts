import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Contact } from '#lib/core/organisations/organisation.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, isEditable, type Revision, submitted, type WrongAnswerState } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { answerableStates } from '#lib/core/rounds/round.ts';
import { correctingStates, takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import { shown } from '#lib/core/survey/applies.ts';
import type { Unanswered } from '#lib/core/survey/completeness.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { changeAnswer } from './change-answer.ts';
import type { Desk } from './desk.ts';
import { linkedMail } from './linked-mail.ts';
import { notify } from './notify.ts';
import { type NotAsked, openSurvey } from './open-survey.ts';
import { progressOf } from './progress.ts';
import { type AnswerFile, readCarried } from './read-answer.ts';

export type SubmitRefused =
  | NotAsked
  | WrongAnswerState
  | { readonly kind: 'round-closed' }
  | { readonly kind: 'incomplete'; readonly problems: readonly Unanswered[] }
  /** The answers together are larger than the table can hold. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'moved-meanwhile' };

/** Largest answer, bytes of JSON; DynamoDB holds 400 KB an item. */
const revisionLimit = 380_000;

/**
 * Submits the working copy as the next revision: one transaction holds the revision, the answer's state, the receipt's
 * outbox row, the pointer for next year and the audit entry; it holds only while the round takes this answer, so
 * that a release gathers every answer that was acknowledged. Repeating the same request changes nothing and succeeds.
 */
export async function submitAnswer(
  desk: Desk,
  actor: Actor,
  wish: { readonly round: string; readonly organisation: string; readonly request: string },
): Promise<Result<Answer, SubmitRefused>> {
  const opened = await openSurvey(desk, wish.round, wish.organisation);
  if (!opened.ok) return opened;
  const { round, form, file } = opened.value;
  const before = file.answer;
  if (before.request === wish.request && before.revision > 0) return ok(before);
  if (!takesAnswer(round, before)) return refuse({ kind: 'round-closed' });
  if (!isEditable(before.state)) return refuse({ kind: 'wrong-state', state: before.state });
  const at = desk.world.now();
  const today = dayOfInstant(at);
  const previous = await readCarried(desk, form, before);
  const problems = progressOf(form, file, previous?.values ?? {}, today).obstacles;
  if (problems.length > 0) return refuse({ kind: 'incomplete', problems });
  const values = shown(form, file.values, today);
  if (Buffer.byteLength(JSON.stringify(values)) > revisionLimit) return refuse({ kind: 'too-large' });

  const next = submitted(before, at, actor, wish.request);
  if (!next.ok) return next;
  const { revision, submittedBy: by = '', heardBy } = next.value;
  const { after, writes } = changeAnswer(before, next.value, {
    at,
    actor,
    act: 'answer.submit',
    detail: { revision, ...(heardBy === undefined ? {} : { heardBy }) },
  });
  const asked = await find(desk.table, rows.organisation, keys.organisation(wish.organisation), 'lately');
  const contact = asked?.contacts[0];
  const kept = {
    revision,
    form: round.form,
    values: { ...values },
    submittedAt: at,
    submittedBy: by,
    ...heardIn(file, heardBy),
  };
  const place = { round: wish.round, organisation: wish.organisation };
  const written = await desk.table.commit([
    {
      check: keys.round(wish.round),
      expect: { oneOf: { state: before.correction ? [...answerableStates, ...correctingStates] : answerableStates } },
    },
    ...writes,
    { put: rows.revision.item({ ...kept, ...place }), expect: { absent: true } },
    {
      put: rows.latest.item({
        organisation: wish.organisation,
        form: form.id,
        version: form.version,
        round: wish.round,
        revision,
        submittedAt: at,
      }),
    },
    ...(contact ? receipt(desk, round, after, contact, at) : []),
  ]);
  if (written.ok) return ok(after);
  if (written.error.at[0]?.failed) return refuse({ kind: 'round-closed' });
  const now = await find(desk.table, rows.answer, keys.answer(wish.round, wish.organisation));
  return now?.request === wish.request ? ok(now) : refuse({ kind: 'moved-meanwhile' });
}

/** The receipt; where the office submitted, with a link by which the hospital sees and corrects what was heard. */
function receipt(desk: Desk, round: Round, answer: Answer, to: Contact, at: string): readonly Write[] {
  const { organisation, prefecture, revision, heardBy } = answer;
  const occasion = { step: `r${revision}`, to, at };
  if (heardBy === undefined)
    return [notify({ ...occasion, round: round.id, organisation, kind: 'receipt', vars: { revision } })];
  const hospital = { id: organisation, prefecture };
  return linkedMail(desk.world, round, hospital, { ...occasion, kind: 'heard', vars: { revision, heardBy } });
}

/** What of a submission was heard by telephone. */
function heardIn({ drafts }: AnswerFile, heardBy: string | undefined): Pick<Revision, 'heard' | 'heardBy'> {
  const heard = [...drafts.values()].flatMap((draft) =>
    draft.heardBy === undefined ? [] : [[draft.section, draft.heardBy] as const],
  );
  return {
    ...(heard.length === 0 ? {} : { heard: Object.fromEntries(heard) }),
    ...(heardBy === undefined ? {} : { heardBy }),
  };
}
