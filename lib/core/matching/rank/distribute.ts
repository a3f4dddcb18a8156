import { MISSING } from './points-table.ts';
import type { Columns } from './weigh.ts';

/** Most criteria in one direction. */
const MOST = 32;
const keys = new Int32Array(MOST);

/** The score of one direction: the weighted mean of the known points, out of `outOf`, rounded half up. */
export const scoreOf = (weightedPoints: number, knownWeight: number, outOf: number): number =>
  ((2 * outOf * weightedPoints + 100 * knownWeight) / (200 * knownWeight)) | 0;

/**
 * Splits a score over its criteria, `into` from `base`: shares are rounded down and the points left over go to the largest
 * remainders, the earlier criterion first among equals; so they are whole and sum exactly to the score.
 */
export function distribute(
  score: number,
  points: Uint8Array,
  row: number,
  { columns, weights }: Columns,
  knownWeight: number,
  outOf: number,
  into: Uint16Array,
  base: number,
): void {
  const whole = 100 * knownWeight;
  const inverse = 1 / whole;
  const count = columns.length;
  let spare = score;
  for (let at = 0; at < count; at++) {
    const column = columns[at] ?? 0;
    const each = points[row + column] ?? 0;
    const part = outOf * (weights[at] ?? 0) * (each === MISSING ? 0 : each);
    // Exact: half a unit keeps the product off every integer by more than its rounding.
    const share = ((part + 0.5) * inverse) | 0;
    into[base + column] = share;
    spare -= share;
    // One number orders remainders, the earlier criterion first: remainder × 32 + (31 − position).
    keys[at] = (part - share * whole) * MOST + (MOST - 1 - at);
  }
  if (spare === 0) return;
  const least = reachedBy(spare, count, whole * MOST);
  for (let at = 0; at < count; at++) {
    const cell = base + (columns[at] ?? 0);
    into[cell] = (into[cell] ?? 0) + ((least - 1 - (keys[at] ?? 0)) >>> 31);
  }
}

/** A number that exactly so many of the keys reach, found by halving what lies below `limit`; no two keys are equal. */
function reachedBy(wanted: number, count: number, limit: number): number {
  let low = 0;
  let high = limit;
  let middle = ((limit * (count - wanted)) / count) | 0;
  for (;;) {
    let reached = 0;
    for (let at = 0; at < count; at++) reached += (middle - 1 - (keys[at] ?? 0)) >>> 31;
    if (reached === wanted) return middle;
    if (reached > wanted) low = middle;
    else high = middle;
    middle = (low + high) >> 1;
  }
}
