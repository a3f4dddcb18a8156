import type { Criterion, Digest } from './criterion.ts';
import type { Fields, Party, Profile } from './field.ts';
import { drawLot, hashText, MISSING, type PointsTable } from './points-table.ts';

/** What gives points to pairs. */
export interface Judge<S extends Fields, H extends Fields> {
  readonly version: string;
  readonly criteria: readonly Criterion<S, H>[];
  readonly closed: (host: Profile<H>) => string | null;
}

const NONE: Digest = [];

/** Whether two hospitals may stand in each other's lists. */
export const mayPartner = (source: Party, host: Party): boolean =>
  source.organisation !== host.organisation && (!host.ownPrefectureOnly || host.prefecture === source.prefecture);

/** Fills the tables of one opened pool; what depends on one side alone is reckoned once. Rows are indices of that side's profiles. */
export interface TableFiller {
  hosts(source: number, rows: Uint16Array): PointsTable;
  sources(host: number, rows: Uint16Array): PointsTable;
}

export function tableFiller<S extends Fields, H extends Fields>(
  judge: Judge<S, H>,
  sources: readonly Profile<S>[],
  hosts: readonly Profile<H>[],
): TableFiller {
  const { criteria } = judge;
  const width = criteria.length;
  const [anySource, anyHost] = [sources[0], hosts[0]];
  const ofSource = alone(
    criteria,
    'source',
    sources,
    (criterion, source) => anyHost && criterion.points(source, anyHost, NONE, NONE),
  );
  const ofHost = alone(
    criteria,
    'host',
    hosts,
    (criterion, host) => anySource && criterion.points(anySource, host, NONE, NONE),
  );
  const closed = Uint8Array.from(hosts, (host) => (judge.closed(host) === null ? 0 : 1));
  const sourceHashes = Int32Array.from(sources, ({ organisation }) => hashText(organisation));
  const hostHashes = Int32Array.from(hosts, ({ organisation }) => hashText(organisation));
  const seed = hashText(judge.version);
  const pairs = criteria.flatMap(({ of, points, digest }, column) => {
    if (of !== 'pair') return [];
    const ofSources = sources.map((source) => digest?.source?.(source) ?? NONE);
    return [{ column, points, ofSources, ofHosts: hosts.map((host) => digest?.host?.(host) ?? NONE) }];
  });

  const widen = (
    points: Uint8Array,
    others: Uint8Array,
    own: Uint8Array,
    ownRow: number,
    rows: Uint16Array,
    ownSide: 'source' | 'host',
  ) => {
    for (let row = 0; row < rows.length; ) {
      const first = row;
      const start = rows[first] ?? 0;
      while (row < rows.length && rows[row] === start + row - first) row++;
      points.set(others.subarray(start * width, (start + row - first) * width), first * width);
    }
    for (const [column, { of }] of criteria.entries()) {
      if (of !== ownSide) continue;
      const each = own[ownRow * width + column] ?? MISSING;
      for (let at = column; at < points.length; at += width) points[at] = each;
    }
  };
  return {
    hosts(sourceRow, rows) {
      const table = blank('source', width, rows, seed ^ (sourceHashes[sourceRow] ?? 0), hostHashes);
      widen(table.points, ofHost, ofSource, sourceRow, rows, 'source');
      for (let row = 0; row < rows.length; row++) table.closed[row] = closed[rows[row] ?? 0] ?? 0;
      const source = sources[sourceRow];
      if (!source) return table;
      for (const { column, points, ofSources, ofHosts } of pairs) {
        const digest = ofSources[sourceRow] ?? NONE;
        for (let row = 0, at = column; row < rows.length; row++, at += width) {
          const hostRow = rows[row] ?? 0;
          const host = hosts[hostRow];
          if (host) table.points[at] = points(source, host, digest, ofHosts[hostRow] ?? NONE) ?? MISSING;
        }
      }
      return table;
    },
    sources(hostRow, rows) {
      const table = blank('destination', width, rows, seed ^ (hostHashes[hostRow] ?? 0), sourceHashes);
      widen(table.points, ofSource, ofHost, hostRow, rows, 'host');
      const host = hosts[hostRow];
      if (!host) return table;
      for (const { column, points, ofSources, ofHosts } of pairs) {
        const digest = ofHosts[hostRow] ?? NONE;
        for (let row = 0, at = column; row < rows.length; row++, at += width) {
          const sourceRow = rows[row] ?? 0;
          const source = sources[sourceRow];
          if (source) table.points[at] = points(source, host, ofSources[sourceRow] ?? NONE, digest) ?? MISSING;
        }
      }
      return table;
    },
  };
}

/** Points of the criteria that depend on one side alone, a row for each of its profiles. */
function alone<S extends Fields, H extends Fields, P>(
  criteria: readonly Criterion<S, H>[],
  side: 'source' | 'host',
  profiles: readonly P[],
  points: (criterion: Criterion<S, H>, profile: P) => number | null | undefined,
): Uint8Array {
  const table = new Uint8Array(profiles.length * criteria.length).fill(MISSING);
  for (const [row, profile] of profiles.entries()) {
    for (const [column, criterion] of criteria.entries()) {
      if (criterion.of === side) table[row * criteria.length + column] = points(criterion, profile) ?? MISSING;
    }
  }
  return table;
}

function blank(side: PointsTable['side'], width: number, rows: Uint16Array, seed: number, hashes: Int32Array) {
  const lots = new Uint32Array(rows.length);
  for (let row = 0; row < rows.length; row++) lots[row] = drawLot(seed, hashes[rows[row] ?? 0] ?? 0);
  return {
    side,
    partners: rows.length,
    points: new Uint8Array(rows.length * width),
    closed: new Uint8Array(rows.length),
    lots,
  };
}
