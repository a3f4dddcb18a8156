import type { Host, Source } from './profiles.ts';

/** A stay at a host is at least this long (24 週), in days. */
const LEAST_DAYS = 24 * 7;

/** Members of a set. */
export function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** So much of so much, as points rounded down; all of it and more is 100. */
export const share = (part: number, whole: number): number => Math.min(100, Math.floor((100 * part) / whole));

/** Points of the first step whose limit the value does not exceed, or those beyond the last. */
export function step(
  value: number,
  steps: readonly (readonly [limit: number, points: number])[],
  beyond: number,
): number {
  for (let at = 0; at < steps.length; at++) {
    const one = steps[at];
    if (one && value <= one[0]) return one[1];
  }
  return beyond;
}

/** Doctors that a source wants to send, over all its windows. */
export function doctorsIn(windows: readonly number[]): number {
  let doctors = 0;
  for (let window = 2; window < windows.length; window += 3) doctors += windows[window] ?? 0;
  return doctors;
}

/** Days on which a source has somebody away, over all its windows; days in two of them count once. */
export function daysAway(windows: readonly number[]): number {
  const spans: (readonly [from: number, to: number])[] = [];
  for (let window = 0; window < windows.length; window += 3)
    if ((windows[window + 2] ?? 0) > 0) spans.push([windows[window] ?? 0, windows[window + 1] ?? 0]);
  let days = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
    days += Math.max(0, to - Math.max(from - 1, reached));
    reached = Math.max(reached, to);
  }
  return days;
}

/** Of the doctors that a source wants to send, those whom some period of the host can take for 24 weeks or longer. */
export function placeable(windows: readonly number[], periods: readonly number[]): number {
  let placed = 0;
  for (let window = 0; window < windows.length; window += 3) {
    const from = windows[window] ?? 0;
    const to = windows[window + 1] ?? 0;
    const doctors = windows[window + 2] ?? 0;
    let best = 0;
    for (let period = 0; period < periods.length && best < doctors; period += 3) {
      const begins = periods[period] ?? 0;
      const ends = periods[period + 1] ?? 0;
      const days = Math.min(to, ends) - Math.max(from, begins) + 1;
      const places = periods[period + 2] ?? 0;
      if (days >= LEAST_DAYS && places > best) best = places;
    }
    placed += Math.min(best, doctors);
  }
  return placed;
}

/** Most doctors that a host takes at a time. */
export const mostAtATime = (periods: readonly number[]): number => {
  let most = 0;
  for (let period = 2; period < periods.length; period += 3) most = Math.max(most, periods[period] ?? 0);
  return most;
};

/** The wanted departments where none in particular is wanted. */
const EVERY = -1;

/** How well the wanted departments are supervised: three supervisors each are full points; null where no number is known. */
export function supervision(wanted: number | null, teaching: readonly number[]): number | null {
  const mask = wanted ?? EVERY;
  let known = 0;
  let covered = 0;
  for (let at = 0; at < teaching.length; at += 3) {
    const supervisors = teaching[at + 1] ?? -1;
    const counts = (mask >> (teaching[at] ?? 0)) & ~(supervisors >> 31) & 1;
    known += counts;
    covered += -counts & (supervisors < 3 ? supervisors : 3);
  }
  return known === 0 ? null : share(covered, 3 * known);
}

/** Places in the wanted departments; cells left empty are not counted. */
export function placesIn(wanted: number | null, teaching: readonly number[]): number {
  const mask = wanted ?? EVERY;
  let places = 0;
  for (let at = 0; at < teaching.length; at += 3) {
    const doctors = teaching[at + 2] ?? -1;
    places += doctors & ~(doctors >> 31) & -((mask >> (teaching[at] ?? 0)) & 1);
  }
  return places;
}

/** The wanted departments whose supervisors are known, and their number. */
export function supervisorsIn(wanted: number | null, teaching: readonly number[]) {
  const found = { departments: 0, supervisors: 0 };
  for (let at = 0; at < teaching.length; at += 3) {
    const supervisors = teaching[at + 1] ?? -1;
    if (supervisors < 0 || (((wanted ?? EVERY) >> (teaching[at] ?? 0)) & 1) === 0) continue;
    found.departments |= 1 << (teaching[at] ?? 0);
    found.supervisors += supervisors;
  }
  return found;
}

/** The departments a source asks for; null where it asks for none in particular. */
export const wantedBy = ({ departments }: Source): number | null => (departments === 0 ? null : departments);

/** Whether a host takes nobody, and why. */
export function closedBecause({ accepts, periods, consultable }: Host): string | null {
  if (accepts === 0 && consultable !== 1) return '受け入れる予定はないと回答しています。';
  if (consultable === 0) return '受入相談を受け付けていません。';
  return periods !== null && mostAtATime(periods) === 0 && consultable !== 1 ? '受入可能な人数がありません。' : null;
}
