import type { Calendar } from '../free/calendar.ts';
import type { Certificate } from '../round/best-total.ts';
import type { Conflict } from '../round/conflict.ts';
import type { Placement, QuotaRound } from '../round/quota-round.ts';
import type { Breach } from './breach.ts';

/** Which demands a mode promises to keep: a stable matching only reports floors, plain stability also own-area caps. */
export type RoundPromises = { readonly floors: boolean; readonly ownCaps: boolean };

/** Checks placements of a round from the round alone: ids, rules, slots, seats, own-area caps, floors and the stated total. */
export function checkRound(
  round: QuotaRound,
  placements: readonly Placement[],
  total: number,
  promises: RoundPromises = { floors: true, ownCaps: true },
): readonly Breach[] {
  const breaches: Breach[] = [];
  const sent = new Map<string, number>();
  const received = new Map<string, number>();
  const placed = new Map<string, number>();
  const own = new Map<string, number>();
  const add = (sums: Map<string, number>, id: string, n: number) => sums.set(id, (sums.get(id) ?? 0) + n);
  let sum = 0n;
  for (const { source, host, n } of placements) {
    const from = round.sources.get(source);
    const to = round.hosts.get(host);
    const points = round.score.get(source)?.get(host);
    if (from === undefined || to === undefined) {
      breaches.push({ kind: 'unknown-id', who: [source, host] });
      continue;
    }
    if (!Number.isSafeInteger(n) || n < 1) {
      breaches.push({ kind: 'bad-count', who: [source, host], found: n });
      continue;
    }
    if (points === undefined) breaches.push({ kind: 'not-scored', who: [source, host] });
    if (to.areaClass === null || (to.areaClass === 3 && to.pref !== from.pref))
      breaches.push({ kind: 'ineligible', who: [source, host] });
    add(sent, source, n);
    add(received, host, n);
    add(placed, from.pref, n);
    if (to.areaClass === 3) add(own, to.pref, n);
    sum += BigInt(points ?? 0) * BigInt(n);
  }
  const most = (kind: Breach['kind'], who: string, found: number, allowed: number) => {
    if (found > allowed) breaches.push({ kind, who: [who], found, allowed });
  };
  for (const [id, { slots }] of round.sources) most('over-slots', id, sent.get(id) ?? 0, slots);
  for (const [id, { cap }] of round.hosts) most('over-capacity', id, received.get(id) ?? 0, cap);
  for (const [id, { floor, ownCap }] of round.prefectures) {
    if (promises.ownCaps) most('over-own-cap', id, own.get(id) ?? 0, ownCap);
    const found = placed.get(id) ?? 0;
    if (promises.floors && found < floor) breaches.push({ kind: 'under-floor', who: [id], found, allowed: floor });
  }
  if (sum !== BigInt(total)) breaches.push({ kind: 'wrong-total', who: [], found: total, allowed: Number(sum) });
  return breaches;
}

/**
 * Checks that a total is the greatest possible, by re-adding its price list: prices are not negative, no pair scores more than the
 * prices it would have to pay, and all prices paid come to exactly the total (linear programming duality).
 */
