import type { Market, RegionalMarket } from '../lines/read-market.ts';
import { byId } from '../round/quota-round.ts';
import type { RegionalLists } from './flexible-deferred-acceptance.ts';
import type { TwoSidedLists } from './two-sided-lists.ts';

/** A market in numbers with the ids behind them, sorted, so that the order of the input never reaches an answer. */
export type IndexedMarket<Lists extends TwoSidedLists> = {
  readonly proposers: readonly string[];
  readonly receivers: readonly string[];
  readonly lists: Lists;
};

/** Numbers the entries of lists by the position of each id; `ids` says whose list is the i-th. */
export function packIds(
  ids: readonly string[],
  listOf: (id: string) => readonly string[],
  others: readonly string[],
): { start: Int32Array; items: Int32Array } {
  const at = new Map(others.map((id, i) => [id, i]));
  const start = new Int32Array(ids.length + 1);
  let size = 0;
  ids.forEach((id, i) => {
    size += listOf(id).length;
    start[i + 1] = size;
  });
  const items = new Int32Array(size);
  let k = 0;
  for (const id of ids) for (const other of listOf(id)) items[k++] = at.get(other) ?? 0;
  return { start, items };
}

/** Numbers a market; seats beyond a receiver's own list are of no use and are cut. */
export function indexMarket(market: Market): IndexedMarket<TwoSidedLists> {
  const proposers = [...market.proposers.keys()].sort(byId);
  const receivers = [...market.receivers.keys()].sort(byId);
  const lists = packIds(proposers, (id) => market.proposers.get(id) ?? [], receivers);
  const prefs = packIds(receivers, (id) => market.receivers.get(id)?.prefs ?? [], proposers);
  const cap = Int32Array.from(receivers, (id) => {
    const receiver = market.receivers.get(id);
    return Math.min(receiver?.cap ?? 0, receiver?.prefs.length ?? 0);
  });
  return {
    proposers,
    receivers,
    lists: {
      proposers: proposers.length,
      receivers: receivers.length,
      listStart: lists.start,
      list: lists.items,
      prefStart: prefs.start,
      pref: prefs.items,
      cap,
    },
  };
}

/** Numbers a regional market. */
export function indexRegionalMarket(market: RegionalMarket): IndexedMarket<RegionalLists> {
  const plain = indexMarket(market);
  const regions = [...market.regions.keys()].sort(byId);
  const regionAt = new Map(regions.map((id, i) => [id, i]));
  const orders = packIds(regions, (id) => market.regions.get(id)?.order ?? [], plain.receivers);
  return {
    proposers: plain.proposers,
    receivers: plain.receivers,
    lists: {
      ...plain.lists,
      cap: Int32Array.from(plain.receivers, (id) => market.receivers.get(id)?.cap ?? 0),
      target: Int32Array.from(plain.receivers, (id) => market.receivers.get(id)?.target ?? 0),
      region: Int32Array.from(plain.receivers, (id) => regionAt.get(market.receivers.get(id)?.region ?? '') ?? 0),
      regionCap: Int32Array.from(regions, (id) => market.regions.get(id)?.cap ?? 0),
      orderStart: orders.start,
      order: orders.items,
    },
  };
}
