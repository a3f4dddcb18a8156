import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { formOf } from './form-body.ts';
import { draftWrites } from './keep-draft.ts';
import { isPressed, pressOf, withPress } from './press.ts';

/** Takes the newest save of a draft back, as long as nothing was saved since; taking it back can itself be taken back, and from the same page (`request`) is done once. */
export async function undoEdit(
  desk: Desk,
  actor: Actor,
  id: string,
  version: number,
  request?: string,
): Promise<Result<FormDraft, { readonly kind: 'moved-meanwhile' }>> {
  const press = pressOf(request, `undo ${version}`);
  const [draft, before] = await Promise.all([
    find(desk.table, rows.formDraft, keys.formDraft(id)),
    find(desk.table, rows.formBefore, keys.formBefore(id)),
  ]);
  if (draft && isPressed(draft, press)) return ok(draft);
  if (!draft || !before || draft.version !== version || before.version !== version)
    return refuse({ kind: 'moved-meanwhile' });
  const next = draftWrites(desk, actor, draft, formOf(before), { presses: withPress([], press) });
  const written = await desk.table.commit([...next.writes, next.undo]);
  if (written.ok) return ok(next.draft);
  const now = await find(desk.table, rows.formDraft, keys.formDraft(id));
  return now && isPressed(now, press) ? ok(now) : refuse({ kind: 'moved-meanwhile' });
}
