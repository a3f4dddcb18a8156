import type { Market, RegionalMarket } from '../lines/read-market.ts';
import type { Assignment } from '../stable/match-market.ts';
import type { BlockingPair, Breach } from './breach.ts';

/** What the checker found in a matching: breaches of the rules, and every blocking pair with its excuse. */
export type MarketReport = { readonly breaches: readonly Breach[]; readonly blocking: readonly BlockingPair[] };

/** Checks a matching of a plain market from its lists alone: ids, acceptability, seats, and that no pair blocks. */
export function checkMarket(market: Market, assignment: Assignment): MarketReport {
  return check(market, assignment, null);
}

/**
 * Checks a matching of a regional market: as above, region caps, and stability in the sense of Kamada & Kojima (2015): a blocking
 * pair is excused only if its region is full, the receiver prefers all it holds, and the move would not bring the region
 * nearer its targets.
 */
export function checkRegional(market: RegionalMarket, assignment: Assignment): MarketReport {
  return check(market, assignment, market);
}

function check(market: Market, assignment: Assignment, regional: RegionalMarket | null): MarketReport {
  const breaches: Breach[] = [];
  const ranks = new Map<string, Map<string, number>>();
  const held = new Map<string, string[]>();
  for (const [id, { prefs }] of market.receivers) {
    ranks.set(id, new Map(prefs.map((p, i) => [p, i])));
    held.set(id, []);
  }
  for (const id of assignment.keys()) if (!market.proposers.has(id)) breaches.push({ kind: 'unknown-id', who: [id] });
  for (const [proposer, list] of market.proposers) {
    const receiver = assignment.get(proposer);
    if (receiver === undefined) breaches.push({ kind: 'missing', who: [proposer] });
    else if (receiver !== null) {
      if (!market.receivers.has(receiver)) breaches.push({ kind: 'unknown-id', who: [proposer, receiver] });
      else if (!list.includes(receiver) || ranks.get(receiver)?.has(proposer) !== true)
        breaches.push({ kind: 'unacceptable', who: [proposer, receiver] });
      held.get(receiver)?.push(proposer);
    }
  }
  for (const [id, { cap }] of market.receivers) {
    const found = held.get(id)?.length ?? 0;
    if (found > cap) breaches.push({ kind: 'over-capacity', who: [id], found, allowed: cap });
  }
  const inRegion = new Map<string, number>();
  for (const [id, { region }] of regional?.receivers ?? [])
    inRegion.set(region, (inRegion.get(region) ?? 0) + (held.get(id)?.length ?? 0));
  for (const [id, { cap }] of regional?.regions ?? []) {
    const found = inRegion.get(id) ?? 0;
    if (found > cap) breaches.push({ kind: 'over-region-cap', who: [id], found, allowed: cap });
  }
  const blocking: BlockingPair[] = [];
  const worst = new Map<string, number>();
  for (const [id, people] of held)
    worst.set(
      id,
      people.reduce((most, p) => Math.max(most, ranks.get(id)?.get(p) ?? Number.POSITIVE_INFINITY), -1),
    );
  for (const [proposer, list] of market.proposers) {
    const current = assignment.get(proposer) ?? null;
    for (const receiver of list) {
      if (receiver === current) break;
      const rank = ranks.get(receiver)?.get(proposer);
      const seats = held.get(receiver)?.length ?? 0;
      if (rank === undefined) continue;
      const displaces = (worst.get(receiver) ?? -1) > rank;
      if (!displaces && seats >= (market.receivers.get(receiver)?.cap ?? 0)) continue;
      const excused = !displaces && regional !== null && excuses(regional, held, inRegion, receiver, current);
      blocking.push({ proposer, receiver, excuse: excused ? 'region' : null });
    }
  }
  for (const { proposer, receiver, excuse } of blocking)
    if (excuse === null) breaches.push({ kind: 'blocking-pair', who: [proposer, receiver] });
  return { breaches, blocking };
}

/**
 * Whether a pair whose receiver would fill an empty seat is excused: its region is full and, when the proposer comes from
 * the same region, its move would leave the receiver further above target than the place it left (definition of stability,
 * condition iii; in whole numbers: one more here stands at least as far above target as one less there plus one).
 */
function excuses(
  market: RegionalMarket,
  held: ReadonlyMap<string, readonly string[]>,
  inRegion: ReadonlyMap<string, number>,
  receiver: string,
  current: string | null,
): boolean {
  const to = market.receivers.get(receiver);
  if (to === undefined) return false;
  if ((inRegion.get(to.region) ?? 0) < (market.regions.get(to.region)?.cap ?? 0)) return false;
  const from = current === null ? undefined : market.receivers.get(current);
  if (from === undefined || current === null || from.region !== to.region) return true;
  const extraThere = (held.get(receiver)?.length ?? 0) + 1 - to.target;
  const extraHere = (held.get(current)?.length ?? 0) - from.target;
  return extraThere >= extraHere;
}
