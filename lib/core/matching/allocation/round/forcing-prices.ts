import type { SolvedFlow } from './best-total.ts';

/**
 * What each pair would cost if it were forced, in points: the total lost when at least one person must go from that source to
 * that host. 0 for pairs already formed or free to form, null when forcing it leaves no allocation. One shortest-path run per
 * source over the residual network, so every price is exact. With `only`, prices of that one source; the others are null.
 */
export function forcingPrices({ layout, tree }: SolvedFlow, pairSource: Int32Array, only?: number): (number | null)[] {
  const { network, floorArc, sourceNode } = layout;
  const { from, to, upper, cost, nodes } = network;
  const { flow, potential } = tree;
  const usable = layout.supplyArc + (layout.supplyArc - floorArc);
  const start = new Int32Array(nodes + 1);
  const each = (visit: (tail: number, head: number, length: number) => void) => {
    for (let e = 0; e < usable; e++) {
      const u = from[e] ?? 0;
      const v = to[e] ?? 0;
      const length = (cost[e] ?? 0) + (potential[u] ?? 0) - (potential[v] ?? 0);
      const floor = e >= floorArc && e < layout.supplyArc;
      if ((flow[e] ?? 0) < (upper[e] ?? 0)) visit(u, v, length);
      if ((flow[e] ?? 0) > 0 && !floor) visit(v, u, -length);
    }
  };
  each((_, head) => {
    start[head + 1] = (start[head + 1] ?? 0) + 1;
  });
  for (let u = 0; u < nodes; u++) start[u + 1] = (start[u + 1] ?? 0) + (start[u] ?? 0);
  const next = start.slice();
  const tails = new Int32Array(start[nodes] ?? 0);
  const lengths = new Float64Array(tails.length);
  each((tail, head, length) => {
    const k = next[head] ?? 0;
    next[head] = k + 1;
    tails[k] = tail;
    lengths[k] = length;
  });

  const prices: (number | null)[] = [];
  for (let i = 0; i < pairSource.length; ) {
    const s = pairSource[i] ?? 0;
    if (only !== undefined && s !== only) {
      prices.push(null);
      i++;
      continue;
    }
    const distance = distancesTo(sourceNode + s, start, tails, lengths);
    for (; i < pairSource.length && pairSource[i] === s; i++) {
      const u = from[i] ?? 0;
      const v = to[i] ?? 0;
      const reduced = (cost[i] ?? 0) + (potential[u] ?? 0) - (potential[v] ?? 0);
      const back = distance[v] ?? Number.POSITIVE_INFINITY;
      prices.push((flow[i] ?? 0) > 0 ? 0 : Number.isFinite(back) ? reduced + back : null);
    }
  }
  return prices;
}

/** Shortest distances of all nodes to `goal` over arcs stored by head, lengths non-negative (Dijkstra on a binary heap). */
function distancesTo(goal: number, start: Int32Array, tails: Int32Array, lengths: Float64Array): Float64Array {
  const nodes = start.length - 1;
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const done = new Uint8Array(nodes);
  const heap: { readonly node: number; readonly at: number }[] = [{ node: goal, at: 0 }];
  distance[goal] = 0;
  for (let top = take(heap); top !== undefined; top = take(heap)) {
    if (done[top.node] === 1) continue;
    done[top.node] = 1;
    const last = start[top.node + 1] ?? 0;
    for (let k = start[top.node] ?? 0; k < last; k++) {
      const tail = tails[k] ?? 0;
      const at = top.at + (lengths[k] ?? 0);
      if (at < (distance[tail] ?? 0)) {
        distance[tail] = at;
        put(heap, { node: tail, at });
      }
    }
  }
  return distance;
}

type Waiting = { readonly node: number; readonly at: number };

function put(heap: Waiting[], item: Waiting): void {
  let i = heap.length;
  heap.push(item);
  while (i > 0) {
    const up = (i - 1) >> 1;
    const above = heap[up];
    if (above === undefined || above.at <= item.at) break;
    heap[i] = above;
    i = up;
  }
  heap[i] = item;
}

function take(heap: Waiting[]): Waiting | undefined {
  const top = heap[0];
  const moved = heap.pop();
  if (top === undefined || moved === undefined || heap.length === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    const left = heap[child];
    if (left === undefined) break;
    const right = heap[child + 1];
    if (right !== undefined && right.at < left.at) child++;
    const least = heap[child];
    if (least === undefined || least.at >= moved.at) break;
    heap[i] = least;
    i = child;
  }
  heap[i] = moved;
  return top;
}
