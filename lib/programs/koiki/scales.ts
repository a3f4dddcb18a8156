import type { Host, Source } from './profiles.ts';

/** A stay at a host is at least this long (24 週), in days. */
export const LEAST_DAYS = 24 * 7;

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

/** Of the doctors in some spans, those whom one of the others, the one with most doctors, can match for 24 weeks or longer. */
export function placeable(spans: readonly number[], others: readonly number[]): number {
  let placed = 0;
  for (let span = 0; span < spans.length; span += 3) {
    const from = spans[span] ?? 0;
    const to = spans[span + 1] ?? 0;
    let most = 0;
    for (let other = 0; other < others.length; other += 3)
      if (Math.min(to, others[other + 1] ?? 0) - Math.max(from, others[other] ?? 0) >= LEAST_DAYS - 1)
        most = Math.max(most, others[other + 2] ?? 0);
    placed += Math.min(most, spans[span + 2] ?? 0);
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
export const EVERY = -1;

/**
 * Amounts by department as binary digits, ones first: each digit is the set of departments whose amount has it. The amount
 * of a row is made of one of its cells, `cell` 1 or 2; those left empty (-1) count for nothing.
 */
function digitsOf(teaching: readonly number[], cell: 1 | 2, amountOf: (told: number) => number): number[] {
  const digits: number[] = [];
  for (let at = 0; at < teaching.length; at += 3) {
    const told = teaching[at + cell] ?? -1;
    let carried = told < 0 ? 0 : amountOf(told);
    // Adds in binary, for a department may stand in several rows.
    for (let digit = 0; carried > 0; digit++) {
      const member = 1 << (teaching[at] ?? 0);
      const before = digits[digit] ?? 0;
      const sum = (carried & 1) + ((before & member) === 0 ? 0 : 1);
      digits[digit] = (sum & 1) === 1 ? before | member : before & ~member;
      carried = (carried >> 1) + (sum >> 1);
    }
  }
  return digits;
}

/** For `supervision`: the departments with a known number of supervisors, and their supervisors up to three each, digit by digit in turn. */
export function supervisionDigits(teaching: readonly number[]): readonly number[] {
  const known = digitsOf(teaching, 1, () => 1);
  const covered = digitsOf(teaching, 1, (told) => Math.min(3, told));
  const digits: number[] = [];
  for (let digit = 0; digit < Math.max(known.length, covered.length); digit++)
    digits.push(known[digit] ?? 0, covered[digit] ?? 0);
  return digits;
}

/** How well the wanted departments are supervised: three supervisors each are full points; null where no number is known. */
export function supervision(wanted: number | null, digits: readonly number[]): number | null {
  const mask = wanted ?? EVERY;
  let known = 0;
  let covered = 0;
  for (let at = 0; at < digits.length; at += 2) {
    known += countBits(mask & (digits[at] ?? 0)) << (at >> 1);
    covered += countBits(mask & (digits[at + 1] ?? 0)) << (at >> 1);
  }
  return known === 0 ? null : share(covered, 3 * known);
}

/** For `placesIn`: the places of each department, digit by digit; cells left empty are not counted. */
export const placesDigits = (teaching: readonly number[]): readonly number[] => digitsOf(teaching, 2, (told) => told);

/** Places in the wanted departments. */
export function placesIn(wanted: number | null, digits: readonly number[]): number {
  const mask = wanted ?? EVERY;
  let places = 0;
  for (let at = 0; at < digits.length; at++) places += countBits(mask & (digits[at] ?? 0)) << at;
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
