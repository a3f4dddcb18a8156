import { AT_LOWER, AT_UPPER, type Network } from './network.ts';
import type { SpanningTree } from './spanning-tree.ts';

/**
 * Finds entering arcs. Few arcs of a large network ever matter, so block search runs over an active set — what is in use and the
 * `width` cheapest arcs out of each node — and only when it is dry are all arcs priced and the wrong ones let in. Each
 * active arc lies in the direction its flow may move: one resting at capacity is turned round, at the opposite price.
 */
export type Pricing = {
  /** An arc whose reduced cost is on the wrong side, or -1 when the tree is optimal over all arcs. */
  readonly entering: () => number;
  /** Tells that an arc now rests at the other bound. */
  readonly settle: (arc: number) => void;
};

/** Opens pricing on a network and its tree; `width` is the arcs out of each node that are active at first. */
export function openPricing(network: Network, tree: SpanningTree, width: number): Pricing {
  const { from, to, cost } = network;
  const { state, potential } = tree;
  const arcs = from.length;
  const position = new Int32Array(arcs).fill(-1);
  const active = new Int32Array(arcs);
  const tail = new Int32Array(arcs);
  const head = new Int32Array(arcs);
  const price = new Float64Array(arcs);
  let size = 0;
  let cursor = 0;
  const limit = cheapestLimit(network, width);
  for (let e = 0; e < arcs; e++) if (state[e] !== AT_LOWER || (cost[e] ?? 0) <= (limit[from[e] ?? 0] ?? 0)) admit(e);

  return {
    entering() {
      for (;;) {
        const found = search();
        if (found >= 0) return found;
        if (!widen()) return -1;
      }
    },
    settle(arc) {
      const k = position[arc] ?? -1;
      if (k >= 0) lay(k, arc);
    },
  };

  function admit(e: number): void {
    position[e] = size;
    active[size] = e;
    lay(size++, e);
  }

  function lay(k: number, e: number): void {
    const turned = state[e] === AT_UPPER;
    tail[k] = (turned ? to[e] : from[e]) ?? 0;
    head[k] = (turned ? from[e] : to[e]) ?? 0;
    price[k] = turned ? -(cost[e] ?? 0) : (cost[e] ?? 0);
  }

  function search(): number {
    const block = Math.max(10, Math.ceil(Math.sqrt(size)));
    let found = -1;
    let best = 0;
    let k = cursor;
    for (let left = size; left > 0; ) {
      const stop = Math.min(k + block, size);
      left -= stop - k;
      for (; k < stop; k++) {
        const reduced = (price[k] ?? 0) + (potential[tail[k] ?? 0] ?? 0) - (potential[head[k] ?? 0] ?? 0);
        if (reduced < best) {
          best = reduced;
          found = k;
        }
      }
      if (k === size) k = 0;
      if (found >= 0) {
        cursor = k;
        return active[found] ?? -1;
      }
    }
    return -1;
  }

  function widen(): boolean {
    const before = size;
    for (let e = 0; e < arcs; e++) {
      const reduced = (cost[e] ?? 0) + (potential[from[e] ?? 0] ?? 0) - (potential[to[e] ?? 0] ?? 0);
      if (reduced < 0 && (position[e] ?? 0) < 0) admit(e);
    }
    cursor = before;
    return size > before;
  }
}

/** Per node the cost of its `width`-th cheapest outgoing arc, or infinity when it has no more than that. */
function cheapestLimit(network: Network, width: number): Float64Array {
  const { nodes, from, cost } = network;
  const start = new Int32Array(nodes + 1);
  for (let e = 0; e < from.length; e++) {
    const u = (from[e] ?? 0) + 1;
    start[u] = (start[u] ?? 0) + 1;
  }
  for (let u = 0; u < nodes; u++) start[u + 1] = (start[u + 1] ?? 0) + (start[u] ?? 0);
  const next = start.slice();
  const out = new Float64Array(from.length);
  for (let e = 0; e < from.length; e++) {
    const u = from[e] ?? 0;
    const k = next[u] ?? 0;
    next[u] = k + 1;
    out[k] = cost[e] ?? 0;
  }
  const limit = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  for (let u = 0; u < nodes; u++) {
    const first = start[u] ?? 0;
    const last = start[u + 1] ?? 0;
    if (last - first <= width) continue;
    limit[u] = out.subarray(first, last).sort()[width - 1] ?? 0;
  }
  return limit;
}
