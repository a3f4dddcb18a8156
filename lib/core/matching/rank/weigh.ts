import { MISSING } from './points-table.ts';

/** A row's known weights and weighted points in one number: weights × 2^16 + points, at most 320 and 32,000. */
export type Weighed = number;

export const knownWeight = (weighed: Weighed): number => weighed >> 16;
export const weightedPoints = (weighed: Weighed): number => weighed & 0xffff;

/** What points add, times their weight; missing ones add nothing. */
const ADDS = Int32Array.from({ length: MISSING + 1 }, (_, points) => (points === MISSING ? 0 : (1 << 16) | points));

/** Adds up every row in both directions at once; weights are by column, 0 in those of the other direction. */
export function weigh(points: Uint8Array, rows: number, a: Uint8Array, b: Uint8Array): [Int32Array, Int32Array] {
  const sums: [Int32Array, Int32Array] = [new Int32Array(rows), new Int32Array(rows)];
  const width = a.length;
  for (let row = 0, cell = 0; row < rows; row++) {
    let sumA = 0;
    let sumB = 0;
    for (let column = 0; column < width; column++) {
      const adds = ADDS[points[cell++] ?? MISSING] ?? 0;
      sumA = (sumA + Math.imul(a[column] ?? 0, adds)) | 0;
      sumB = (sumB + Math.imul(b[column] ?? 0, adds)) | 0;
    }
    sums[0][row] = sumA;
    sums[1][row] = sumB;
  }
  return sums;
}
