import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, submitted, type WrongAnswerState } from '#lib/core/rounds/answer.ts';
import { isAnswerable } from '#lib/core/rounds/round.ts';
import { shown } from '#lib/core/survey/applies.ts';
import { unanswered } from '#lib/core/survey/completeness.ts';
import type { Problem } from '#lib/core/survey/read-section.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { notify } from './notify.ts';
import { type NotAsked, openSurvey } from './open-survey.ts';

export type SubmitRefused =
  | NotAsked
  | WrongAnswerState
  | { readonly kind: 'round-closed' }
  | { readonly kind: 'incomplete'; readonly problems: readonly Problem[] }
  | { readonly kind: 'moved-meanwhile' };

/**
 * Submits the working copy as the next revision: one transaction holds the revision, the answer's state, the receipt's
 * outbox row, the pointer for next year and the audit entry. Repeating the same request changes nothing and succeeds.
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
  if (!isAnswerable(round)) return refuse({ kind: 'round-closed' });
  const problems = unanswered(form, file.values);
  if (problems.length > 0) return refuse({ kind: 'incomplete', problems });

  const at = desk.world.now();
  const by = actor.kind === 'nobody' ? '' : actor.name;
  const next = submitted(before, at, by, wish.request);
  if (!next.ok) return next;
  const { revision } = next.value;
  const trail = audited(before.chain, {
    aggregate: `${wish.round}#${wish.organisation}`,
    at,
    actor,
    act: 'answer.submit',
    detail: { revision },
  });
  const contact = (await find(desk.table, rows.organisation, keys.organisation(wish.organisation)))?.contacts[0];
  const kept = { revision, form: round.form, values: { ...shown(form, file.values) }, submittedAt: at, submittedBy: by };
  const place = { round: wish.round, organisation: wish.organisation };
  const after = { ...next.value, chain: trail.chain };
  const written = await desk.table.commit([
    { put: rows.answer.item(after), expect: { equals: { version: before.version } } },
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
    trail.write,
    ...(contact ? [notify({ ...place, kind: 'receipt', step: `r${revision}`, to: contact, vars: { revision }, at })] : []),
  ]);
  if (written.ok) return ok(after);
  const now = await find(desk.table, rows.answer, keys.answer(wish.round, wish.organisation));
  return now?.request === wish.request ? ok(now) : refuse({ kind: 'moved-meanwhile' });
}
