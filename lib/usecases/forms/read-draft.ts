import { canonical } from '#lib/core/canonical.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import { partAt, sectionAt, type Target } from '#lib/core/survey/compose/target.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { sha256 } from '../digest.ts';
import { formOf } from './form-body.ts';

/** A form's working copy, opened. */
export interface OpenDraft {
  readonly draft: FormDraft;
  readonly form: Form;
  /** Whether the newest save can be taken back. */
  readonly undoable: boolean;
}

/** Reads a form's working copy; undefined when there is no such form. */
export async function readDraft({ table }: Pick<Desk, 'table'>, id: string): Promise<OpenDraft | undefined> {
  const [draft, before] = await Promise.all([
    find(table, rows.formDraft, keys.formDraft(id)),
    find(table, rows.formBefore, keys.formBefore(id)),
  ]);
  return draft && { draft, form: formOf(draft), undoable: before?.version === draft.version };
}

/** What was seen of a form: a part, with everything inside it where the whole of it is meant; no part means the form's own words. */
export interface SeenPart {
  readonly target: Target | undefined;
  readonly whole?: boolean;
}

/** What a part of a form looked like, in a few letters, so that it is known whether somebody changed it in between; '' when it is not there. */
export function fingerprint(form: Form, { target, whole }: SeenPart): string {
  const { title, prepare } = form;
  const inside = whole && target?.kind === 'section' ? sectionAt(form, target.id) : undefined;
  const part = target === undefined ? { title, prepare } : (inside ?? partAt(form, target));
  return part === undefined ? '' : sha256(canonical(part)).slice(0, 16);
}

/** Whether a draft says something else than the newest published version; also true before the first. */
export function isChanged(form: Form, newest: { readonly body: string } | undefined): boolean {
  if (newest === undefined) return true;
  const bare = ({ carries: _, version: __, ...rest }: Form) => canonical(rest);
  return bare(form) !== bare(formOf(newest));
}
