import { MISSING } from './points-table.ts';

/** A row's known weights and weighted points in one number: weights × 2^16 + points, at most 320 and 32,000. */
export type Weighed = number;

export const knownWeight = (weighed: Weighed): number => weighed >> 16;
export const weightedPoints = (weighed: Weighed): number => weighed & 0xffff;

/** One direction's criteria that count: their columns in the table and their weights, in the rule's order. */
export interface Columns {
  readonly columns: Uint8Array;
  readonly weights: Uint8Array;
}

/** Adds up every row of a table, column by column. */
export function weigh(points: Uint8Array, width: number, rows: number, { columns, weights }: Columns): Int32Array {
  const sums = new Int32Array(rows);
  for (let at = 0; at < columns.length; at++) {
    const adds = weighedPoints(weights[at] ?? 0);
    for (let row = 0, cell = columns[at] ?? 0; row < rows; row++, cell += width)
      sums[row] = (sums[row] ?? 0) + (adds[points[cell] ?? MISSING] ?? 0);
  }
  return sums;
}

const byWeight: Int32Array[] = [];

/** What points add under a weight; missing ones add nothing. */
const weighedPoints = (weight: number): Int32Array =>
  (byWeight[weight] ??= Int32Array.from({ length: MISSING + 1 }, (_, points) =>
    points === MISSING ? 0 : weight * ((1 << 16) | points),
  ));
