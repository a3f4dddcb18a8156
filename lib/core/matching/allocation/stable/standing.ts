import { fresh, type Memory } from './memory.ts';
import type { TwoSidedLists } from './two-sided-lists.ts';

/** Where proposers stand in the receivers' lists: indices into `pref`, ascending, those of proposer `p` from `start[p]` to `start[p + 1]`. */
export type Standing = { readonly start: Int32Array; readonly at: Int32Array };

/** Gathers by proposer where each stands: one count and one scatter, O(E). */
export function standings(
  { proposers, pref }: Pick<TwoSidedLists, 'proposers' | 'pref'>,
  memory: Memory = fresh,
): Standing {
  const start = memory.int32(proposers + 2);
  for (let a = 0; a < pref.length; a++) {
    const after = (pref[a] ?? 0) + 2;
    start[after] = (start[after] ?? 0) + 1;
  }
  for (let p = 2; p < start.length; p++) start[p] = (start[p] ?? 0) + (start[p - 1] ?? 0);
  const at = memory.int32(pref.length);
  for (let a = 0; a < pref.length; a++) {
    const after = (pref[a] ?? 0) + 1;
    const k = start[after] ?? 0;
    start[after] = k + 1;
    at[k] = a;
  }
  return { start, at };
}

/**
 * Where a proposer stands in a receiver's list (an index into `pref`), or -1 where the receiver does not list it. Halves the
 * proposer's few places without a branch, for none could be foretold: the last of those before the end of the receiver's list.
 */
export function placeOf({ start, at }: Standing, prefStart: Int32Array, p: number, r: number): number {
  const end = prefStart[r + 1] ?? 0;
  let k = start[p] ?? 0;
  let n = (start[p + 1] ?? 0) - k;
  if (n === 0) return -1;
  while (n > 1) {
    const half = n >> 1;
    k += half & (((at[k + half] ?? 0) - end) >> 31);
    n -= half;
  }
  const a = at[k] ?? 0;
  return a < end && a >= (prefStart[r] ?? 0) ? a : -1;
}
