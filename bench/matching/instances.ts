import { seededChance } from '#lib/core/matching/allocation/explain/perturbation.ts';
import type { IntegerProgram } from '#lib/core/matching/allocation/free/integer-program.ts';
import type { FlowProblem } from '#lib/core/matching/allocation/round/flow-problem.ts';
import type { RegionalLists } from '#lib/core/matching/allocation/stable/flexible-deferred-acceptance.ts';
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

/** The market cut into regions whose caps bind at four fifths of their seats, targets at half of each receiver's. */
export function withRegions(market: TwoSidedLists, regions: number): RegionalLists {
  const { receivers, cap } = market;
  const region = Int32Array.from({ length: receivers }, (_, r) => r % regions);
  const order = Int32Array.from(
    Array.from({ length: receivers }, (_, r) => r).sort((a, b) => (a % regions) - (b % regions) || a - b),
  );
  const orderStart = new Int32Array(regions + 1);
  const seats = new Int32Array(regions);
  cap.forEach((n, r) => {
    seats[r % regions] = (seats[r % regions] ?? 0) + n;
    orderStart[(r % regions) + 1] = (orderStart[(r % regions) + 1] ?? 0) + 1;
  });
  for (let g = 0; g < regions; g++) orderStart[g + 1] = (orderStart[g + 1] ?? 0) + (orderStart[g] ?? 0);
  return {
    ...market,
    target: cap.map((n) => Math.floor(n / 2)),
    region,
    regionCap: seats.map((n) => Math.floor(n * 0.8)),
    orderStart,
    order,
  };
}

/** A flow problem as a linear program, for the referee. */
export function linearProgram(problem: FlowProblem): IntegerProgram {
  const { floor, slots, hostCap, groupCap, hostGroup, pairSource, pairHost, sourcePrefecture, score } = problem;
  const floorRow = slots.length;
  const hostRow = floorRow + floor.length;
  const groupRow = hostRow + hostCap.length;
  const rows = groupRow + groupCap.length;
  const rowLower = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  const rowUpper = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  rowUpper.set(slots);
  rowLower.set(floor, floorRow);
  rowUpper.set(hostCap, hostRow);
  rowUpper.set(groupCap, groupRow);
  const indices = new Int32Array(4 * pairSource.length);
  pairSource.forEach((s, i) => {
    const h = pairHost[i] ?? 0;
    indices.set([s, floorRow + (sourcePrefecture[s] ?? 0), hostRow + h, groupRow + (hostGroup[h] ?? 0)], 4 * i);
  });
  return {
    cost: Float64Array.from(score, (points) => -points),
    rowLower,
    rowUpper,
    starts: Int32Array.from({ length: pairSource.length + 1 }, (_, i) => 4 * i),
    indices,
    values: new Float64Array(indices.length).fill(1),
  };
}
