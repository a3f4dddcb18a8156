import type { Table } from '#lib/core/ports.ts';
import { type Answer, answer, type Draft, type Revision } from '#lib/core/rounds/answer.ts';
import type { Form, Value, Values } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { carryVersions } from './forms/carry-versions.ts';
import type { FormReader } from './forms/read-version.ts';

/** One hospital's answer to one round with its working copy and its submitted revisions. */
export interface AnswerFile {
  readonly answer: Answer;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly revisions: readonly Revision[];
  /** The working copy as one set of values. */
  readonly values: Values;
}

/** Reads an answer whole: one query of its partition. Undefined when this hospital was not asked. */
export async function readAnswer(table: Table, round: string, organisation: string): Promise<AnswerFile | undefined> {
  const items = await allItems(table, { pk: keys.answer(round, organisation).pk });
  const head = items.find((item) => item.sk === 'HEAD');
  if (!head) return undefined;
  const drafts = items.filter((item) => item.sk.startsWith('SEC#')).map((item) => rows.draft.read(item));
  const revisions = items.filter((item) => item.sk.startsWith('REV#')).map((item) => rows.revision.read(item));
  return {
    answer: answer.parse(head),
    drafts: new Map(drafts.map((one) => [one.section, one])),
    revisions,
    values: Object.assign({}, ...drafts.map((one) => valuesOf(one.values))),
  };
}

/** What the hospital last submitted to this form before this round, as it was frozen when the round opened. */
export async function readPrevious(table: Table, answer: Answer): Promise<PreviousAnswer | undefined> {
  const { previous, organisation } = answer;
  if (!previous) return undefined;
  const kept = await find(table, rows.revision, keys.revision(previous.round, organisation, previous.revision));
  return kept && { values: valuesOf(kept.values), submittedAt: previous.submittedAt, version: previous.version };
}

export interface PreviousAnswer {
  readonly values: Values;
  readonly submittedAt: string;
  /** Version of the form it was given to. */
  readonly version: number;
}

/** Last time's answers as this year's form takes them; what it would not accept is left out. */
export async function readCarried(reader: FormReader, form: Form, answer: Answer): Promise<PreviousAnswer | undefined> {
  const previous = await readPrevious(reader.table, answer);
  return previous && { ...previous, values: await carryVersions(reader, form, previous.values, previous.version) };
}

/** Whether somebody pressed the section's button, beyond what was saved in passing: only then it is known whether anything changed. */
export const isConfirmed = (draft: Draft | undefined): boolean => draft?.unchanged !== undefined;

/** Stored values as the form engine reads them. What a validator let in comes back as it was. */
export const valuesOf = (stored: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(Object.entries(stored).filter((pair): pair is [string, Value] => isValue(pair[1])));

const isValue = (value: unknown): value is Value =>
  typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
