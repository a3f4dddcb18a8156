import type { IndexedRound } from '../round/indexed-round.ts';
import type { Placement } from '../round/quota-round.ts';
import type { Calendar } from './calendar.ts';

/** Minimise `cost·x` over whole x ≥ 0 with `rowLower ≤ A x ≤ rowUpper`, A by columns; plain data that a worker can be sent. */
export type IntegerProgram = {
  readonly cost: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
};

/** A program and what each of its columns stands for: a pair and the block in which the stay starts. */
export type StartProgram = {
  readonly program: IntegerProgram;
  readonly columnPair: readonly number[];
  readonly columnStart: readonly number[];
};

/** A placement with the block its stay starts in, counted from 0. */
export type StartedPlacement = Placement & { readonly start: number };

/**
 * A round with free start weeks as an integer program (mode D): one column per pair and start block. Without a calendar it is mode C
 * over again, which is how the two check each other.
 */
export function startProgram(round: IndexedRound, calendar: Calendar | null): StartProgram {
  const { problem, sources, hosts } = round;
  const sourceRow = 0;
  const floorRow = sourceRow + sources.length;
  const hostRow = floorRow + problem.floor.length;
  const groupRow = hostRow + hosts.length;
  const blockRow = groupRow + problem.groupCap.length;
  const blocks = calendar?.blocks ?? 0;
  const rows = blockRow + hosts.length * blocks;
  const rowLower = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  const rowUpper = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  rowUpper.set(problem.slots, sourceRow);
  rowLower.set(problem.floor, floorRow);
  rowUpper.set(problem.hostCap, hostRow);
  rowUpper.set(problem.groupCap, groupRow);
  hosts.forEach((id, h) => {
    rowUpper.set(calendar?.seats.get(id) ?? [], blockRow + h * blocks);
  });
  const cost: number[] = [];
  const starts = [0];
  const indices: number[] = [];
  const columnPair: number[] = [];
  const columnStart: number[] = [];
  problem.pairSource.forEach((s, i) => {
    const h = problem.pairHost[i] ?? 0;
    const group = problem.hostGroup[h] ?? -1;
    const stay = calendar?.length.get(sources[s] ?? '') ?? 0;
    const seats = calendar?.seats.get(hosts[h] ?? '') ?? [];
    const roomy = roomyStart(seats, stay, problem.hostCap[h] ?? 0);
    const [first, last] = roomy < 0 ? [0, blocks - stay] : [roomy, roomy];
    for (let start = first; start <= last; start++) {
      indices.push(sourceRow + s, floorRow + (problem.sourcePrefecture[s] ?? 0), hostRow + h);
      if (group >= 0) indices.push(groupRow + group);
      for (let b = 0; b < stay; b++) indices.push(blockRow + h * blocks + start + b);
      starts.push(indices.length);
      cost.push(-(problem.score[i] ?? 0));
      columnPair.push(i);
      columnStart.push(start);
    }
  });
  const program = {
    cost: Float64Array.from(cost),
    rowLower,
    rowUpper,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: new Float64Array(indices.length).fill(1),
  };
  return { program, columnPair, columnStart };
}

/**
 * The first start whose every block has seats for all that the host takes in the year, or -1. Whoever comes at all may as well come then,
 * so that no other start of the pair need be tried.
 */
function roomyStart(seats: readonly number[], stay: number, cap: number): number {
  for (let start = 0; start + stay <= seats.length && stay > 0; start++)
    if (seats.slice(start, start + stay).every((n) => n >= cap)) return start;
  return -1;
}

/** Reads the answer of such a program back as placements, ordered by source, host and start. */
export function startedPlacements(
  round: IndexedRound,
  { columnPair, columnStart }: StartProgram,
  x: Float64Array,
): StartedPlacement[] {
  const found: StartedPlacement[] = [];
  x.forEach((value, c) => {
    const n = Math.round(value);
    const i = columnPair[c] ?? 0;
    const source = round.sources[round.problem.pairSource[i] ?? 0] ?? '';
    const host = round.hosts[round.problem.pairHost[i] ?? 0] ?? '';
    if (n > 0) found.push({ source, host, n, start: columnStart[c] ?? 0 });
  });
  return found;
}

/** Started placements without their starts: one for each pair, in the order in which pairs first come. */
export function perPair(started: readonly StartedPlacement[]): Placement[] {
  const sums = new Map<string, Placement>();
  for (const { source, host, n } of started) {
    const key = JSON.stringify([source, host]);
    sums.set(key, { source, host, n: n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.values()];
}
