import { AT_LOWER, AT_UPPER, IN_TREE, type Network } from './network.ts';
import { openPricing } from './pricing.ts';
import { pushRound, replaceTreeArc, type SpanningTree } from './spanning-tree.ts';

/**
 * Primal network simplex to the minimum-cost circulation, from a feasible spanning tree, in place. Entering arcs by block
 * search; leaving arcs by Cunningham's rule, which keeps the tree strongly feasible so that it cannot cycle
 * (Ahuja, Magnanti & Orlin 1993, §11.6; Király & Kovács 2012 on block search). Gives the number of pivots.
 */
export function minimiseCost(network: Network, tree: SpanningTree, width = 6): number {
  const { from, to, upper } = network;
  const { flow, state, parent, parentArc, direction, depth } = tree;
  const pricing = openPricing(network, tree, width);
  for (let pivots = 0; ; pivots++) {
    const entering = pricing.entering();
    if (entering < 0) return pivots;

    const forward = state[entering] === AT_LOWER;
    const source = (forward ? from[entering] : to[entering]) ?? 0;
    const target = (forward ? to[entering] : from[entering]) ?? 0;
    let step = upper[entering] ?? 0;
    let out = -1;
    let outOnSource = false;
    let u = source;
    let v = target;
    while (u !== v) {
      if ((depth[u] ?? 0) >= (depth[v] ?? 0)) {
        const f = parentArc[u] ?? 0;
        const rest = direction[u] === 1 ? (flow[f] ?? 0) : (upper[f] ?? 0) - (flow[f] ?? 0);
        if (rest < step) {
          step = rest;
          out = u;
          outOnSource = true;
        }
        u = parent[u] ?? 0;
      } else {
        const f = parentArc[v] ?? 0;
        const rest = direction[v] === 1 ? (upper[f] ?? 0) - (flow[f] ?? 0) : (flow[f] ?? 0);
        if (rest <= step) {
          step = rest;
          out = v;
          outOnSource = false;
        }
        v = parent[v] ?? 0;
      }
    }
    if (step > 0) pushRound(network, tree, entering, forward ? step : -step);
    if (out < 0) {
      state[entering] = forward ? AT_UPPER : AT_LOWER;
      pricing.settle(entering);
      continue;
    }
    const leaving = parentArc[out] ?? 0;
    state[entering] = IN_TREE;
    state[leaving] = flow[leaving] === 0 ? AT_LOWER : AT_UPPER;
    pricing.settle(leaving);
    if (outOnSource) replaceTreeArc(network, tree, out, entering, source, target);
    else replaceTreeArc(network, tree, out, entering, target, source);
  }
}
