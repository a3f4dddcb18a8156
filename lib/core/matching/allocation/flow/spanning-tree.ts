import { AT_LOWER, IN_TREE, type Network } from './network.ts';

/** A spanning-tree solution of a network: flows, potentials and the tree as parent, child and sibling links. Mutable, owned by one solve. */
export type SpanningTree = {
  readonly flow: Int32Array;
  readonly state: Int8Array;
  readonly potential: Float64Array;
  readonly parent: Int32Array;
  readonly parentArc: Int32Array;
  /** 1 when the parent arc leads from the node up to its parent, -1 when it leads down. */
  readonly direction: Int8Array;
  readonly depth: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly previousSibling: Int32Array;
};

/** The zero flow on the network's first tree. */
export function firstSpanningTree(network: Network): SpanningTree {
  const { nodes, from, to, firstTree } = network;
  const tree: SpanningTree = {
    flow: new Int32Array(from.length),
    state: new Int8Array(from.length).fill(AT_LOWER),
    potential: new Float64Array(nodes),
    parent: new Int32Array(nodes).fill(-1),
    parentArc: firstTree.slice(),
    direction: new Int8Array(nodes),
    depth: new Int32Array(nodes),
    firstChild: new Int32Array(nodes).fill(-1),
    nextSibling: new Int32Array(nodes).fill(-1),
    previousSibling: new Int32Array(nodes).fill(-1),
  };
  let root = 0;
  for (let u = 0; u < nodes; u++) {
    const arc = firstTree[u] ?? -1;
    if (arc < 0) {
      root = u;
      continue;
    }
    tree.state[arc] = IN_TREE;
    const up = from[arc] === u;
    tree.direction[u] = up ? 1 : -1;
    attach(tree, u, (up ? to[arc] : from[arc]) ?? 0);
  }
  recomputePotentials(network, tree, root);
  return tree;
}

/** Sets every potential from the tree's costs, the root at zero; needed after a cost in the tree changed. */
export function recomputePotentials(network: Network, tree: SpanningTree, root: number): void {
  const stack = [root];
  tree.potential[root] = 0;
  tree.depth[root] = 0;
  for (let u = stack.pop(); u !== undefined; u = stack.pop()) {
    for (let c = tree.firstChild[u] ?? -1; c >= 0; c = tree.nextSibling[c] ?? -1) {
      const cost = network.cost[tree.parentArc[c] ?? 0] ?? 0;
      tree.potential[c] = (tree.potential[u] ?? 0) - (tree.direction[c] ?? 0) * cost;
      tree.depth[c] = (tree.depth[u] ?? 0) + 1;
      stack.push(c);
    }
  }
}

/** Hangs node `u` under `parent`. */
export function attach(tree: SpanningTree, u: number, parent: number): void {
  const head = tree.firstChild[parent] ?? -1;
  tree.parent[u] = parent;
  tree.nextSibling[u] = head;
  tree.previousSibling[u] = -1;
  if (head >= 0) tree.previousSibling[head] = u;
  tree.firstChild[parent] = u;
}

/** Takes node `u` from under its parent, with its subtree. */
export function detach(tree: SpanningTree, u: number): void {
  const before = tree.previousSibling[u] ?? -1;
  const after = tree.nextSibling[u] ?? -1;
  if (before >= 0) tree.nextSibling[before] = after;
  else tree.firstChild[tree.parent[u] ?? 0] = after;
  if (after >= 0) tree.previousSibling[after] = before;
}

/**
 * Replaces the parent arc of `out` by `arc`, whose end `inner` lies in the subtree of `out` and whose other end `outer` does
 * not; then shifts depths and potentials of the moved subtree.
 */
export function replaceTreeArc(
  network: Network,
  tree: SpanningTree,
  out: number,
  arc: number,
  inner: number,
  outer: number,
): void {
  const { parent, parentArc, direction, depth, potential, firstChild, nextSibling } = tree;
  let u = inner;
  let above = outer;
  let newArc = arc;
  let newDirection = network.from[arc] === inner ? 1 : -1;
  for (;;) {
    const oldParent = parent[u] ?? 0;
    const oldArc = parentArc[u] ?? 0;
    const oldDirection = direction[u] ?? 0;
    detach(tree, u);
    attach(tree, u, above);
    parentArc[u] = newArc;
    direction[u] = newDirection;
    if (u === out) break;
    above = u;
    u = oldParent;
    newArc = oldArc;
    newDirection = -oldDirection;
  }
  const cost = network.cost[arc] ?? 0;
  const shift = (potential[outer] ?? 0) - (potential[inner] ?? 0) - (direction[inner] ?? 0) * cost;
  for (let v = inner; ; ) {
    potential[v] = (potential[v] ?? 0) + shift;
    depth[v] = (depth[parent[v] ?? 0] ?? 0) + 1;
    const child = firstChild[v] ?? -1;
    if (child >= 0) {
      v = child;
      continue;
    }
    while (v !== inner && (nextSibling[v] ?? -1) < 0) v = parent[v] ?? 0;
    if (v === inner) break;
    v = nextSibling[v] ?? 0;
  }
}

/** Sends `amount` round the cycle that non-tree arc `arc` closes, in the arc's own direction (negative: against it). */
export function pushRound(network: Network, tree: SpanningTree, arc: number, amount: number): void {
  const { flow, parent, parentArc, direction, depth } = tree;
  flow[arc] = (flow[arc] ?? 0) + amount;
  let u = network.from[arc] ?? 0;
  let v = network.to[arc] ?? 0;
  while (u !== v) {
    if ((depth[u] ?? 0) >= (depth[v] ?? 0)) {
      const f = parentArc[u] ?? 0;
      flow[f] = (flow[f] ?? 0) - (direction[u] ?? 0) * amount;
      u = parent[u] ?? 0;
    } else {
      const f = parentArc[v] ?? 0;
      flow[f] = (flow[f] ?? 0) + (direction[v] ?? 0) * amount;
      v = parent[v] ?? 0;
    }
  }
}
