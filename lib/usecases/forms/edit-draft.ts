import { canonical } from '#lib/core/canonical.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Command, type CommandRefused, editForm } from '#lib/core/survey/compose/edit-form.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { FORM_LIMIT } from '#lib/core/survey/form-schema.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { formOf } from './form-body.ts';
import { draftWrites } from './keep-draft.ts';
import { isPressed, pressOf, withPress } from './press.ts';
import { fingerprint, type SeenPart } from './read-draft.ts';

export interface Edit {
  readonly form: string;
  readonly command: Command;
  /** Id of the page: the same act from it again does nothing more. */
  readonly request?: string;
  /** The part as the page showed it, by its fingerprint; a part that somebody changed meanwhile is not written over. */
  readonly seen?: SeenPart & { readonly fingerprint: string };
}

export type EditRefused =
  | { readonly kind: 'no-such-form' }
  /** Somebody deleted what the edit is about, or conditions and calculations would go round in a ring. */
  | CommandRefused
  | { readonly kind: 'too-large' }
  /** Somebody else changed the same part in between; theirs stands, and mine is what was typed. */
  | { readonly kind: 'conflict'; readonly form: Form; readonly draft: FormDraft };

/** Edits a draft in one write under its version. Edits of other parts by other people are kept; the same part is never written over unseen. */
export async function editDraft(desk: Desk, actor: Actor, edit: Edit): Promise<Result<FormDraft, EditRefused>> {
  const press = pressOf(edit.request, canonical(edit.command));
  for (;;) {
    const draft = await find(desk.table, rows.formDraft, keys.formDraft(edit.form));
    if (!draft) return refuse({ kind: 'no-such-form' });
    const form = formOf(draft);
    const { seen, command } = edit;
    if (isPressed(draft, press)) return ok(draft);
    const now = seen && fingerprint(form, seen);
    if (now === '') return refuse({ kind: 'gone' });
    if (seen && now !== seen.fingerprint) return refuse({ kind: 'conflict', form, draft });
    const edited = editForm({ form, ids: draft.ids }, command);
    if (!edited.ok) return edited;
    const next = draftWrites(desk, actor, draft, edited.value.form, {
      ids: edited.value.ids,
      presses: withPress(draft.presses, press),
    });
    if (next.draft.body === draft.body) return ok(draft);
    if (Buffer.byteLength(next.draft.body) > FORM_LIMIT) return refuse({ kind: 'too-large' });
    const written = await desk.table.commit([...next.writes, next.undo]);
    if (written.ok) return ok(next.draft);
  }
}
