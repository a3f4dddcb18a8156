import type { SolvedFlow } from '../round/best-total.ts';
import { forcingPrices } from '../round/forcing-prices.ts';
import type { IndexedRound } from '../round/indexed-round.ts';
import type { PairRule, Placement } from '../round/quota-round.ts';
import type { ReasonCode } from './reason.ts';
import { whatIf } from './what-if.ts';

/** The reason of one scored pair of a round in mode C (or D). */
export type RoundReason = {
  readonly source: string;
  readonly host: string;
  readonly code: ReasonCode;
  /** Points lost if the pair were forced; null when that leaves no allocation. A rise of the score by one more forms the pair. */
  readonly price?: number | null;
  readonly rule?: PairRule;
  /** The prefecture whose floor or own-area cap stands in the way. */
  readonly prefecture?: string;
  /** The one change that was found to form the pair by solving again. */
  readonly change?: { readonly kind: 'hostCap' | 'ownCap' | 'floor' | 'slots'; readonly to: number };
};

/**
 * Gives every scored pair its one reason, ordered by source and host. BETTER: all slots of the source went to pairs it scores no lower.
 * Otherwise the pair is tried again without each other prefecture's floor, with one more seat, and with one more own-area place; the
 * first change that forms it names the reason, and failing all, the limit that is full; BETTER last, where the total gains elsewhere.
 * With `only`, the pairs of that one source.
 */
export function explainRound(round: IndexedRound, solved: SolvedFlow, only?: string): RoundReason[] {
  const { problem, sources, hosts } = round;
  const one = only === undefined ? undefined : sources.indexOf(only);
  const prices = forcingPrices(solved, problem.pairSource, one);
  const lowest = lowestFormed(round, solved);
  const trials = new Map<string, (number | null)[]>();
  const reasons: RoundReason[] = round.rejected
    .filter(({ source }) => only === undefined || source === only)
    .map((pair) => ({ ...pair, code: 'INELIGIBLE' as const }));
  problem.pairSource.forEach((s, i) => {
    if (one !== undefined && s !== one) return;
    const pair = { source: sources[s] ?? '', host: hosts[problem.pairHost[i] ?? 0] ?? '' };
    const price = prices[i] ?? null;
    if ((solved.tree.flow[i] ?? 0) > 0) reasons.push({ ...pair, code: 'MATCHED', price: 0 });
    else reasons.push({ ...pair, price, ...leftOut(s, i) });
  });
  return reasons.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : a.host < b.host ? -1 : 1));

  function leftOut(s: number, i: number): Pick<RoundReason, 'code' | 'prefecture' | 'change'> {
    const { layout } = solved;
    const h = problem.pairHost[i] ?? 0;
    const group = problem.hostGroup[h] ?? -1;
    const host = layout.hostArc + h;
    const slots = layout.slotArc + s;
    if (full(slots) && (problem.score[i] ?? 0) <= (lowest.get(s) ?? Number.NEGATIVE_INFINITY))
      return { code: 'BETTER', ...(forms(slots, 1, i) && { change: { kind: 'slots', to: raised(slots, 1) } }) };
    for (let p = 0; p < problem.floor.length; p++) {
      const floor = layout.floorArc + p;
      if (p !== problem.sourcePrefecture[s] && raised(floor, 0) > 0 && forms(floor, -raised(floor, 0), i))
        return { code: 'FLOOR_DISPLACED', prefecture: round.prefectures[p] ?? '', change: { kind: 'floor', to: 0 } };
    }
    if (full(host) && forms(host, 1, i)) return { code: 'HOST_FULL', change: { kind: 'hostCap', to: raised(host, 1) } };
    if (group >= 0 && full(layout.groupArc + group) && forms(layout.groupArc + group, 1, i))
      return {
        code: 'OWN_AREA_CAP',
        prefecture: round.prefectures[group] ?? '',
        change: { kind: 'ownCap', to: raised(layout.groupArc + group, 1) },
      };
    if (full(host)) return { code: 'HOST_FULL' };
    if (group >= 0 && full(layout.groupArc + group))
      return { code: 'OWN_AREA_CAP', prefecture: round.prefectures[group] ?? '' };
    return { code: 'BETTER' };
  }

  function raised(arc: number, by: number): number {
    return (solved.layout.network.upper[arc] ?? 0) + by;
  }

  function full(arc: number): boolean {
    return solved.tree.flow[arc] === solved.layout.network.upper[arc];
  }

  /** Whether the pair is formed, or may be at no loss, once an arc's capacity is changed; each change is solved only once. */
  function forms(arc: number, by: number, i: number): boolean {
    const key = `${arc}:${by}`;
    const known = trials.get(key) ?? forcingPrices(whatIf(solved, [[arc, raised(arc, by)]]), problem.pairSource, one);
    trials.set(key, known);
    return known[i] === 0 && prices[i] !== 0;
  }
}

/** The lowest score that each source sends somebody for. */
function lowestFormed({ problem }: IndexedRound, { tree }: SolvedFlow): Map<number, number> {
  const lowest = new Map<number, number>();
  problem.pairSource.forEach((s, i) => {
    if ((tree.flow[i] ?? 0) > 0)
      lowest.set(s, Math.min(lowest.get(s) ?? Number.POSITIVE_INFINITY, problem.score[i] ?? 0));
  });
  return lowest;
}

/** The reasons under free start weeks: pairs that only the calendar keeps apart say TERM_CONFLICT. */
export function explainTerms(reasons: readonly RoundReason[], free: readonly Placement[]): RoundReason[] {
  const formed = new Set(free.map(({ source, host }) => JSON.stringify([source, host])));
  return reasons.map((reason): RoundReason => {
    const here = formed.has(JSON.stringify([reason.source, reason.host]));
    if (here) return { source: reason.source, host: reason.host, code: 'MATCHED' };
    return reason.code === 'MATCHED' ? { source: reason.source, host: reason.host, code: 'TERM_CONFLICT' } : reason;
  });
}