export function checkCertificate(round: QuotaRound, total: number, certificate: Certificate): readonly Breach[] {
  const breaches: Breach[] = [];
  const price = (list: ReadonlyMap<string, number>, id: string): bigint => BigInt(list.get(id) ?? 0);
  for (const list of [certificate.slots, certificate.hosts, certificate.ownCaps, certificate.floors])
    for (const [id, points] of list)
      if (!Number.isSafeInteger(points) || points < 0)
        return [{ kind: 'certificate-invalid', who: [id], found: points }];
  for (const [source, row] of round.score) {
    const from = round.sources.get(source);
    if (from === undefined) continue;
    for (const [host, points] of row) {
      const to = round.hosts.get(host);
      if (to === undefined || to.areaClass === null || (to.areaClass === 3 && to.pref !== from.pref)) continue;
      const paid =
        price(certificate.slots, source) +
        price(certificate.hosts, host) +
        (to.areaClass === 3 ? price(certificate.ownCaps, to.pref) : 0n) -
        price(certificate.floors, from.pref);
      if (BigInt(points) > paid)
        breaches.push({ kind: 'certificate-invalid', who: [source, host], found: points, allowed: Number(paid) });
    }
  }
  let bound = 0n;
  for (const [id, { slots }] of round.sources) bound += BigInt(slots) * price(certificate.slots, id);
  for (const [id, { cap }] of round.hosts) bound += BigInt(cap) * price(certificate.hosts, id);
  for (const [id, { floor, ownCap }] of round.prefectures)
    bound += BigInt(ownCap) * price(certificate.ownCaps, id) - BigInt(floor) * price(certificate.floors, id);
  if (bound !== BigInt(total))
    breaches.push({ kind: 'certificate-gap', who: [], found: total, allowed: Number(bound) });
  return breaches;
}

/**
 * Checks a conflict by re-adding it: the floors named ask for more than the limits named, and every eligible pair of a source
 * under those floors meets one of the limits, so that nothing can pass beside them.
 */
export function checkConflict(round: QuotaRound, conflict: Conflict): readonly Breach[] {
  const named = {
    floor: new Set<string>(),
    slots: new Set<string>(),
    hostCap: new Set<string>(),
    ownCap: new Set<string>(),
  };
  let balance = 0n;
  for (const member of conflict.members) {
    const id = member.kind === 'slots' ? member.source : member.kind === 'hostCap' ? member.host : member.prefecture;
    const real = {
      floor: round.prefectures.get(id)?.floor,
      slots: round.sources.get(id)?.slots,
      hostCap: round.hosts.get(id)?.cap,
      ownCap: round.prefectures.get(id)?.ownCap,
    }[member.kind];
    if (real !== member.amount || named[member.kind].has(id)) return [{ kind: 'conflict-does-not-add-up', who: [id] }];
    named[member.kind].add(id);
    balance += BigInt(member.kind === 'floor' ? member.amount : -member.amount);
  }
  if (balance <= 0n || balance !== BigInt(conflict.shortfall))
    return [{ kind: 'conflict-does-not-add-up', who: [], found: conflict.shortfall, allowed: Number(balance) }];
  const leaks: Breach[] = [];
  for (const [source, { pref }] of round.sources) {
    if (!named.floor.has(pref) || named.slots.has(source)) continue;
    for (const host of round.score.get(source)?.keys() ?? []) {
      const to = round.hosts.get(host);
      if (to === undefined || to.areaClass === null || (to.areaClass === 3 && to.pref !== pref)) continue;
      if (!named.hostCap.has(host) && !(to.areaClass === 3 && named.ownCap.has(to.pref)))
        leaks.push({ kind: 'conflict-does-not-add-up', who: [source, host] });
    }
  }
  return leaks;
}

/** Checks that started placements stay inside the year and never crowd a host beyond its seats in any block. */
export function checkCalendar(
  calendar: Calendar,
  placements: readonly (Placement & { readonly start: number })[],
): readonly Breach[] {
  const breaches: Breach[] = [];
  const present = new Map<string, number[]>();
  for (const { source, host, n, start } of placements) {
    const stay = calendar.length.get(source) ?? 0;
    if (!Number.isInteger(start) || start < 0 || start + stay > calendar.blocks)
      breaches.push({ kind: 'outside-calendar', who: [source, host], found: start });
    const blocks = present.get(host) ?? new Array<number>(calendar.blocks).fill(0);
    for (let b = start; b < start + stay; b++) blocks[b] = (blocks[b] ?? 0) + n;
    present.set(host, blocks);
  }
  for (const [host, blocks] of present)
    blocks.forEach((found, b) => {
      const allowed = calendar.seats.get(host)?.[b] ?? 0;
      if (found > allowed) breaches.push({ kind: 'over-seats-at-a-time', who: [host, String(b)], found, allowed });
    });
  return breaches;
}
