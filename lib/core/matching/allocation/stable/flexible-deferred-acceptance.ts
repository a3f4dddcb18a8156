import { fresh, type Memory } from './memory.ts';
import { placeOf, type Standing } from './standing.ts';
import type { TwoSidedLists } from './two-sided-lists.ts';

/** A market whose receivers lie in regions with caps: targets come first, seats above them go round each region's order. */
export type RegionalLists = TwoSidedLists & {
  /** Seats each receiver may fill before the region's turn-taking begins, 人; their sum in a region is at most its cap. */
  readonly target: Int32Array;
  readonly region: Int32Array;
  readonly regionCap: Int32Array;
  /** Receivers of region `g` in the order of their turns, from `orderStart[g]` to `orderStart[g + 1]`. */
  readonly orderStart: Int32Array;
  readonly order: Int32Array;
};

/**
 * Flexible deferred acceptance (Kamada & Kojima, AER 105(1), 2015): for each proposer its entry of `list`, or -1.
 * An extra seat is the pair (how many above target, turn). Once a region is full its last granted extra seat only moves
 * back, and a receiver that has lost or been refused a seat never grows again; so each refusal costs O(1) amortised.
 */
export function flexibleDeferredAcceptance(
  market: RegionalLists,
  standing: Standing,
  memory: Memory = fresh,
): Int32Array {
  const { proposers, receivers, listStart, list, prefStart, pref, cap, target, region, orderStart, order } = market;
  const next = memory.int32(proposers);
  next.set(listStart.subarray(0, proposers));
  const filled = memory.int32(receivers);
  const closed = memory.uint8(receivers);
  const worst = memory.int32(receivers).fill(-1);
  const held = memory.uint8(pref.length);
  const match = memory.int32(proposers).fill(-1);
  const room = market.regionCap.slice();
  const turn = memory.int32(receivers);
  for (let g = 0; g < room.length; g++) {
    const last = orderStart[g + 1] ?? 0;
    for (let i = orderStart[g] ?? 0; i < last; i++) turn[order[i] ?? 0] = i;
  }
  const lastLevel = new Int32Array(room.length).fill(-1);
  const lastTurn = new Int32Array(room.length);

  for (let first = 0; first < proposers; first++) {
    let p = first;
    let e = next[p] ?? 0;
    let last = listStart[p + 1] ?? 0;
    while (e < last) {
      const r = list[e] ?? 0;
      const a = placeOf(standing, prefStart, p, r);
      e++;
      if (a < 0) continue;
      let loser = r;
      if (closed[r] === 0) {
        const seats = filled[r] ?? 0;
        const g = region[r] ?? 0;
        const w = worst[r] ?? 0;
        if (seats >= (cap[r] ?? 0)) closed[r] = 1;
        else if ((room[g] ?? 0) > 0) {
          room[g] = (room[g] ?? 0) - 1;
          filled[r] = seats + 1;
          held[a] = 1;
          if (a > w) worst[r] = a;
          match[p] = e - 1;
          next[p] = e;
          break;
        } else {
          if ((lastLevel[g] ?? 0) < 0) findLastExtra(g);
          const level = seats + 1 - (target[r] ?? 0);
          const top = lastLevel[g] ?? 0;
          if (level > 0 && (level > top || (level === top && (turn[r] ?? 0) > (lastTurn[g] ?? 0)))) closed[r] = 1;
          else if (top === 0) closed[r] = 1;
          else {
            loser = order[lastTurn[g] ?? 0] ?? 0;
            closed[loser] = 1;
            filled[r] = seats + 1;
            held[a] = 1;
            if (a > w) worst[r] = a;
            filled[loser] = (filled[loser] ?? 0) - 1;
            stepBack(g);
          }
        }
      }
      const w = worst[loser] ?? 0;
      if (loser === r) {
        if (a > w) continue;
        held[a] = 1;
      }
      match[p] = e - 1;
      next[p] = e;
      let up = -1;
      if ((filled[loser] ?? 0) > 0) for (up = w - 1; held[up] === 0; ) up--;
      worst[loser] = up;
      held[w] = 0;
      p = pref[w] ?? 0;
      match[p] = -1;
      e = next[p] ?? 0;
      last = listStart[p + 1] ?? 0;
    }
  }
  return match;

  /** Finds the extra seat granted last in a region that has just become full; level 0 says that nobody is above target. */
  function findLastExtra(g: number): void {
    let level = 0;
    let at = 0;
    const last = orderStart[g + 1] ?? 0;
    for (let i = orderStart[g] ?? 0; i < last; i++) {
      const r = order[i] ?? 0;
      const extra = (filled[r] ?? 0) - (target[r] ?? 0);
      if (extra > 0 && extra >= level) {
        level = extra;
        at = i;
      }
    }
    lastLevel[g] = level;
    lastTurn[g] = at;
  }

  /** Moves the region's last granted extra seat one back: down the turns of its level, then to the level below. */
  function stepBack(g: number): void {
    const from = orderStart[g] ?? 0;
    let level = lastLevel[g] ?? 0;
    let i = (lastTurn[g] ?? 0) - 1;
    while (level > 0) {
      for (; i >= from; i--) {
        const r = order[i] ?? 0;
        if ((filled[r] ?? 0) - (target[r] ?? 0) >= level) {
          lastLevel[g] = level;
          lastTurn[g] = i;
          return;
        }
      }
      level--;
      i = (orderStart[g + 1] ?? 0) - 1;
    }
    lastLevel[g] = 0;
  }
}
