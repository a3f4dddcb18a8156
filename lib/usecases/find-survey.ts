import { editionOf, type FoundSurvey, type SurveyEdition, surveyOf } from '#lib/core/program.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { type FormReader, readVersion } from './forms/read-version.ts';

/** What names a survey: one of an edition's own, or a published form with whom to ask. */
export type SurveyName = Pick<Round, 'program' | 'edition' | 'survey' | 'audience'> & { readonly form?: Round['form'] };

/**
 * Finds what a round asks. An edition's own survey says whom it asks and whom it informs; a form made by staff is asked of the
 * round's audience, and its answers stay with the prefecture and the ministry.
 */
export async function findSurvey<E extends SurveyEdition>(
  desk: FormReader<E>,
  name: SurveyName,
): Promise<FoundSurvey<E> | undefined> {
  if (name.audience === undefined) return surveyOf(desk.programs, name);
  const found = editionOf(desk.programs, name);
  const form = name.form && (await readVersion(desk, name.form));
  return found && form && { ...found, survey: { id: form.id, title: form.title, form, ...name.audience } };
}
