import type { TwoSidedLists } from './two-sided-lists.ts';

/**
 * For each entry of the proposers' lists, where the proposer stands in that receiver's list (an index into `pref`), or -1 when
 * the receiver does not list it. O(E): one scatter by proposer, then each proposer's few receivers meet in a cached row,
 * where what earlier proposers left is known by its smaller index.
 */
export function placeOnLists(market: TwoSidedLists): Int32Array {
  const { proposers, receivers, listStart, list, prefStart, pref } = market;
  const end = new Int32Array(proposers + 1);
  for (let a = 0; a < pref.length; a++) {
    const p = pref[a] ?? 0;
    end[p] = (end[p] ?? 0) + 1;
  }
  let sum = 0;
  for (let p = 0; p <= proposers; p++) {
    const n = end[p] ?? 0;
    end[p] = sum;
    sum += n;
  }
  const standing = new Int32Array(2 * pref.length);
  for (let r = 0; r < receivers; r++) {
    const last = prefStart[r + 1] ?? 0;
    for (let a = prefStart[r] ?? 0; a < last; a++) {
      const p = pref[a] ?? 0;
      const k = end[p] ?? 0;
      end[p] = k + 1;
      standing[2 * k] = r;
      standing[2 * k + 1] = a;
    }
  }
  const row = new Int32Array(receivers).fill(-1);
  const place = new Int32Array(list.length);
  let from = 0;
  for (let p = 0; p < proposers; p++) {
    const to = end[p] ?? 0;
    for (let k = from; k < to; k++) row[standing[2 * k] ?? 0] = k;
    const last = listStart[p + 1] ?? 0;
    for (let e = listStart[p] ?? 0; e < last; e++) {
      const k = row[list[e] ?? 0] ?? 0;
      place[e] = k < from ? -1 : (standing[2 * k + 1] ?? 0);
    }
    from = to;
  }
  return place;
}
