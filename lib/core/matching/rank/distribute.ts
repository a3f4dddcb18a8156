import { MISSING } from './points-table.ts';

const remainders = new Int32Array(256);

/**
 * Scores one direction of one pair and splits the score over its criteria: the weighted mean of the known points, out of
 * `outOf`, rounded half up; the contributions are rounded down and the points left over go to the largest remainders (the
 * earlier criterion first), so that they sum exactly to the score.
 */
export function distribute(
  points: Uint8Array,
  base: number,
  columns: Uint8Array,
  weights: Int32Array,
  outOf: number,
  knownWeight: number,
  contributions: Uint16Array,
): number {
  const whole = 100 * knownWeight;
  let sum = 0;
  let given = 0;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] ?? 0;
    const each = points[base + column] ?? MISSING;
    remainders[at] = -1;
    if (each === MISSING) continue;
    const part = outOf * (weights[column] ?? 0) * each;
    const share = (part / whole) | 0;
    contributions[base + column] = share;
    remainders[at] = part - share * whole;
    given += share;
    sum += part;
  }
  const score = ((2 * sum + whole) / (2 * whole)) | 0;
  for (let left = score - given; left > 0; left--) {
    let best = 0;
    for (let at = 1; at < columns.length; at++) {
      if ((remainders[at] ?? -1) > (remainders[best] ?? -1)) best = at;
    }
    remainders[best] = -1;
    const column = base + (columns[best] ?? 0);
    contributions[column] = (contributions[column] ?? 0) + 1;
  }
  return score;
}
