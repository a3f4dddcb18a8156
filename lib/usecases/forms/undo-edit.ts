import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { formOf } from './form-body.ts';
import { draftWrites } from './keep-draft.ts';

/** Takes the newest save of a draft back, as long as nothing was saved since; taking it back can itself be taken back. */
export async function undoEdit(
  desk: Desk,
  actor: Actor,
  id: string,
  version: number,
): Promise<Result<FormDraft, { readonly kind: 'moved-meanwhile' }>> {
  const [draft, before] = await Promise.all([
    find(desk.table, rows.formDraft, keys.formDraft(id)),
    find(desk.table, rows.formBefore, keys.formBefore(id)),
  ]);
  if (!draft || !before || draft.version !== version || before.version !== version)
    return refuse({ kind: 'moved-meanwhile' });
  const next = draftWrites(desk, actor, draft, formOf(before), { added: [] });
  const written = await desk.table.commit([...next.writes, next.undo]);
  return written.ok ? ok(next.draft) : refuse({ kind: 'moved-meanwhile' });
}
