import type { Carrying } from '#lib/core/survey/compose/carrying.ts';
import { type FormChanges, formChanges } from '#lib/core/survey/compose/form-changes.ts';
import { type FormProblem, formProblems } from '#lib/core/survey/compose/form-problems.ts';
import type { Form } from '#lib/core/survey/form.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { countLosses, type LossCount } from '#lib/usecases/forms/count-losses.ts';
import type { OpenDraft } from '#lib/usecases/forms/read-draft.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';

/** What publishing a draft would do. */
export interface PublicationView {
  readonly form: Form;
  /** Version of the draft that is shown. */
  readonly draft: number;
  /** Number that it would get. */
  readonly next: number;
  readonly before: Form | undefined;
  readonly changes: FormChanges;
  readonly faults: readonly FormProblem[];
}

/** Counts the answers that lose something; undefined where nothing can be lost, or there is nothing to lose. */
export const countedLosses = async (
  { before, form }: PublicationView,
  carrying: Carrying | undefined,
  desk: Desk,
): Promise<LossCount | undefined> =>
  before && carrying && carrying.losses.length > 0 ? countLosses(desk, before, form, carrying.mapping) : undefined;

/** Compares a draft with the version that it would follow. */
export async function loadPublication({ draft, form }: OpenDraft, desk: Desk): Promise<PublicationView> {
  const before = await readVersion(desk, { id: form.id, version: draft.published });
  return {
    form,
    draft: draft.version,
    next: draft.published + 1,
    before,
    changes: formChanges(before, form),
    faults: formProblems(form),
  };
}
