import { MISSING } from './points-table.ts';

/** Points that both sides decide. */
export interface Pairwise<Source, Host> {
  readonly of: 'pair';
  readonly open: (
    sources: readonly Source[],
    hosts: readonly Host[],
  ) => Readonly<Record<'source' | 'destination', ColumnFiller>>;
}

/** Writes the points of one hospital and each of some partners into every `width`-th cell from `column` on. */
export type ColumnFiller = (
  own: number,
  partners: Uint16Array,
  into: Uint8Array,
  column: number,
  width: number,
) => void;

/**
 * Points (0–100, null where they cannot be given) of what each side's facts come down to: plain data that alone decides them,
 * null where an answer is missing. They are reckoned once for each two that differ, however many hospitals share them.
 */
export const pairwise = <Source, Host, A, B>(
  ofSource: (source: Source) => A | null,
  ofHost: (host: Host) => B | null,
  points: (ofSource: A, ofHost: B) => number | null,
): Pairwise<Source, Host> => ({
  of: 'pair',
  open: (sources, hosts) => {
    const [a, b] = [distinct(sources.map(ofSource)), distinct(hosts.map(ofHost))];
    return {
      source: columnFiller(a, b, points),
      destination: columnFiller(b, a, (host, source) => points(source, host)),
    };
  },
});

/** Values without repeats, and the place among them of each hospital's own. */
interface Distinct<T> {
  readonly values: readonly T[];
  readonly placeOf: Uint16Array;
}

function distinct<T>(all: readonly T[]): Distinct<T> {
  const places = new Map<unknown, number>();
  const values: T[] = [];
  const placeOf = Uint16Array.from(all, (value) => {
    const key = typeof value === 'object' ? JSON.stringify(value) : value;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, values.length);
    return values.push(value) - 1;
  });
  return { values, placeOf };
}

function columnFiller<A, B>(
  own: Distinct<A | null>,
  others: Distinct<B | null>,
  points: (own: A, other: B) => number | null,
): ColumnFiller {
  const reckoned: Uint8Array[] = [];
  const reckon = (mine: A | null): Uint8Array => {
    const row = new Uint8Array(others.values.length).fill(MISSING);
    if (mine === null) return row;
    for (let at = 0; at < row.length; at++) {
      const other = others.values[at] ?? null;
      if (other !== null) row[at] = points(mine, other) ?? MISSING;
    }
    return row;
  };
  return (ownRow, partners, into, column, width) => {
    const place = own.placeOf[ownRow] ?? 0;
    reckoned[place] ??= reckon(own.values[place] ?? null);
    const row = reckoned[place];
    for (let at = 0, cell = column; at < partners.length; at++, cell += width)
      into[cell] = row[others.placeOf[partners[at] ?? 0] ?? 0] ?? MISSING;
  };
}
