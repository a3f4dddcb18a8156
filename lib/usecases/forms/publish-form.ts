import { type Actor, personName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type FormProblem, formProblems } from '#lib/core/survey/compose/form-problems.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import type { Form, Mapping } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { bodyOf, formOf } from './form-body.ts';
import { draftWrites } from './keep-draft.ts';

export interface Publication {
  readonly form: string;
  /** Version of the draft that the page showed. */
  readonly draft: number;
  /** How answers to the version before reach this one; only what is not the same id. */
  readonly carries?: Mapping;
  /** Id of the button's press, by which its repetition is recognised. */
  readonly request: string;
}

export type PublishRefused =
  | { readonly kind: 'no-such-form' | 'moved-meanwhile' }
  | { readonly kind: 'problems'; readonly problems: readonly FormProblem[] };

/** Publishes a draft as the form's next version, which never changes again; rounds ask published versions only. */
export async function publishForm(
  desk: Desk,
  actor: Actor,
  wish: Publication,
): Promise<Result<FormDraft, PublishRefused>> {
  const before = await find(desk.table, rows.formDraft, keys.formDraft(wish.form));
  if (!before) return refuse({ kind: 'no-such-form' });
  if (before.request === wish.request) return ok(before);
  if (before.version !== wish.draft) return refuse({ kind: 'moved-meanwhile' });
  const form = formOf(before);
  const version = before.published + 1;
  const { carries: _, ...rest } = form;
  const published: Form = { ...rest, version, ...(wish.carries === undefined ? {} : { carries: wish.carries }) };
  const problems = formProblems(published);
  if (problems.length > 0) return refuse({ kind: 'problems', problems });

  const at = desk.world.now();
  const trail = audited(before.chain, { aggregate: form.id, at, actor, act: 'form.publish', detail: { version } });
  const next = draftWrites(
    desk,
    actor,
    before,
    { ...rest, version: version + 1 },
    { published: version, request: wish.request, chain: trail.chain },
  );
  const kept = { id: form.id, version, body: bodyOf(published), publishedAt: at, publishedBy: personName(actor) };
  const written = await desk.table.commit([
    ...next.writes,
    { put: rows.formVersion.item(kept), expect: { absent: true } },
    trail.write,
  ]);
  if (written.ok) return ok(next.draft);
  const now = await find(desk.table, rows.formDraft, keys.formDraft(wish.form));
  return now?.request === wish.request ? ok(now) : refuse({ kind: 'moved-meanwhile' });
}
