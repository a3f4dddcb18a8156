import { minimiseCost } from '../flow/primal-simplex.ts';
import { firstSpanningTree } from '../flow/spanning-tree.ts';
import { floorsMet, type SolvedFlow } from './best-total.ts';
import { type FlowProblem, roundNetwork } from './flow-problem.ts';
import type { IndexedRound } from './indexed-round.ts';

/** One demand or limit of a conflict, 人: floors ask for more than the named slots, seats and own-area caps can give together. */
export type ConflictMember =
  | { readonly kind: 'floor'; readonly prefecture: string; readonly amount: number }
  | { readonly kind: 'slots'; readonly source: string; readonly amount: number }
  | { readonly kind: 'hostCap'; readonly host: string; readonly amount: number }
  | { readonly kind: 'ownCap'; readonly prefecture: string; readonly amount: number };

/** Why no allocation exists: floors minus all the limits named is the shortfall, 人. Raising any one `relief` by it mends this conflict. */
export type Conflict = {
  readonly members: readonly ConflictMember[];
  readonly shortfall: number;
  readonly relief: readonly ConflictMember[];
};

const FEW_PAIRS = 20_000;

/** The smallest set of floors and limits that cannot hold together, or null when all floors can be met. */
export function findConflict(round: IndexedRound): Conflict | null {
  const { problem } = round;
  const asked = [...problem.floor.keys()].filter((p) => (problem.floor[p] ?? 0) > 0);
  if (fits(problem, asked)) return null;
  const floors = smallestFloors(problem, asked);
  const solved = feasibilityFlow(problem, floors);
  const cuts = [nearFloors(solved), nearHosts(solved)].map((inside) =>
    membersOf(round, solved, withinReach(solved, inside)),
  );
  const members = cuts.sort((a, b) => a.length - b.length)[0] ?? [];
  const shortfall = members.reduce((sum, m) => sum + (m.kind === 'floor' ? m.amount : -m.amount), 0);
  const relief = members.filter((m) => mends(round, floors, m, shortfall));
  return { members, shortfall, relief };
}

/** A flow that meets as much of the given floors as possible and carries nothing else. */
function feasibilityFlow(problem: FlowProblem, floors: readonly number[]): SolvedFlow {
  const only = new Int32Array(problem.floor.length);
  for (const p of floors) only[p] = problem.floor[p] ?? 0;
  const layout = roundNetwork({ ...problem, floor: only, score: new Int32Array(problem.score.length) });
  layout.network.upper.fill(0, layout.supplyArc, layout.supplyArc + only.length);
  const tree = firstSpanningTree(layout.network);
  minimiseCost(layout.network, tree);
  return { layout, tree };
}

const fits = (problem: FlowProblem, floors: readonly number[]): boolean => floorsMet(feasibilityFlow(problem, floors));

/** The fewest floors that clash with the limits: one, then two, then whatever cannot be thinned further. */
function smallestFloors(problem: FlowProblem, asked: readonly number[]): number[] {
  for (const p of asked) if (!fits(problem, [p])) return [p];
  if (problem.pairSource.length <= FEW_PAIRS)
    for (const [i, p] of asked.entries()) for (const q of asked.slice(i + 1)) if (!fits(problem, [p, q])) return [p, q];
  let kept = [...asked];
  for (const p of asked) {
    const without = kept.filter((q) => q !== p);
    if (!fits(problem, without)) kept = without;
  }
  return kept;
}

/** Nodes that the missing people could still reach: the cut nearest the floors. */
function nearFloors({ layout, tree }: SolvedFlow): Uint8Array {
  const inside = new Uint8Array(layout.network.nodes);
  for (let p = 0; p < layout.supplyArc - layout.floorArc; p++) {
    const e = layout.floorArc + p;
    if ((tree.flow[e] ?? 0) < (layout.network.upper[e] ?? 0)) inside[layout.prefectureNode + p] = 1;
  }
  spread(inside, { layout, tree }, false);
  return inside;
}

/** Nodes from which no further seat can be reached: the cut nearest the hosts. */
function nearHosts(solved: SolvedFlow): Uint8Array {
  const reaching = new Uint8Array(solved.layout.network.nodes);
  reaching[0] = 1;
  spread(reaching, solved, true);
  return reaching.map((x) => 1 - x);
}

