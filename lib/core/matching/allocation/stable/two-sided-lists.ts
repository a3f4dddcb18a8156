/** Two sides and their strict, incomplete lists as flat arrays: list `i` of a side runs from `start[i]` to `start[i + 1]`. */
export type TwoSidedLists = {
  readonly proposers: number;
  readonly receivers: number;
  readonly listStart: Int32Array;
  readonly list: Int32Array;
  readonly prefStart: Int32Array;
  readonly pref: Int32Array;
  /** Seats of each receiver, 人. */
  readonly cap: Int32Array;
};

/** Packs nested lists of indices into one array with its starts. */
export function packLists(lists: readonly (readonly number[])[]): { start: Int32Array; items: Int32Array } {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((one, i) => {
    start[i + 1] = (start[i] ?? 0) + one.length;
  });
  const items = new Int32Array(start[lists.length] ?? 0);
  lists.forEach((one, i) => {
    items.set(one, start[i] ?? 0);
  });
  return { start, items };
}

/** The same market seen from the other side: receivers propose, each proposer has one seat unless `demand` says more. */
export function swapSides(market: TwoSidedLists, demand?: Int32Array): TwoSidedLists {
  return {
    proposers: market.receivers,
    receivers: market.proposers,
    listStart: market.prefStart,
    list: market.pref,
    prefStart: market.listStart,
    pref: market.list,
    cap: demand ?? new Int32Array(market.proposers).fill(1),
  };
}
