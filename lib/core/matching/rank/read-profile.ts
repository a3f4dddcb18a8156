import type { Facts, Fields } from './field.ts';
import type { DatedAnswer, Participant } from './participant.ts';
import type { Cell, Read } from './pool.ts';

/** How one side's answers become facts: what one answered form says, field by field; a field it does not speak of is left out. */
export interface ProfileReader<F extends Fields> {
  readonly fields: F;
  readonly read: (answer: DatedAnswer, organisation: Participant['organisation']) => Partial<Facts<F>>;
}

/** Lays a hospital's answers over each other, oldest first: a later answer replaces only what it answers. */
export function readProfile<F extends Fields>(reader: ProfileReader<F>, participant: Participant): Read {
  const { organisation, answers } = participant;
  const facts: Record<string, Cell> = {};
  const on: Record<string, string> = {};
  for (const answer of answers.toSorted((a, b) =>
    a.answeredOn < b.answeredOn ? -1 : a.answeredOn > b.answeredOn ? 1 : 0,
  )) {
    const said: Readonly<Record<string, Cell | undefined>> = reader.read(answer, organisation);
    for (const [field, value] of Object.entries(said)) {
      if (value === null || value === undefined || !Object.hasOwn(reader.fields, field)) continue;
      facts[field] = value;
      on[field] = answer.answeredOn;
    }
  }
  return {
    party: {
      organisation: organisation.id,
      name: organisation.name,
      prefecture: organisation.prefecture,
      area: organisation.area ?? null,
      class: participant.class,
      ownPrefectureOnly: participant.ownPrefectureOnly,
    },
    facts,
    on,
  };
}