/** Grows a set along the residual arcs below the floors, or against them, until nothing is added. */
function spread(inside: Uint8Array, { layout, tree }: SolvedFlow, against: boolean): void {
  const { from, to, upper } = layout.network;
  for (let grown = true; grown; ) {
    grown = false;
    for (let e = 0; e < layout.floorArc; e++) {
      const u = from[e] ?? 0;
      const v = to[e] ?? 0;
      const onward = (tree.flow[e] ?? 0) < (upper[e] ?? 0);
      const back = (tree.flow[e] ?? 0) > 0;
      for (const [tail, head, open] of [
        [u, v, onward],
        [v, u, back],
      ] as const) {
        const [seen, added] = against ? [head, tail] : [tail, head];
        if (open && inside[seen] === 1 && inside[added] === 0) {
          inside[added] = 1;
          grown = true;
        }
      }
    }
  }
}

/** The part of a cut that the floors reach: what lies beside it has no share in the conflict. */
function withinReach({ layout }: SolvedFlow, inside: Uint8Array): Uint8Array {
  const { from, to, upper } = layout.network;
  const reached = new Uint8Array(inside.length);
  for (let p = 0; p < layout.supplyArc - layout.floorArc; p++)
    if ((upper[layout.floorArc + p] ?? 0) > 0) reached[layout.prefectureNode + p] = 1;
  const follow = (first: number, last: number) => {
    for (let e = first; e < last; e++)
      if (reached[from[e] ?? 0] === 1 && inside[to[e] ?? 0] === 1) reached[to[e] ?? 0] = 1;
  };
  follow(layout.slotArc, layout.hostArc);
  follow(0, layout.slotArc);
  follow(layout.hostArc, layout.groupArc);
  return reached.map((x, u) => x & (inside[u] ?? 0));
}

function membersOf(round: IndexedRound, { layout }: SolvedFlow, inside: Uint8Array): ConflictMember[] {
  const { network, slotArc, hostArc, groupArc, floorArc, prefectureNode } = layout;
  const crosses = (e: number) => inside[network.from[e] ?? 0] === 1 && inside[network.to[e] ?? 0] === 0;
  const amount = (e: number) => network.upper[e] ?? 0;
  return [
    ...round.prefectures.flatMap((prefecture, p): ConflictMember[] =>
      inside[prefectureNode + p] === 1 && amount(floorArc + p) > 0
        ? [{ kind: 'floor', prefecture, amount: amount(floorArc + p) }]
        : [],
    ),
    ...round.sources.flatMap((source, s): ConflictMember[] =>
      crosses(slotArc + s) ? [{ kind: 'slots', source, amount: amount(slotArc + s) }] : [],
    ),
    ...round.hosts.flatMap((host, h): ConflictMember[] =>
      crosses(hostArc + h) ? [{ kind: 'hostCap', host, amount: amount(hostArc + h) }] : [],
    ),
    ...round.prefectures.flatMap((prefecture, p): ConflictMember[] =>
      crosses(groupArc + p) ? [{ kind: 'ownCap', prefecture, amount: amount(groupArc + p) }] : [],
    ),
  ];
}

/** Whether changing one member by the shortfall lets the conflicting floors be met, found by solving again. */
function mends(round: IndexedRound, floors: readonly number[], member: ConflictMember, by: number): boolean {
  const { problem } = round;
  const raised = (amounts: Int32Array, at: number, change: number) => {
    const next = amounts.slice();
    next[at] = (next[at] ?? 0) + change;
    return next;
  };
  switch (member.kind) {
    case 'floor':
      return fits(
        { ...problem, floor: raised(problem.floor, round.prefectures.indexOf(member.prefecture), -by) },
        floors,
      );
    case 'slots':
      return fits({ ...problem, slots: raised(problem.slots, round.sources.indexOf(member.source), by) }, floors);
    case 'hostCap':
      return fits({ ...problem, hostCap: raised(problem.hostCap, round.hosts.indexOf(member.host), by) }, floors);
    case 'ownCap':
      return fits(
        { ...problem, groupCap: raised(problem.groupCap, round.prefectures.indexOf(member.prefecture), by) },
        floors,
      );
  }
}
