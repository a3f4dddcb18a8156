import type { Host, Source } from './profiles.ts';

/** A stay at a host is at least this long (24 週), in days. */
const LEAST_DAYS = 24 * 7;

/** Members of a set. */
export function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** So much of so much, as points rounded down; all of it and more is 100. */
export const share = (part: number, whole: number): number => Math.min(100, Math.floor((100 * part) / whole));

/** Points of the first step whose limit the value does not exceed, or those beyond the last. */
export function step(
  value: number,
  steps: readonly (readonly [limit: number, points: number])[],
  beyond: number,
): number {
  for (const [limit, points] of steps) if (value <= limit) return points;
  return beyond;
}

/** Doctors that a source wants to send, and those of them that some period of the host can take for 24 weeks or longer. */
export function placeable(windows: readonly number[], periods: readonly number[]): { wanted: number; placed: number } {
  let wanted = 0;
  let placed = 0;
  for (let window = 0; window < windows.length; window += 3) {
    const from = windows[window] ?? 0;
    const to = windows[window + 1] ?? 0;
    const doctors = windows[window + 2] ?? 0;
    wanted += doctors;
    let best = 0;
    for (let period = 0; period < periods.length; period += 3) {
      const days = Math.min(to, periods[period + 1] ?? 0) - Math.max(from, periods[period] ?? 0) + 1;
      if (days >= LEAST_DAYS) best = Math.max(best, Math.min(doctors, periods[period + 2] ?? 0));
    }
    placed += best;
  }
  return { wanted, placed };
}

/** Most doctors that a host takes at a time. */
export const mostAtATime = (periods: readonly number[]): number => {
  let most = 0;
  for (let period = 2; period < periods.length; period += 3) most = Math.max(most, periods[period] ?? 0);
  return most;
};

/** Supervisors and places of the wanted departments that a host teaches; cells left empty are not counted. */
export function teachingOf(wanted: number | null, teaching: readonly number[]) {
  const found = { departments: 0, supervisors: 0, known: 0, covered: 0, places: 0 };
  for (let at = 0; at < teaching.length; at += 3) {
    const department = teaching[at] ?? 0;
    const supervisors = teaching[at + 1] ?? -1;
    const doctors = teaching[at + 2] ?? -1;
    if (wanted !== null && (wanted & (1 << department)) === 0) continue;
    found.departments |= 1 << department;
    if (doctors > 0) found.places += doctors;
    if (supervisors < 0) continue;
    found.known++;
    found.supervisors += supervisors;
    found.covered += Math.min(supervisors, 3);
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
