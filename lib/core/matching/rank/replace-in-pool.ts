import type { Pool, PoolColumns } from './pool.ts';

/** A pool in which some hospitals stand as `fresh` has them, or not at all where it has none; every other hospital, and the day freshness is counted from, stay as they were. */
export function replaceInPool(before: Pool, fresh: Pool, organisations: ReadonlySet<string>): Pool {
  if (before.rule !== fresh.rule) throw new RangeError(`pool of ${before.rule} cannot take rows of ${fresh.rule}`);
  const days = [...new Set([...before.days, ...fresh.days])].sort();
  const dayAt = (pool: Pool) => pool.days.map((day) => days.indexOf(day));
  const side = (name: 'sources' | 'hosts') =>
    merged(
      { columns: before[name], days: dayAt(before), keeps: (id) => !organisations.has(id) },
      { columns: fresh[name], days: dayAt(fresh), keeps: (id) => organisations.has(id) },
    );
  return { rule: before.rule, asOf: before.asOf, days, sources: side('sources'), hosts: side('hosts') };
}

interface Part {
  readonly columns: PoolColumns;
  /** Where each of its days stands in the new pool. */
  readonly days: readonly number[];
  readonly keeps: (organisation: string) => boolean;
}

function merged(...parts: readonly Part[]): PoolColumns {
  const rows = parts
    .flatMap((part) => part.columns.organisation.map((organisation, at) => ({ part, at, organisation })))
    .filter(({ part, organisation }) => part.keeps(organisation))
    .sort((a, b) => (a.organisation < b.organisation ? -1 : 1));
  const column = <T>(of: (columns: PoolColumns) => readonly T[], none: T): T[] =>
    rows.map(({ part, at }) => of(part.columns)[at] ?? none);
  const fields = Object.keys(parts[0]?.columns.facts ?? {});
  const each = <T>(cells: (field: string) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(fields.map((field) => [field, cells(field)]));
  return {
    organisation: rows.map(({ organisation }) => organisation),
    name: column(({ name }) => name, ''),
    prefecture: column(({ prefecture }) => prefecture, ''),
    area: column<string | null>(({ area }) => area, null),
    class: column<number | null>((columns) => columns.class, null),
    own: column<0 | 1>(({ own }) => own, 0),
    facts: each((field) => column(({ facts }) => facts[field] ?? [], null)),
    on: each((field) => rows.map(({ part, at }) => part.days[part.columns.on[field]?.[at] ?? -1] ?? -1)),
  };
}
