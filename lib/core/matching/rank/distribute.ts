import { MISSING } from './points-table.ts';

/** One direction's criteria that count: their columns in the table and their weights, in the rule's order. */
export interface Columns {
  readonly columns: Uint8Array;
  readonly weights: Uint8Array;
}

/** Most criteria in one direction. */
const MOST = 32;
const left = new Int32Array(MOST);

/**
 * Scores one direction of one pair: the weighted mean of the known points, out of `outOf`, rounded half up. The score is
 * split over its criteria: shares are rounded down and the points left over go to the largest remainders, the earlier
 * criterion first among equals; so they are whole and sum exactly to the score.
 */
export function distribute(
  points: Uint8Array,
  base: number,
  { columns, weights }: Columns,
  knownWeight: number,
  outOf: number,
  contributions: Uint16Array,
): number {
  const whole = 100 * knownWeight;
  const count = columns.length;
  let given = 0;
  let over = 0;
  let open = 0;
  for (let at = 0; at < count; at++) {
    const cell = base + (columns[at] ?? 0);
    const each = points[cell] ?? MISSING;
    if (each === MISSING) continue;
    const part = outOf * (weights[at] ?? 0) * each;
    const share = (part / whole) | 0;
    contributions[cell] = share;
    given += share;
    const remainder = part - share * whole;
    over += remainder;
    // One number orders remainders, the earlier criterion first: remainder × 32 + (31 − position).
    if (remainder > 0) left[open++] = remainder * MOST + (MOST - 1 - at);
  }
  // The remainders make `over`; rounded half up, so many whole points are left to give.
  const spare = ((2 * over + whole) / (2 * whole)) | 0;
  for (let more = spare; more > 0; more--) {
    let best = 0;
    let most = left[0] ?? 0;
    for (let at = 1; at < open; at++) {
      const here = left[at] ?? 0;
      if (here > most) {
        most = here;
        best = at;
      }
    }
    const cell = base + (columns[MOST - 1 - (most & (MOST - 1))] ?? 0);
    contributions[cell] = (contributions[cell] ?? 0) + 1;
    left[best] = left[--open] ?? 0;
  }
  return given + spare;
}
