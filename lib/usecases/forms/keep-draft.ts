import { type Actor, personName } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import { questionsOf } from '#lib/core/survey/compose/target.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { bodyOf } from './form-body.ts';

/** What a save changes of a draft beside the form itself. */
export type DraftChange = Partial<Pick<FormDraft, 'ids' | 'published' | 'request' | 'presses' | 'chain'>>;

/** The next state of a draft with the writes that keep it, the draft under its version and its line in the list, and the one that lets it be taken back. */
export function draftWrites(
  desk: Desk,
  actor: Actor,
  before: FormDraft,
  form: Form,
  change: DraftChange = {},
): { readonly draft: FormDraft; readonly writes: readonly Write[]; readonly undo: Write } {
  const savedAt = desk.world.now();
  const savedBy = personName(actor);
  const draft: FormDraft = {
    ...before,
    ...change,
    body: bodyOf(form),
    version: before.version + 1,
    savedAt,
    savedBy,
  };
  return {
    draft,
    writes: [
      { put: rows.formDraft.item(draft), expect: { equals: { version: before.version } } },
      { put: headOf(draft, form, draft.published === before.published) },
    ],
    undo: { put: rows.formBefore.item({ id: draft.id, body: before.body, version: draft.version }) },
  };
}

/** A form's line in the list. */
export const headOf = ({ id, owner, published, savedAt, savedBy }: FormDraft, form: Form, changed: boolean) =>
  rows.formHead.item({
    id,
    owner,
    title: form.title,
    questions: questionsOf(form).length,
    published,
    changed,
    savedAt,
    savedBy,
  });
