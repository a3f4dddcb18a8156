import type { Party } from './field.ts';

/** What a release stores once, and every list is computed from: both sides' profiles, column by column. Plain JSON. */
export interface Pool {
  /** Version of the matching rule that packed it. */
  readonly rule: string;
  /** JST day of the release. */
  readonly asOf: string;
  /** Days on which anything was answered; columns point into it. */
  readonly days: readonly string[];
  readonly sources: PoolColumns;
  readonly hosts: PoolColumns;
}

/** One value a hospital in every column; hospitals stand in the order of their ids. */
export interface PoolColumns {
  readonly organisation: readonly string[];
  readonly name: readonly string[];
  readonly prefecture: readonly string[];
  readonly area: readonly (string | null)[];
  readonly class: readonly (number | null)[];
  readonly own: readonly (0 | 1)[];
  readonly facts: Readonly<Record<string, readonly Cell[]>>;
  /** Index of the answer's day for each fact; -1 where unanswered. */
  readonly on: Readonly<Record<string, readonly number[]>>;
}

export type Cell = number | readonly number[] | null;

/** A hospital read from its answers, before packing. */
export interface Read {
  readonly party: Omit<Party, 'age'>;
  readonly facts: Readonly<Record<string, Cell>>;
  /** JST day of each fact that was answered. */
  readonly on: Readonly<Record<string, string>>;
}

/** Packs both sides; the order in which hospitals are given leaves no trace. */
export function packPool(
  rule: string,
  asOf: string,
  fields: Sides<readonly string[]>,
  read: Sides<readonly Read[]>,
): Pool {
  const days = [...new Set([...read.sources, ...read.hosts].flatMap(({ on }) => Object.values(on)))].sort();
  const columns = (side: keyof Sides<unknown>) => packColumns(fields[side], read[side], days);
  return { rule, asOf, days, sources: columns('sources'), hosts: columns('hosts') };
}

interface Sides<T> {
  readonly sources: T;
  readonly hosts: T;
}

function packColumns(fields: readonly string[], read: readonly Read[], days: readonly string[]): PoolColumns {
  const rows = read.toSorted((a, b) => (a.party.organisation < b.party.organisation ? -1 : 1));
  const index = new Map(days.map((day, at) => [day, at]));
  const column = <T>(value: (row: Read) => T): readonly T[] => rows.map(value);
  const each = <T>(value: (row: Read, field: string) => T): Readonly<Record<string, readonly T[]>> =>
    Object.fromEntries(fields.map((field) => [field, column((row) => value(row, field))]));
  return {
    organisation: column(({ party }) => party.organisation),
    name: column(({ party }) => party.name),
    prefecture: column(({ party }) => party.prefecture),
    area: column(({ party }) => party.area),
    class: column(({ party }) => party.class),
    own: column(({ party }) => (party.ownPrefectureOnly ? 1 : 0)),
    facts: each(({ facts }, field) => facts[field] ?? null),
    on: each(({ on }, field) => index.get(on[field] ?? '') ?? -1),
  };
}
