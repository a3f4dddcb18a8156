import type { Section, Values } from '#lib/core/survey/form.ts';
import { type Progress, within } from './progress.ts';
import type { AnswerFile } from './read-answer.ts';

/** Answers that a section is drawn with: as saved, or last time's, or what is filled in beforehand. */
export function shownIn(
  { file, progress }: { readonly file: AnswerFile; readonly progress: Pick<Progress, 'values'> },
  section: Section,
): Values {
  if (file.drafts.has(section.id)) return within(section, file.values);
  const initial = section.questions.flatMap(({ id, initial }) =>
    initial === undefined ? [] : [[id, initial] as const],
  );
  return { ...Object.fromEntries(initial), ...within(section, progress.values) };
}
