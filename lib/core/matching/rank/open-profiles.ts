import { daysBetween } from '../../calendar/day.ts';
import type { Fields, Profile } from './field.ts';
import type { PoolColumns } from './pool.ts';

/** Profiles of one side of a pool, in the pool's order; facts that the pool does not hold are unanswered. */
export function openProfiles<F extends Fields>(
  fields: F,
  columns: PoolColumns,
  days: readonly string[],
  asOf: string,
): readonly Profile<F>[] {
  const ages = days.map((day) => Math.max(0, daysBetween(day, asOf)));
  const names = Object.keys(fields);
  return columns.organisation.map((organisation, row) => {
    const newest = Math.max(-1, ...names.map((name) => columns.on[name]?.[row] ?? -1));
    const profile = {
      organisation,
      name: columns.name[row] ?? '',
      prefecture: columns.prefecture[row] ?? '',
      area: columns.area[row] ?? null,
      class: columns.class[row] ?? null,
      ownPrefectureOnly: columns.own[row] === 1,
      age: ages[newest] ?? null,
      ...Object.fromEntries(names.map((name) => [name, columns.facts[name]?.[row] ?? null])),
    };
    // The reader typed the facts when the pool was packed; JSON carries them unchanged.
    return profile as unknown as Profile<F>;
  });
}
