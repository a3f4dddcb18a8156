/** A circulation: arcs with capacity (人) and cost per unit, all balances zero, lower bounds zero. */
export type Network = {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly upper: Int32Array;
  readonly cost: Float64Array;
  /** Per node the arc to its parent in a first spanning tree that points at the root everywhere; -1 at the root. */
  readonly firstTree: Int32Array;
};

/** Where a non-tree arc rests, or that it is in the tree. */
export const AT_LOWER = 1;
export const IN_TREE = 0;
export const AT_UPPER = -1;
