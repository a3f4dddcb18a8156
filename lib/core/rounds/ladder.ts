import { isBusinessDay } from '../calendar/business-day.ts';
import { addDays, instantOf } from '../calendar/day.ts';
import type { Round, Rung } from './round.ts';

/** When one rung fires, and the name under which it is taken up once. */
export interface Step {
  /** Holds the due day, so that an extended round climbs its ladder anew. */
  readonly id: string;
  readonly rung: Rung;
  /** JST day, moved off weekends and holidays: back before the due day, forward after it. */
  readonly day: string;
  /** ISO instant, 9:30 JST. */
  readonly at: string;
}

/** Time of day of reminders, JST. */
export const reminderTime = '09:30';

/** The usual ladder: days from the due day. */
export const usualLadder: readonly Rung[] = [-14, -7, -3, -1, 1, 3].map((offset) => ({ offset }));

/** Every step of a round's ladder in order of time; two rungs that fall on one day are one step. */
export function stepsOf(round: Pick<Round, 'due' | 'ladder'>): Step[] {
  const steps = round.ladder.map((rung) => {
    const day = workingDay(addDays(round.due, rung.offset), rung.offset <= 0 ? -1 : 1);
    return { id: `${round.due}:${rung.offset}`, rung, day, at: instantOf(day, reminderTime) };
  });
  const byDay = new Map(steps.map((step) => [step.day, step]));
  return [...byDay.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** The newest step whose time has come since the round opened; older ones that were missed are not caught up one by one. */
export function stepDue(round: Round, now: string): Step | undefined {
  const since = round.openedAt;
  if (round.state !== 'open' || since === undefined) return undefined;
  return stepsOf(round).findLast(({ at }) => at <= now && at > since);
}

const workingDay = (day: string, towards: 1 | -1): string =>
  isBusinessDay(day) ? day : workingDay(addDays(day, towards), towards);
