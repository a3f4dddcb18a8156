import type { Network } from '../flow/network.ts';

/** A quota round as flat arrays: what the network is built from. All amounts in 人; a group is any set of hosts under one cap. */
export type FlowProblem = {
  readonly floor: Int32Array;
  readonly sourcePrefecture: Int32Array;
  readonly slots: Int32Array;
  readonly hostGroup: Int32Array;
  readonly hostCap: Int32Array;
  readonly groupCap: Int32Array;
  readonly pairSource: Int32Array;
  readonly pairHost: Int32Array;
  readonly score: Int32Array | Float64Array;
};

/** The network of a problem and where its parts lie: pair `i` is arc `i`, then the slots, hosts, groups, floors and free supply. */
export type RoundNetwork = {
  readonly network: Network;
  readonly slotArc: number;
  readonly hostArc: number;
  readonly groupArc: number;
  readonly floorArc: number;
  readonly supplyArc: number;
  readonly prefectureNode: number;
  readonly sourceNode: number;
  readonly hostNode: number;
};

/**
 * Builds the circulation 0 → prefecture → source → host (→ group) → 0. A floor is an arc beside the free supply whose
 * reward outweighs any score, so a flow always exists and floors are met whenever they can be. Sources and prefectures start
 * on guard arcs to the root, dearer than any gain, which keeps the first tree strongly feasible.
 */
export function roundNetwork(problem: FlowProblem): RoundNetwork {
  const { floor, sourcePrefecture, slots, hostGroup, hostCap, groupCap, pairSource, pairHost, score } = problem;
  const pairs = pairSource.length;
  const prefectureNode = 1;
  const sourceNode = prefectureNode + floor.length;
  const hostNode = sourceNode + slots.length;
  const groupNode = hostNode + hostCap.length;
  const nodes = groupNode + groupCap.length;
  const slotArc = pairs;
  const hostArc = slotArc + slots.length;
  const groupArc = hostArc + hostCap.length;
  const floorArc = groupArc + groupCap.length;
  const supplyArc = floorArc + floor.length;
  const guardArc = supplyArc + floor.length;
  const arcs = guardArc + floor.length + slots.length;
  const from = new Int32Array(arcs);
  const to = new Int32Array(arcs);
  const upper = new Int32Array(arcs);
  const cost = new Float64Array(arcs);
  const firstTree = new Int32Array(nodes).fill(-1);
  const all = slots.reduce((sum, n) => sum + n, 1);
  let largest = 1;
  for (const points of score) largest = Math.max(largest, Math.abs(points));
  const reward = largest * (nodes + 1);

  const lay = (arc: number, u: number, v: number, most: number, price: number) => {
    from[arc] = u;
    to[arc] = v;
    upper[arc] = most;
    cost[arc] = price;
  };
  for (let i = 0; i < pairs; i++)
    lay(i, sourceNode + (pairSource[i] ?? 0), hostNode + (pairHost[i] ?? 0), all, -(score[i] ?? 0));
  slots.forEach((n, s) => {
    lay(slotArc + s, prefectureNode + (sourcePrefecture[s] ?? 0), sourceNode + s, n, 0);
    lay(guardArc + floor.length + s, sourceNode + s, 0, all, 2 * reward);
    firstTree[sourceNode + s] = guardArc + floor.length + s;
  });
  hostCap.forEach((n, h) => {
    const group = hostGroup[h] ?? -1;
    lay(hostArc + h, hostNode + h, group < 0 ? 0 : groupNode + group, n, 0);
    firstTree[hostNode + h] = hostArc + h;
  });
  groupCap.forEach((n, g) => {
    lay(groupArc + g, groupNode + g, 0, n, 0);
    firstTree[groupNode + g] = groupArc + g;
  });
  floor.forEach((n, p) => {
    lay(floorArc + p, 0, prefectureNode + p, n, -reward);
    lay(supplyArc + p, 0, prefectureNode + p, all, 0);
    lay(guardArc + p, prefectureNode + p, 0, all, 2 * reward);
    firstTree[prefectureNode + p] = guardArc + p;
  });
  const network = { nodes, from, to, upper, cost, firstTree };
  return { network, slotArc, hostArc, groupArc, floorArc, supplyArc, prefectureNode, sourceNode, hostNode };
}
