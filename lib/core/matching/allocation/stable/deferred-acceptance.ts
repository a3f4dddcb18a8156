import { fresh, type Memory } from './memory.ts';
import { placeOf, type Standing } from './standing.ts';
import type { TwoSidedLists } from './two-sided-lists.ts';

/**
 * Deferred acceptance, one seat per proposer (Gale & Shapley 1962): the proposer-optimal stable matching.
 * Gives for each proposer the entry of `list` it ends with, or -1. A full receiver keeps its worst held place as a
 * pointer that only moves up its list, so no heap is needed. `standing` is from `standings`.
 */
export function deferredAcceptance(market: TwoSidedLists, standing: Standing, memory: Memory = fresh): Int32Array {
  const { proposers, receivers, listStart, list, prefStart, pref, cap } = market;
  const free = memory.int32(receivers);
  free.set(cap);
  const worst = memory.int32(receivers).fill(-1);
  const held = memory.uint8(pref.length);
  const match = memory.int32(proposers).fill(-1);
  for (let first = 0; first < proposers; first++) {
    let p = first;
    let e = listStart[p] ?? 0;
    let last = listStart[p + 1] ?? 0;
    while (e < last) {
      const r = list[e] ?? 0;
      const a = placeOf(standing, prefStart, p, r);
      e++;
      if (a < 0) continue;
      const open = free[r] ?? 0;
      const w = worst[r] ?? 0;
      if (open > 0) {
        held[a] = 1;
        free[r] = open - 1;
        if (a > w) worst[r] = a;
        match[p] = e - 1;
        break;
      }
      if (a > w) continue;
      held[a] = 1;
      match[p] = e - 1;
      let up = w - 1;
      while (held[up] === 0) up--;
      worst[r] = up;
      held[w] = 0;
      p = pref[w] ?? 0;
      e = (match[p] ?? 0) + 1;
      match[p] = -1;
      last = listStart[p + 1] ?? 0;
    }
  }
  return match;
}
