import { changeCapacity } from '../flow/dual-simplex.ts';
import { minimiseCost } from '../flow/primal-simplex.ts';
import { firstSpanningTree } from '../flow/spanning-tree.ts';
import type { SolvedFlow } from '../round/best-total.ts';

/** A copy of a solved flow that may be changed while the first is kept. */
export function copySolved({ layout, tree }: SolvedFlow): SolvedFlow {
  const network = { ...layout.network, upper: layout.network.upper.slice() };
  return {
    layout: { ...layout, network },
    tree: {
      flow: tree.flow.slice(),
      state: tree.state.slice(),
      potential: tree.potential.slice(),
      parent: tree.parent.slice(),
      parentArc: tree.parentArc.slice(),
      direction: tree.direction.slice(),
      depth: tree.depth.slice(),
      firstChild: tree.firstChild.slice(),
      nextSibling: tree.nextSibling.slice(),
      previousSibling: tree.previousSibling.slice(),
    },
  };
}

/** The same round with other capacities (arc → 人), solved again from the optimal tree; cold only if that does not settle. */
export function whatIf(solved: SolvedFlow, changes: readonly (readonly [arc: number, capacity: number])[]): SolvedFlow {
  const next = copySolved(solved);
  for (const [arc, capacity] of changes) {
    if (changeCapacity(next.layout.network, next.tree, arc, capacity) >= 0) continue;
    for (const [again, to] of changes) next.layout.network.upper[again] = to;
    const tree = firstSpanningTree(next.layout.network);
    minimiseCost(next.layout.network, tree);
    return { layout: next.layout, tree };
  }
  return next;
}
