import type { BlockingPair, Breach } from '../check/breach.ts';
import { checkRegional, checkRound } from '../check/checker.ts';
import type { RegionalMarket } from '../lines/read-market.ts';
import { byId, type Placement, type QuotaRound } from '../round/quota-round.ts';

/** A source and a host that would rather have each other, how many people, and what excuses it. */
export interface BlockingPlaces {
  readonly source: string;
  readonly host: string;
  readonly n: number;
  readonly excuse: BlockingPair['excuse'];
}

/** One mode's result with its price: all that is set beside the others. */
export interface ModeOutcome {
  readonly placements: readonly Placement[];
  readonly total: number;
  /** People placed, 人. */
  readonly placed: number;
  /** Everything of the rules that it leaves unmet, as the checker finds it. */
  readonly breaches: readonly Breach[];
  /** Pairs that would rather be together; none means stable. */
  readonly blocking: readonly BlockingPlaces[];
  /** People by the place of their host in their source's order: first, second or third, fourth to tenth, later. */
  readonly ranks: readonly [number, number, number, number];
}

/** Weighs up placements by the checker alone, whichever mode made them; `market` is the round as `marketOfRound` states it. */
export function outcomeOf(round: QuotaRound, market: RegionalMarket, placements: readonly Placement[]): ModeOutcome {
  const total = placements.reduce((sum, x) => sum + (round.score.get(x.source)?.get(x.host) ?? 0) * x.n, 0);
  const assignment = asUnits(market, placements);
  const ranks: [number, number, number, number] = [0, 0, 0, 0];
  for (const [unit, host] of assignment) {
    if (host === null) continue;
    const at = market.proposers.get(unit)?.indexOf(host) ?? -1;
    ranks[at === 0 ? 0 : at < 0 || at > 9 ? 3 : at < 3 ? 1 : 2]++;
  }
  return {
    placements,
    total,
    placed: placements.reduce((sum, { n }) => sum + n, 0),
    breaches: checkRound(round, placements, total),
    blocking: gathered(checkRegional(market, assignment).blocking),
    ranks,
  };
}

/** Placements as the market's units. Every host ranks a source's units in their order, so the first unit takes the place that the source likes best. */
export function asUnits(market: RegionalMarket, placements: readonly Placement[]): ReadonlyMap<string, string | null> {
  const places = Map.groupBy(placements, ({ source }) => source);
  const going = new Map<string, string[]>();
  return new Map(
    [...market.proposers].map(([unit, liked]) => {
      const source = sourceOf(unit);
      const row = going.get(source) ?? bestFirst(places.get(source) ?? [], liked);
      going.set(source, row);
      return [unit, row.shift() ?? null];
    }),
  );
}

function bestFirst(places: readonly Placement[], liked: readonly string[]): string[] {
  const place = new Map(liked.map((host, at) => [host, at]));
  const at = ({ host }: Placement) => place.get(host) ?? liked.length;
  return places.toSorted((a, b) => at(a) - at(b)).flatMap(({ host, n }) => Array.from({ length: n }, () => host));
}

/** Source of a unit's name. */
export function sourceOf(unit: string): string {
  const [source]: unknown[] = JSON.parse(unit);
  return String(source);
}

function gathered(blocking: readonly BlockingPair[]): readonly BlockingPlaces[] {
  const found = new Map<string, BlockingPlaces>();
  for (const { proposer, receiver, excuse } of blocking) {
    const source = sourceOf(proposer);
    const key = JSON.stringify([source, receiver, excuse]);
    found.set(key, { source, host: receiver, excuse, n: (found.get(key)?.n ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => byId(a.source, b.source) || byId(a.host, b.host));
}

/** People who are placed otherwise in one result than in another, 人: those of the first for whom the second has no place alike. */
export function moved(one: readonly Placement[], other: readonly Placement[]): number {
  const there = new Map(other.map(({ source, host, n }) => [JSON.stringify([source, host]), n]));
  return one.reduce(
    (sum, { source, host, n }) => sum + Math.max(0, n - (there.get(JSON.stringify([source, host])) ?? 0)),
    0,
  );
}
