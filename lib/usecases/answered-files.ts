import { codesOf } from '#lib/core/survey/answer.ts';
import { type AnsweredFile, filesIn } from '#lib/core/survey/file-answer.ts';
import type { Values } from '#lib/core/survey/form.ts';
import type { Desk } from './desk.ts';
import { readAnswer, readPrevious, valuesOf } from './read-answer.ts';

/** Every file that a hospital's answer to a round names. */
export interface AnsweredFiles {
  /** Of the working copy. */
  readonly working: readonly AnsweredFile[];
  /** Of what was submitted, and of last time's answer that fills in this one: these are never removed. */
  readonly frozen: readonly AnsweredFile[];
}

/** Reads what files one hospital's answer names; none where the hospital was not asked. */
export async function answeredFiles({ table }: Desk, round: string, organisation: string): Promise<AnsweredFiles> {
  const file = await readAnswer(table, round, organisation);
  if (!file) return { working: [], frozen: [] };
  const previous = await readPrevious(table, file.answer);
  const frozen = [...file.revisions.map(({ values }) => valuesOf(values)), previous?.values ?? {}];
  return { working: namedIn(file.values), frozen: frozen.flatMap(namedIn) };
}

/** No other answer is a list of such texts, so that no form is needed to find them. */
const namedIn = (values: Values): readonly AnsweredFile[] =>
  Object.values(values).flatMap((value) => filesIn(codesOf(value)));
