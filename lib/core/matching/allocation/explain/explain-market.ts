import type { BlockingPair } from '../check/breach.ts';
import type { Market } from '../lines/read-market.ts';
import { byId } from '../round/quota-round.ts';
import { deferredAcceptance } from '../stable/deferred-acceptance.ts';
import { indexMarket } from '../stable/index-market.ts';
import type { Assignment } from '../stable/match-market.ts';
import { reusable } from '../stable/memory.ts';
import { standings } from '../stable/standing.ts';
import type { ReasonCode } from './reason.ts';

/** The reason of one pair of a market; ranks count from 1 and `cutoff` is the lowest rank the receiver holds. */
export type MarketReason = {
  readonly proposer: string;
  readonly receiver: string;
  readonly code: ReasonCode;
  /** Who does not list whom, when the code is NOT_LISTED. */
  readonly unlistedBy?: readonly ('proposer' | 'receiver')[];
  readonly rank?: number;
  readonly cutoff?: number;
  /** Whether a formed pair stands in every stable matching: in the best for proposers and in the best for receivers. */
  readonly always?: boolean;
};

/**
 * Gives every pair that either side lists its one reason, in id order. `blocking` are the excused pairs the checker found under
 * regional caps; `forReceivers` is the receiver-optimal matching, where there is one.
 */
export function explainMarket(
  market: Market,
  assignment: Assignment,
  blocking: readonly BlockingPair[] = [],
  forReceivers: Assignment | null = null,
): MarketReason[] {
  const ranks = new Map([...market.receivers].map(([id, { prefs }]) => [id, new Map(prefs.map((p, i) => [p, i + 1]))]));
  const cutoff = new Map<string, number>();
  for (const [proposer, receiver] of assignment) {
    if (receiver === null) continue;
    cutoff.set(receiver, Math.max(cutoff.get(receiver) ?? 0, ranks.get(receiver)?.get(proposer) ?? 0));
  }
  const excused = new Set(
    blocking.filter((b) => b.excuse === 'region').map((b) => JSON.stringify([b.proposer, b.receiver])),
  );
  const reasons: MarketReason[] = [];
  for (const proposer of [...market.proposers.keys()].sort(byId)) {
    const list = market.proposers.get(proposer) ?? [];
    const own = new Map(list.map((r, i) => [r, i]));
    const listedOnlyThere = [...ranks].filter(([r, row]) => !own.has(r) && row.has(proposer)).map(([r]) => r);
    const current = assignment.get(proposer) ?? null;
    for (const receiver of [...list, ...listedOnlyThere].sort(byId)) {
      const rank = ranks.get(receiver)?.get(proposer);
      const pair = { proposer, receiver };
      const unlistedBy = [
        ...(own.has(receiver) ? [] : ['proposer' as const]),
        ...(rank === undefined ? ['receiver' as const] : []),
      ];
      const lowest = cutoff.get(receiver);
      const standing = { ...(rank === undefined ? {} : { rank }), ...(lowest === undefined ? {} : { cutoff: lowest }) };
      if (receiver === current)
        reasons.push({
          ...pair,
          code: 'MATCHED',
          ...standing,
          ...(forReceivers && { always: forReceivers.get(proposer) === receiver }),
        });
      else if (unlistedBy.length > 0) reasons.push({ ...pair, code: 'NOT_LISTED', unlistedBy });
      else if (current !== null && (own.get(current) ?? 0) < (own.get(receiver) ?? 0))
        reasons.push({ ...pair, code: 'BETTER' });
      else if (excused.has(JSON.stringify([proposer, receiver])))
        reasons.push({ ...pair, code: 'REGION_CAP', ...standing });
      else reasons.push({ ...pair, code: 'HOST_FULL', ...standing });
    }
  }
  return reasons;
}

/**
 * The fewest more seats (up to `most`) at a receiver that would bring a proposer there, found by solving again with what is known of the lists
 * kept; null when none would.
 */
export function seatsThatWouldDo(market: Market, proposer: string, receiver: string, most = 5): number | null {
  const { proposers, receivers, lists } = indexMarket(market);
  const standing = standings(lists);
  const p = proposers.indexOf(proposer);
  const r = receivers.indexOf(receiver);
  const memory = reusable();
  for (let more = 1; more <= most; more++) {
    memory.again();
    const cap = lists.cap.slice();
    cap[r] = (market.receivers.get(receiver)?.cap ?? 0) + more;
    const e = deferredAcceptance({ ...lists, cap }, standing, memory)[p] ?? -1;
    if (e >= 0 && lists.list[e] === r) return more;
  }
  return null;
}
