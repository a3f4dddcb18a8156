import { workingDay } from '../calendar/business-day.ts';
import { addDays, instantOf } from '../calendar/day.ts';
import { later } from '../calendar/later.ts';
import { isQuiet, type Round, type Rung } from './round.ts';

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

/** The newest step whose time has come since the round opened or its reminders were taken up again; none while they are paused. Older ones that were missed are not caught up one by one. */
export function stepDue(round: Round, now: string): Step | undefined {
  if (round.state !== 'open' || round.openedAt === undefined || isQuiet(round)) return undefined;
  const since = [round.openedAt, round.remindersResumedAt ?? ''].sort().at(-1) ?? '';
  return stepsOf(round).findLast(({ at }) => at <= now && at > since);
}

/** Minutes after which a step that nobody took up counts as missed; the tick comes every five. */
const missedAfter = 15;

/** A step whose time passed without a reminder, and why: reminders were paused, or nothing ran then. */
export interface MissedStep {
  readonly step: Step;
  readonly why: 'paused' | 'not-run';
}

/** Steps that should have fired since the round opened and did not; `taken` are the names of those that did. */
export function missedSteps(round: Round, taken: ReadonlySet<string>, now: string): readonly MissedStep[] {
  const { openedAt, remindersPausedAt = '\uffff', remindersResumedAt = '' } = round;
  if (openedAt === undefined) return [];
  const late = later(now, { minutes: -missedAfter });
  return stepsOf(round)
    .filter(({ id, at }) => at > openedAt && at <= late && !taken.has(id))
    .map((step) => {
      const paused = step.at >= remindersPausedAt && (isQuiet(round) || step.at <= remindersResumedAt);
      return { step, why: paused ? 'paused' : 'not-run' };
    });
}
