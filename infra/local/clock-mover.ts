import type { Activity } from './activity.ts';
import type { PlatformClock } from './clock.ts';
import type { Scheduler } from './schedule/scheduler.ts';

/** How far a move has come. */
export interface MoveProgress {
  /** ISO UTC instant that the clock is moved to. */
  readonly to: string;
  readonly step: number;
  readonly steps: number;
}

/** Moves the clock so that what should happen on the way happens. */
export interface ClockMover {
  /** Moves to an instant (milliseconds), stopping each day at 09:30 JST; at every stop all schedules fire once and the platform comes to rest. */
  moveTo(instant: number): Promise<void>;
  /** Lets so many milliseconds pass in the same way, from when the moves before it have ended. */
  moveBy(milliseconds: number): Promise<void>;
  progress(): MoveProgress | undefined;
}

const DAY = 86_400_000;
const JST = 9 * 3_600_000;
const MORNING = 9.5 * 3_600_000;
/** A stop is left after this much real time even when something is still under way. */
const PATIENCE_MS = 60_000;

/** The stops between two instants: each day's 09:30 JST, and the end. */
export function stopsBetween(from: number, to: number): readonly number[] {
  const stops: number[] = [];
  const midnight = Math.floor((from + JST) / DAY) * DAY - JST;
  for (let stop = midnight + MORNING; stop < to; stop += DAY) if (stop > from) stops.push(stop);
  return [...stops, to];
}

/** Creates the mover; moves asked for at the same time follow one another. */
export function createClockMover(clock: PlatformClock, scheduler: Scheduler, activity: Activity): ClockMover {
  let progress: MoveProgress | undefined;
  let last = Promise.resolve();

  async function move(to: number): Promise<void> {
    const stops = stopsBetween(clock.now(), to);
    scheduler.hold(true);
    try {
      for (const [n, stop] of stops.entries()) {
        progress = { to: new Date(to).toISOString(), step: n + 1, steps: stops.length };
        clock.reach(stop);
        await scheduler.fireAll();
        await activity.settle(PATIENCE_MS);
      }
    } finally {
      progress = undefined;
      scheduler.hold(false);
    }
  }

  return {
    moveTo(instant) {
      if (!(instant >= clock.now())) return Promise.reject(new RangeError('the clock moves forward only'));
      last = last.catch(() => {}).then(() => move(instant));
      return last;
    },
    moveBy(milliseconds) {
      if (!(milliseconds >= 0)) return Promise.reject(new RangeError('the clock moves forward only'));
      last = last.catch(() => {}).then(() => move(clock.now() + milliseconds));
      return last;
    },
    progress: () => progress,
  };
}
