import type { ColumnFiller, Pairwise } from '#lib/core/matching/rank/pairwise.ts';
import { MISSING } from '#lib/core/matching/rank/points-table.ts';
import { doctorsIn, LEAST_DAYS } from './scales.ts';

/** Spans of days in threes (first day, last day, doctors) of each side's hospitals, null where unanswered, and whose doctors are to be placed. */
interface Placed<Source, Host> {
  readonly of: 'source' | 'host';
  readonly sources: (source: Source) => readonly number[] | null;
  readonly hosts: (host: Host) => readonly number[] | null;
}

/**
 * Points: of the doctors in one side's spans, the share that the other side's can match (`placeable`); null where there are
 * none. Such spans seldom repeat between hospitals, so a hospital's whole column is reckoned at once over all spans of its
 * partners, laid end to end.
 */
export const placedShare = <Source, Host>({ of, sources, hosts }: Placed<Source, Host>): Pairwise<Source, Host> => ({
  of: 'pair',
  open: (allSources, allHosts) => {
    const [ofSources, ofHosts] = [layOut(allSources.map(sources)), layOut(allHosts.map(hosts))];
    return of === 'source'
      ? {
          source: columnFiller(ownPlaced, ofSources, ofHosts),
          destination: columnFiller(theirsPlaced, ofHosts, ofSources),
        }
      : {
          source: columnFiller(theirsPlaced, ofSources, ofHosts),
          destination: columnFiller(ownPlaced, ofHosts, ofSources),
        };
  },
});

/** The spans of one side, laid end to end. */
interface Spans {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** None in a span that is itself too short for a stay. */
  readonly doctors: Int32Array;
  /** Whose span it is, by row. */
  readonly owner: Uint16Array;
  /** Where each row's spans begin, and after the last row where they end. */
  readonly first: Uint32Array;
  /** Doctors of each row together, in short spans too; -1 where unanswered. */
  readonly together: Int32Array;
}

function layOut(rows: readonly (readonly number[] | null)[]): Spans {
  const first = new Uint32Array(rows.length + 1);
  for (const [row, spans] of rows.entries()) first[row + 1] = (first[row] ?? 0) + (spans?.length ?? 0) / 3;
  const all = rows.flatMap((spans) => spans ?? []);
  const column = (cell: number) => Int32Array.from({ length: all.length / 3 }, (_, span) => all[3 * span + cell] ?? 0);
  const [from, to, doctors] = [column(0), column(1), column(2)];
  return {
    from,
    to,
    doctors: doctors.map((some, span) => ((to[span] ?? 0) - (from[span] ?? 0) < LEAST ? 0 : some)),
    owner: Uint16Array.from(rows.flatMap((spans, row) => new Array<number>((spans?.length ?? 0) / 3).fill(row))),
    first,
    together: Int32Array.from(rows, (spans) => (spans === null ? -1 : doctorsIn(spans))),
  };
}

/** Between the first and the last day of the shortest stay. */
const LEAST = LEAST_DAYS - 1;

/** Adds to each partner's cell how many doctors are placed between one hospital and that partner. */
type Placing = (mine: Spans, own: number, theirs: Spans, placed: Int32Array) => void;

// What follows runs some hundred thousand times a round over spans that differ, so it has no branches to guess: a number
// below 0, shifted right by 31, keeps all bits of what it is combined with, any other none.

/** The greater of two whole numbers. */
const greater = (a: number, b: number): number => a - ((a - b) & ((a - b) >> 31));

/** The lesser of two whole numbers. */
const lesser = (a: number, b: number): number => b + ((a - b) & ((a - b) >> 31));

/** The doctors where two spans, each long enough, share the days of a stay, else 0. */
const staying = (doctors: number, daysBefore: number, daysAfter: number): number =>
  doctors & ~((daysBefore | daysAfter) >> 31);

const ownPlaced: Placing = (mine, own, theirs, placed) => {
  const { from, to, doctors, owner } = theirs;
  const most = new Int32Array(placed.length);
  for (let span = mine.first[own] ?? 0; span < (mine.first[own + 1] ?? 0); span++) {
    const endsBy = (mine.from[span] ?? 0) + LEAST;
    const beginsBy = (mine.to[span] ?? 0) - LEAST;
    const wanted = mine.doctors[span] ?? 0;
    most.fill(0);
    for (let other = 0; other < owner.length; other++) {
      const at = owner[other] ?? 0;
      const room = staying(doctors[other] ?? 0, (to[other] ?? 0) - endsBy, beginsBy - (from[other] ?? 0));
      most[at] = greater(most[at] ?? 0, room);
    }
    for (let at = 0; at < placed.length; at++) placed[at] = (placed[at] ?? 0) + lesser(wanted, most[at] ?? 0);
  }
};

const theirsPlaced: Placing = (mine, own, theirs, placed) => {
  const { from, to, doctors, owner } = theirs;
  const most = new Int32Array(owner.length);
  for (let span = mine.first[own] ?? 0; span < (mine.first[own + 1] ?? 0); span++) {
    const endsBy = (mine.from[span] ?? 0) + LEAST;
    const beginsBy = (mine.to[span] ?? 0) - LEAST;
    const room = mine.doctors[span] ?? 0;
    for (let other = 0; other < owner.length; other++)
      most[other] = greater(most[other] ?? 0, staying(room, (to[other] ?? 0) - endsBy, beginsBy - (from[other] ?? 0)));
  }
  for (let other = 0; other < owner.length; other++) {
    const at = owner[other] ?? 0;
    placed[at] = (placed[at] ?? 0) + lesser(most[other] ?? 0, doctors[other] ?? 0);
  }
};

function columnFiller(place: Placing, mine: Spans, theirs: Spans): ColumnFiller {
  const placed = new Int32Array(theirs.together.length);
  return (own, partners, into, column, width) => {
    placed.fill(0);
    place(mine, own, theirs, placed);
    const ours = mine.together[own] ?? -1;
    for (let at = 0, cell = column; at < partners.length; at++, cell += width) {
      const partner = partners[at] ?? 0;
      const others = theirs.together[partner] ?? -1;
      const whole = place === ownPlaced ? ours : others;
      into[cell] = whole < 1 || ours < 0 || others < 0 ? MISSING : ((100 * (placed[partner] ?? 0)) / whole) | 0;
    }
  };
}
