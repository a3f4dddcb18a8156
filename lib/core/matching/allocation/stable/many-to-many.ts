import { placeOf, type Standing, standings } from './standing.ts';
import { swapSides, type TwoSidedLists } from './two-sided-lists.ts';

/**
 * Deferred acceptance where proposer `p` may hold `demand[p]` places at different receivers (Roth 1985, responsive
 * preferences): pairwise stable and best for the proposing side. Marks each place of `pref` that is held with 1.
 */
export function deferredAcceptanceMany(market: TwoSidedLists, demand: Int32Array, standing: Standing): Uint8Array {
  const { proposers, receivers, listStart, list, prefStart, pref, cap } = market;
  const next = listStart.slice(0, proposers);
  const free = cap.slice();
  const worst = new Int32Array(receivers).fill(-1);
  const held = new Uint8Array(pref.length);
  for (let first = 0; first < proposers; first++) {
    for (let wanted = demand[first] ?? 0; wanted > 0; wanted--) {
      let p = first;
      while (p >= 0) {
        const e = next[p] ?? 0;
        if (e >= (listStart[p + 1] ?? 0)) break;
        next[p] = e + 1;
        const r = list[e] ?? 0;
        const a = placeOf(standing, prefStart, p, r);
        const w = worst[r] ?? 0;
        if (a < 0 || ((free[r] ?? 0) === 0 && a > w)) continue;
        held[a] = 1;
        if ((free[r] ?? 0) > 0) {
          free[r] = (free[r] ?? 0) - 1;
          worst[r] = Math.max(a, w);
          p = -1;
          continue;
        }
        held[w] = 0;
        let up = w - 1;
        while (held[up] === 0) up--;
        worst[r] = up;
        p = pref[w] ?? 0;
      }
    }
  }
  return held;
}

/**
 * The receiver-optimal stable matching of a market with one seat per proposer: for each proposer the entry of `list` it
 * ends with, or -1. A pair that stands here and in the proposer-optimal one stands in every stable matching.
 */
export function receiverOptimal(market: TwoSidedLists): Int32Array {
  const swapped = swapSides(market);
  const held = deferredAcceptanceMany(swapped, market.cap, standings(swapped));
  const match = new Int32Array(market.proposers).fill(-1);
  for (let p = 0; p < market.proposers; p++) {
    const last = market.listStart[p + 1] ?? 0;
    for (let e = market.listStart[p] ?? 0; e < last; e++) if (held[e] === 1) match[p] = e;
  }
  return match;
}
