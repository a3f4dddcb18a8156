import type { Criterion } from './criterion.ts';
import type { Fields, Party, Profile } from './field.ts';
import { drawLot, lotSeed, MISSING, type PointsTable } from './points-table.ts';

/** What gives points to pairs. */
export interface Judge<S extends Fields, H extends Fields> {
  readonly version: string;
  readonly criteria: readonly Criterion<S, H>[];
  readonly closed: (host: Profile<H>) => string | null;
}

/** Whether two hospitals may stand in each other's lists. */
export const mayPartner = (source: Party, host: Party): boolean =>
  source.organisation !== host.organisation && (!host.ownPrefectureOnly || host.prefecture === source.prefecture);

/** Points of these hosts for one source. */
export function hostsTable<S extends Fields, H extends Fields>(
  rule: Judge<S, H>,
  source: Profile<S>,
  hosts: readonly Profile<H>[],
): PointsTable {
  const table = blank('source', rule.criteria.length, hosts, lotSeed(rule.version, source.organisation));
  for (const [column, { points }] of rule.criteria.entries()) {
    for (let row = 0, at = column; row < hosts.length; row++, at += rule.criteria.length) {
      const host = hosts[row];
      if (host) table.points[at] = points(source, host) ?? MISSING;
    }
  }
  for (const [row, host] of hosts.entries()) table.closed[row] = rule.closed(host) === null ? 0 : 1;
  return table;
}

/** Points of these sources for one host. */
export function sourcesTable<S extends Fields, H extends Fields>(
  rule: Judge<S, H>,
  host: Profile<H>,
  sources: readonly Profile<S>[],
): PointsTable {
  const table = blank('destination', rule.criteria.length, sources, lotSeed(rule.version, host.organisation));
  for (const [column, { points }] of rule.criteria.entries()) {
    for (let row = 0, at = column; row < sources.length; row++, at += rule.criteria.length) {
      const source = sources[row];
      if (source) table.points[at] = points(source, host) ?? MISSING;
    }
  }
  return table;
}

const blank = (side: PointsTable['side'], width: number, partners: readonly Party[], seed: number) => ({
  side,
  partners: partners.length,
  points: new Uint8Array(partners.length * width),
  closed: new Uint8Array(partners.length),
  lots: Uint32Array.from(partners, ({ organisation }) => drawLot(seed, organisation)),
});
