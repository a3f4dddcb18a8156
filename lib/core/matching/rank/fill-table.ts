import type { Criterion } from './criterion.ts';
import type { Fields, Party, Profile } from './field.ts';
import { drawLot, hashText, MISSING, type PointsTable } from './points-table.ts';

/** What gives points to pairs. */
export interface Judge<S extends Fields, H extends Fields> {
  readonly version: string;
  readonly criteria: readonly Criterion<S, H>[];
  readonly closed: (host: Profile<H>) => string | null;
}

/** Whether two hospitals may stand in each other's lists. */
export const mayPartner = (source: Party, host: Party): boolean =>
  source.organisation !== host.organisation && (!host.ownPrefectureOnly || host.prefecture === source.prefecture);

/** Fills the table of one hospital of an opened pool and some partners; rows are indices of each side's profiles. */
export type TableFiller = (side: PointsTable['side'], own: number, partners: Uint16Array) => PointsTable;

/** What depends on one side alone is reckoned here, once. */
export function tableFiller<S extends Fields, H extends Fields>(
  judge: Judge<S, H>,
  sources: readonly Profile<S>[],
  hosts: readonly Profile<H>[],
): TableFiller {
  const { criteria } = judge;
  const width = criteria.length;
  const seed = hashText(judge.version);
  const pairs = criteria.flatMap((criterion, column) =>
    criterion.of === 'pair' ? [{ column, fill: criterion.open(sources, hosts) }] : [],
  );
  const ofSources: Side = {
    points: alone(criteria, sources, (criterion) => (criterion.of === 'source' ? criterion.points : undefined)),
    columns: criteria.flatMap(({ of }, column) => (of === 'source' ? [column] : [])),
    closed: new Uint8Array(sources.length),
    hashes: Int32Array.from(sources, ({ organisation }) => hashText(organisation)),
  };
  const ofHosts: Side = {
    points: alone(criteria, hosts, (criterion) => (criterion.of === 'host' ? criterion.points : undefined)),
    columns: criteria.flatMap(({ of }, column) => (of === 'host' ? [column] : [])),
    closed: Uint8Array.from(hosts, (host) => (judge.closed(host) === null ? 0 : 1)),
    hashes: Int32Array.from(hosts, ({ organisation }) => hashText(organisation)),
  };

  return (side, own, partners) => {
    const [mine, theirs] = side === 'source' ? [ofSources, ofHosts] : [ofHosts, ofSources];
    const count = partners.length;
    const points = new Uint8Array(count * width);
    const closed = new Uint8Array(count);
    const lots = new Uint32Array(count);
    const drawn = seed ^ (mine.hashes[own] ?? 0);
    for (let row = 0; row < count; row++) {
      const partner = partners[row] ?? 0;
      closed[row] = theirs.closed[partner] ?? 0;
      lots[row] = drawLot(drawn, theirs.hashes[partner] ?? 0);
    }
    for (let row = 0; row < count; ) {
      const first = row;
      const start = partners[first] ?? 0;
      while (row < count && partners[row] === start + row - first) row++;
      points.set(theirs.points.subarray(start * width, (start + row - first) * width), first * width);
    }
    for (const column of mine.columns) {
      const each = mine.points[own * width + column] ?? MISSING;
      for (let cell = column; cell < points.length; cell += width) points[cell] = each;
    }
    for (const { column, fill } of pairs) fill[side](own, partners, points, column, width);
    return { side, partners: count, points, closed, lots };
  };
}

/** What is known of one side's profiles without the other; a row of points each, of which only these columns hold any. */
interface Side {
  readonly points: Uint8Array;
  readonly columns: readonly number[];
  readonly closed: Uint8Array;
  readonly hashes: Int32Array;
}

function alone<C, P>(
  criteria: readonly C[],
  profiles: readonly P[],
  judging: (criterion: C) => ((profile: P) => number | null) | undefined,
): Uint8Array {
  const width = criteria.length;
  const table = new Uint8Array(profiles.length * width).fill(MISSING);
  for (const [column, criterion] of criteria.entries()) {
    const points = judging(criterion);
    if (points)
      for (const [row, profile] of profiles.entries()) table[row * width + column] = points(profile) ?? MISSING;
  }
  return table;
}
