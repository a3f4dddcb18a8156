import { minimiseCost } from '../flow/primal-simplex.ts';
import { firstSpanningTree, type SpanningTree } from '../flow/spanning-tree.ts';
import { type FlowProblem, type RoundNetwork, roundNetwork } from './flow-problem.ts';
import type { IndexedRound } from './indexed-round.ts';
import type { Placement } from './quota-round.ts';

/** A solved flow that may be changed and solved again: its network and its optimal tree. */
export type SolvedFlow = { readonly layout: RoundNetwork; readonly tree: SpanningTree };

/** The price list that proves an optimum: what one more seat, slot or own-area place is worth and what a floor costs, in points. */
export type Certificate = {
  readonly slots: ReadonlyMap<string, number>;
  readonly hosts: ReadonlyMap<string, number>;
  readonly ownCaps: ReadonlyMap<string, number>;
  readonly floors: ReadonlyMap<string, number>;
};

/** The greatest total score under floors and caps (mode C), exact, by network simplex. */
export function solveFlow(problem: FlowProblem): SolvedFlow {
  const layout = roundNetwork(problem);
  const tree = firstSpanningTree(layout.network);
  minimiseCost(layout.network, tree);
  return { layout, tree };
}

/** Whether every floor is met in full. */
export function floorsMet({ layout, tree }: SolvedFlow): boolean {
  for (let e = layout.floorArc; e < layout.supplyArc; e++) if (tree.flow[e] !== layout.network.upper[e]) return false;
  return true;
}

/** The total score of the flow, in points. */
export function totalScore(problem: FlowProblem, { tree }: SolvedFlow): number {
  let total = 0;
  for (let i = 0; i < problem.score.length; i++) total += (problem.score[i] ?? 0) * (tree.flow[i] ?? 0);
  return total;
}

/** The placements of a flow, ordered by source and host. */
export function placements(round: IndexedRound, { tree }: SolvedFlow): Placement[] {
  const { pairSource, pairHost } = round.problem;
  const found: Placement[] = [];
  for (let i = 0; i < pairSource.length; i++) {
    const n = tree.flow[i] ?? 0;
    if (n > 0)
      found.push({ source: round.sources[pairSource[i] ?? 0] ?? '', host: round.hosts[pairHost[i] ?? 0] ?? '', n });
  }
  return found;
}

/** Reads the certificate off the potentials of an optimal tree. */
export function certificateOf(round: IndexedRound, { layout, tree }: SolvedFlow): Certificate {
  const { network, slotArc, hostArc, groupArc, supplyArc } = layout;
  const worth = (arc: number): number => {
    const from = tree.potential[network.from[arc] ?? 0] ?? 0;
    const to = tree.potential[network.to[arc] ?? 0] ?? 0;
    return (network.cost[arc] ?? 0) + from - to;
  };
  const priced = (ids: readonly string[], first: number, sign: 1 | -1) =>
    new Map(ids.map((id, i) => [id, Math.max(0, sign * worth(first + i))] as const));
  return {
    slots: priced(round.sources, slotArc, -1),
    hosts: priced(round.hosts, hostArc, -1),
    ownCaps: priced(round.prefectures, groupArc, -1),
    floors: priced(round.prefectures, supplyArc, 1),
  };
}
