import type { Program, SurveyEdition } from '#lib/core/program.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { findSurvey } from './find-survey.ts';
import { type AnswerFile, readAnswer } from './read-answer.ts';

/** One hospital's answer together with the round that asks it and the form it fills in. */
export interface OpenSurvey {
  readonly round: Round;
  readonly program: Program<SurveyEdition>;
  readonly edition: SurveyEdition;
  readonly form: Form;
  readonly file: AnswerFile;
}

/** There is no such round, or this hospital was not asked. */
export interface NotAsked {
  readonly kind: 'not-asked';
}

/** Loads what a page or an act on one hospital's answer needs. The round may be a moment old: submitting checks it again in its transaction. */
export async function openSurvey(
  desk: Desk,
  roundId: string,
  organisation: string,
): Promise<Result<OpenSurvey, NotAsked>> {
  const [round, file] = await Promise.all([
    find(desk.table, rows.round, keys.round(roundId), 'lately'),
    readAnswer(desk.table, roundId, organisation),
  ]);
  const found = round && (await findSurvey(desk, round));
  if (!round || !file || !found) return refuse({ kind: 'not-asked' });
  return ok({ round, program: found.program, edition: found.edition, form: found.survey.form, file });
}
