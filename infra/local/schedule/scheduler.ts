import type { PlatformClock } from '../clock.ts';
import { nextFiring } from './expression.ts';

/** One schedule of the template. */
export interface Schedule {
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  /** Starts the target with the instant the schedule stands for (milliseconds); resolves when the target has answered. */
  fire(at: number): Promise<void>;
}

/** EventBridge Scheduler by the platform's clock. */
export interface Scheduler {
  add(schedule: Schedule): void;
  /** Fires every schedule once for the present time, whatever is due. */
  fireAll(): Promise<void>;
  /** Begins to fire by itself. */
  start(): void;
  /** No schedule fires by itself while the clock is being moved. */
  hold(held: boolean): void;
  stop(): Promise<void>;
}

/** Creates a scheduler; it looks at the clock every half second, and a time passed over in one jump fires once. */
export function createScheduler(clock: PlatformClock): Scheduler {
  const schedules: { schedule: Schedule; next: number | undefined; running: Promise<void> }[] = [];
  let held = false;
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    if (held) return;
    const now = clock.now();
    for (const entry of schedules) if (entry.next !== undefined && entry.next <= now) fire(entry, entry.next);
  }
  function fire(entry: (typeof schedules)[number], at: number): void {
    entry.next = nextFiring(entry.schedule.expression, entry.schedule.timeZone, clock.now());
    entry.running = entry.schedule.fire(at);
  }

  return {
    add(schedule) {
      const next = nextFiring(schedule.expression, schedule.timeZone, clock.now());
      schedules.push({ schedule, next, running: Promise.resolve() });
    },
    async fireAll() {
      for (const entry of schedules) fire(entry, clock.now());
      await Promise.all(schedules.map((entry) => entry.running));
    },
    start() {
      timer = setInterval(look, 500);
    },
    hold: (value) => {
      held = value;
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(schedules.map((entry) => entry.running));
    },
  };
}
