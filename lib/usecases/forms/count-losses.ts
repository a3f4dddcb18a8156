import { carryOver } from '#lib/core/survey/carry-over.ts';
import type { Form, Mapping } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { valuesOf } from '../read-answer.ts';
import { allRounds, standingsOf } from '../read-round.ts';
import { carryVersions } from './carry-versions.ts';
import type { FormReader } from './read-version.ts';

/** Most answers that are read to be counted; a page waits for them. */
export const countedMost = 300;

/** How many hospitals' last answers would lose something on their way to a next version. */
export interface LossCount {
  readonly lost: number;
  /** Hospitals whose last answer was read. */
  readonly read: number;
  /** Hospitals that answered. */
  readonly answered: number;
}

/** Carries each hospital's last answer to a form to its next version, as publishing would, and counts those that lose something; `countedMost` are read, those of the newest round first. */
export async function countLosses(
  reader: FormReader,
  before: Form,
  after: Form,
  mapping: Mapping | undefined,
): Promise<LossCount> {
  const rounds = (await allRounds(reader)).filter(({ form }) => form.id === before.id);
  const standings = await Promise.all(rounds.map(({ id }) => standingsOf(reader, id)));
  const answered = [
    ...new Set(standings.flat().flatMap(({ organisation, revision }) => (revision > 0 ? [organisation] : []))),
  ];
  const some = answered.slice(0, countedMost);
  const last = await reader.table.getAll(some.map((organisation) => keys.latest(organisation, before.id)));
  const kept = await reader.table.getAll(
    last
      .map((item) => rows.latest.read(item))
      .map(({ round, organisation, revision }) => keys.revision(round, organisation, revision)),
  );
  let lost = 0;
  for (const { form, values } of kept.map((item) => rows.revision.read(item))) {
    const stood = await carryVersions(reader, before, valuesOf(values), form.version);
    if (carryOver(before, after, stood, mapping).left.length > 0) lost += 1;
  }
  return { lost, read: kept.length, answered: answered.length };
}
