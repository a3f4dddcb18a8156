import { seededChance } from '#lib/core/matching/allocation/explain/perturbation.ts';
import type { FlowProblem } from '#lib/core/matching/allocation/round/flow-problem.ts';
import type { TwoSidedLists } from '#lib/core/matching/allocation/stable/two-sided-lists.ts';

/** A random market: each proposer lists `length` receivers, each receiver lists its applicants in random order, seats add up to about the proposers. */
export function randomMarket(proposers: number, receivers: number, length: number, seed: number): TwoSidedLists {
  const chance = seededChance(seed);
  const list = new Int32Array(proposers * length);
  const applicants: number[][] = Array.from({ length: receivers }, () => []);
  for (let p = 0; p < proposers; p++) {
    const chosen = new Set<number>();
    while (chosen.size < length) chosen.add(Math.floor(chance() * receivers));
    let e = p * length;
    for (const r of chosen) {
      list[e++] = r;
      applicants[r]?.push(p);
    }
  }
  const prefStart = new Int32Array(receivers + 1);
  const pref = new Int32Array(list.length);
  applicants.forEach((one, r) => {
    for (let i = one.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1));
      [one[i], one[j]] = [one[j] ?? 0, one[i] ?? 0];
    }
    const at = prefStart[r] ?? 0;
    pref.set(one, at);
    prefStart[r + 1] = at + one.length;
  });
  const listStart = Int32Array.from({ length: proposers + 1 }, (_, i) => i * length);
  const cap = new Int32Array(receivers).fill(Math.ceil(proposers / receivers));
  return { proposers, receivers, listStart, list, prefStart, pref, cap };
}

/** A random round: two prefectures with floors, hosts in `groups` regions with caps that bind, `degree` scored hosts a source. */
export function randomRound(sources: number, hosts: number, degree: number, groups: number, seed: number): FlowProblem {
  const chance = seededChance(seed);
  const upTo = (n: number) => Math.floor(chance() * n);
  const slots = Int32Array.from({ length: sources }, () => 1 + upTo(6));
  const sourcePrefecture = Int32Array.from({ length: sources }, (_, s) => s % 2);
  const supply = [0, 0];
  slots.forEach((n, s) => {
    supply[s % 2] = (supply[s % 2] ?? 0) + n;
  });
  const hostGroup = Int32Array.from({ length: hosts }, (_, h) => h % groups);
  const hostCap = Int32Array.from({ length: hosts }, () => upTo(3));
  const groupSeats = new Int32Array(groups);
  hostCap.forEach((n, h) => {
    groupSeats[h % groups] = (groupSeats[h % groups] ?? 0) + n;
  });
  const pairSource = new Int32Array(sources * degree);
  const pairHost = new Int32Array(sources * degree);
  for (let s = 0; s < sources; s++) {
    const chosen = new Set<number>();
    while (chosen.size < degree) chosen.add(upTo(hosts));
    [...chosen]
      .sort((a, b) => a - b)
      .forEach((h, i) => {
        pairSource[s * degree + i] = s;
        pairHost[s * degree + i] = h;
      });
  }
  return {
    floor: Int32Array.from(supply, (n) => Math.floor(n * 0.5)),
    sourcePrefecture,
    slots,
    hostGroup,
    hostCap,
    groupCap: groupSeats.map((n) => Math.floor(n * 0.6)),
    pairSource,
    pairHost,
    score: Int32Array.from(pairSource, () => upTo(1000) - 200),
  };
}
