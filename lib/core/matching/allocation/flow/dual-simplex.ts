import { AT_LOWER, AT_UPPER, IN_TREE, type Network } from './network.ts';
import { pushRound, replaceTreeArc, type SpanningTree } from './spanning-tree.ts';

/**
 * Changes the capacity of one arc (人) in an optimal tree and repairs it by dual network simplex, in place: the warm what-if.
 * Gives the pivots taken, or -1 when no circulation fits the new capacity or `limit` pivots did not settle it (solve anew).
 */
export function changeCapacity(
  network: Network,
  tree: SpanningTree,
  arc: number,
  capacity: number,
  limit = 1000,
): number {
  const before = network.upper[arc] ?? 0;
  network.upper[arc] = capacity;
  if (tree.state[arc] === AT_UPPER) pushRound(network, tree, arc, capacity - before);
  for (let pivots = 0; pivots <= limit; pivots++) {
    const out = worstBreach(network, tree);
    if (out < 0) return pivots;
    if (!exchange(network, tree, out)) return -1;
  }
  return -1;
}

/** The node whose parent arc carries the most above its capacity or below zero, or -1. */
function worstBreach(network: Network, tree: SpanningTree): number {
  const { flow, parentArc } = tree;
  let worst = 0;
  let at = -1;
  for (let u = 0; u < parentArc.length; u++) {
    const f = parentArc[u] ?? -1;
    if (f < 0) continue;
    const carried = flow[f] ?? 0;
    const breach = Math.max(carried - (network.upper[f] ?? 0), -carried);
    if (breach > worst) {
      worst = breach;
      at = u;
    }
  }
  return at;
}

/** One dual pivot: the parent arc of `out` goes to the bound it breaches, the cheapest arc across the cut takes its place. */
function exchange(network: Network, tree: SpanningTree, out: number): boolean {
  const { from, to, upper, cost } = network;
  const { flow, state, potential, parentArc, direction } = tree;
  const leaving = parentArc[out] ?? 0;
  const over = (flow[leaving] ?? 0) > (upper[leaving] ?? 0);
  const amount = over ? (flow[leaving] ?? 0) - (upper[leaving] ?? 0) : -(flow[leaving] ?? 0);
  const moreOut = over === (direction[out] === 1);
  const inside = subtree(tree, out);
  let entering = -1;
  let best = Number.POSITIVE_INFINITY;
  for (let e = 0; e < from.length; e++) {
    const leads = inside[from[e] ?? 0];
    if (leads === inside[to[e] ?? 0]) continue;
    const resting = state[e];
    if (resting === IN_TREE || ((leads === 1) === (resting === AT_LOWER)) !== moreOut) continue;
    const reduced = Math.abs((cost[e] ?? 0) + (potential[from[e] ?? 0] ?? 0) - (potential[to[e] ?? 0] ?? 0));
    if (reduced < best) {
      best = reduced;
      entering = e;
    }
  }
  if (entering < 0) return false;
  pushRound(network, tree, entering, state[entering] === AT_LOWER ? amount : -amount);
  state[entering] = IN_TREE;
  state[leaving] = over ? AT_UPPER : AT_LOWER;
  const innerFirst = inside[from[entering] ?? 0] === 1;
  const inner = (innerFirst ? from[entering] : to[entering]) ?? 0;
  const outer = (innerFirst ? to[entering] : from[entering]) ?? 0;
  replaceTreeArc(network, tree, out, entering, inner, outer);
  return true;
}

/** Marks the nodes of a subtree with 1. */
function subtree(tree: SpanningTree, top: number): Uint8Array {
  const inside = new Uint8Array(tree.parent.length);
  const stack = [top];
  for (let u = stack.pop(); u !== undefined; u = stack.pop()) {
    inside[u] = 1;
    for (let c = tree.firstChild[u] ?? -1; c >= 0; c = tree.nextSibling[c] ?? -1) stack.push(c);
  }
  return inside;
}
