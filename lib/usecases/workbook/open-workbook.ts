import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { ok, type Result } from '#lib/core/result.ts';
import { isEditable } from '#lib/core/rounds/answer.ts';
import { takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import { shown } from '#lib/core/survey/applies.ts';
import type { Values } from '#lib/core/survey/form.ts';
import type { Stamp } from '#lib/sheets/stamp.ts';
import type { Desk } from '../desk.ts';
import { fingerprints } from '../merge-section.ts';
import { type NotAsked, type OpenSurvey, openSurvey } from '../open-survey.ts';
import { type Progress, progressOf } from '../progress.ts';
import { type PreviousAnswer, readCarried } from '../read-answer.ts';
import { shownIn } from '../shown-in.ts';

/** One hospital's answer as its pages show it, to be written into a file or compared with one. */
export interface OpenWorkbook extends OpenSurvey {
  /** JST day. */
  readonly today: string;
  readonly previous: PreviousAnswer | undefined;
  readonly progress: Progress;
  /** What the sections' pages show: the working copy, or last time's answers, or what is filled in beforehand; without what does not apply. */
  readonly current: Values;
  readonly editable: boolean;
}

/** Loads one hospital's answer for its files. */
export async function openWorkbook(
  desk: Desk,
  place: { readonly round: string; readonly organisation: string },
): Promise<Result<OpenWorkbook, NotAsked>> {
  const opened = await openSurvey(desk, place.round, place.organisation);
  if (!opened.ok) return opened;
  const { form, file, round } = opened.value;
  const today = dayOfInstant(desk.world.now());
  const previous = await readCarried(desk, form, file.answer);
  const progress = progressOf(form, file, previous?.values ?? {}, today);
  const drawn = Object.assign({}, ...form.sections.map((section) => shownIn({ file, progress }, section)));
  const current = shown(form, drawn, today);
  const editable = takesAnswer(round, file.answer) && isEditable(file.answer.state);
  return ok({ ...opened.value, today, previous, progress, current, editable });
}

/** What a questionnaire that is downloaded now says of itself. */
export const stampOf = ({ round, file, form, current }: OpenWorkbook, at: string): Stamp => ({
  round: round.id,
  organisation: file.answer.organisation,
  form: form.id,
  version: form.version,
  at,
  base: Object.fromEntries(form.sections.map((section) => [section.id, fingerprints(section, current)])),
});
