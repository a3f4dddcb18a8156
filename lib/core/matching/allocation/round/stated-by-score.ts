import type { Market, RegionalMarket } from '../lines/read-market.ts';
import type { TieOrder } from '../plan.ts';
import type { Assignment } from '../stable/match-market.ts';
import { byId, type Placement, pairRule, type QuotaRound } from './quota-round.ts';

/**
 * Orders ids by a seeded lottery: equal scores are broken by it on both sides. Seed 0 is plain id order, so that a rerun needs no seed.
 */
export function lottery(ids: Iterable<string>, seed: number): (a: string, b: string) => number {
  if (seed === 0) return byId;
  const ticket = new Map<string, number>();
  for (const id of ids) ticket.set(id, draw(id, seed));
  return (a, b) => (ticket.get(a) ?? 0) - (ticket.get(b) ?? 0) || byId(a, b);
}

/** A 32-bit draw that depends on nothing but the id and the seed (FNV-1a, then a finishing mix). */
function draw(id: string, seed: number): number {
  let x = (2_166_136_261 ^ seed) >>> 0;
  for (let i = 0; i < id.length; i++) x = Math.imul(x ^ id.charCodeAt(i), 16_777_619);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/**
 * A round as a regional market, for the modes that ask for stability: each slot proposes, both sides rank by what they go by (`likes`, else the score) and leave out
 * pairs below 0; `tieBy` class puts hosts of ① before ② before ③ where scores are equal; own-area caps are regional caps with no targets. Floors cannot be asked of a stable matching, only reported.
 */
export function marketOfRound(round: QuotaRound, tieSeed: number, tieBy: TieOrder = 'seed'): RegionalMarket {
  const lot = lottery([...round.sources.keys(), ...round.hosts.keys()], tieSeed);
  const tier = (id: string) => (tieBy === 'class' ? (round.hosts.get(id)?.areaClass ?? 0) : 0);
  const tie = (a: string, b: string) => tier(a) - tier(b) || lot(a, b);
  const wanted = new Map<string, { host: string; points: number }[]>();
  const wanting = new Map<string, { source: string; points: number }[]>();
  for (const host of round.hosts.keys()) wanting.set(host, []);
  for (const [source, { pref }] of round.sources) {
    const row: { host: string; points: number }[] = [];
    for (const [host, points] of round.score.get(source) ?? []) {
      const at = round.hosts.get(host);
      if (at === undefined || points < 0 || pairRule(pref, at) !== null) continue;
      row.push({ host, points: round.likes?.source.get(source)?.get(host) ?? points });
      wanting.get(host)?.push({ source, points: round.likes?.host.get(source)?.get(host) ?? points });
    }
    wanted.set(
      source,
      row.sort((a, b) => b.points - a.points || tie(a.host, b.host)),
    );
  }
  const units = new Map([...round.sources].map(([id, { slots }]) => [id, unitsOf(id, Math.min(slots, reach(id)))]));
  const proposers = new Map<string, readonly string[]>();
  for (const [id, names] of units) {
    const list = (wanted.get(id) ?? []).map((x) => x.host);
    for (const name of names) proposers.set(name, list);
  }
  const receivers = new Map<string, RegionalMarket['receivers'] extends ReadonlyMap<string, infer R> ? R : never>();
  const regions = new Map<string, { cap: number; order: string[] }>();
  for (const [id, host] of [...round.hosts].sort(([a], [b]) => tie(a, b))) {
    const order = (wanting.get(id) ?? []).sort((a, b) => b.points - a.points || tie(a.source, b.source));
    const quota = host.areaClass === 3 ? round.prefectures.get(host.pref) : undefined;
    const region = JSON.stringify(quota === undefined ? ['host', id] : ['own', host.pref]);
    receivers.set(id, { cap: host.cap, target: 0, region, prefs: order.flatMap((x) => units.get(x.source) ?? []) });
    const known = regions.get(region);
    if (known === undefined) regions.set(region, { cap: quota?.ownCap ?? host.cap, order: [id] });
    else known.order.push(id);
  }
  return { proposers, receivers, regions };

  function reach(source: string): number {
    return (wanted.get(source) ?? []).reduce((sum, x) => sum + (round.hosts.get(x.host)?.cap ?? 0), 0);
  }
}

/** The same market without the own-area caps. */
export const withoutRegions = ({ proposers, receivers }: RegionalMarket): Market => ({ proposers, receivers });

const unitsOf = (source: string, slots: number): string[] =>
  Array.from({ length: slots }, (_, i) => JSON.stringify([source, String(i).padStart(10, '0')]));

/** Gathers the slots of an assignment into placements, ordered by source and host. */
export function placementsOfUnits(assignment: Assignment): Placement[] {
  const counts = new Map<string, Map<string, number>>();
  for (const [unit, host] of assignment) {
    if (host === null) continue;
    const [source]: unknown[] = JSON.parse(unit);
    const row = counts.get(String(source)) ?? new Map<string, number>();
    row.set(host, (row.get(host) ?? 0) + 1);
    counts.set(String(source), row);
  }
  return [...counts]
    .sort(([a], [b]) => byId(a, b))
    .flatMap(([source, row]) => [...row].sort(([a], [b]) => byId(a, b)).map(([host, n]) => ({ source, host, n })));
}
