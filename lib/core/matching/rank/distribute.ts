import { MISSING } from './points-table.ts';

/** One direction's criteria that count: their columns in the table and their weights, in the rule's order. */
export interface Columns {
  readonly columns: Uint8Array;
  readonly weights: Uint8Array;
}

/** Most criteria in one direction. */
const MOST = 32;
const left = new Int32Array(MOST);

/** Weighted mean of the known points, out of `outOf`, rounded half up; `sum` is the sum of weight × points, `weight` of the weights. */
export const meanScore = (sum: number, weight: number, outOf: number): number =>
  ((2 * outOf * sum + 100 * weight) / (200 * weight)) | 0;

/**
 * Splits the score of one direction of one pair over its known criteria. Shares are rounded down and the points left over
 * go to the largest remainders, the earlier criterion first among equals; so they are whole and sum exactly to the score.
 */
export function distribute(
  points: Uint8Array,
  base: number,
  { columns, weights }: Columns,
  knownWeight: number,
  outOf: number,
  score: number,
  contributions: Uint16Array,
): void {
  const whole = 100 * knownWeight;
  const count = columns.length;
  let spare = score;
  let open = 0;
  for (let at = 0; at < count; at++) {
    const cell = base + (columns[at] ?? 0);
    const each = points[cell] ?? MISSING;
    if (each === MISSING) continue;
    const part = outOf * (weights[at] ?? 0) * each;
    const share = (part / whole) | 0;
    contributions[cell] = share;
    spare -= share;
    const remainder = part - share * whole;
    // One number orders remainders, the earlier criterion first: remainder × 32 + (31 − position).
    if (remainder > 0) left[open++] = remainder * MOST + (MOST - 1 - at);
  }
  for (; spare > 0; spare--) {
    let best = 0;
    for (let at = 1; at < open; at++) if ((left[at] ?? 0) > (left[best] ?? 0)) best = at;
    const cell = base + (columns[MOST - 1 - ((left[best] ?? 0) & (MOST - 1))] ?? 0);
    contributions[cell] = (contributions[cell] ?? 0) + 1;
    open--;
    left[best] = left[open] ?? 0;
  }
}
