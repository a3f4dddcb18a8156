/** The world's time: it stands still while anything can be done, and then jumps to the next timer. */
export interface Time {
  now(): number;
  /** Moves the clock forward; timers in between do not fire. */
  moveTo(instant: number): void;
  /** Does something as soon as everything before it has come to a wait: calls to AWS stand in this line. */
  inTurn(work: () => void): void;
  setTimeout(work: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
  /** Forgets every wait and every call in line, and sets the clock. */
  reset(instant: number): void;
}

/** Creates the time of one world; `pick` chooses which of so many waiting calls comes next. */
export function worldTime(pick: (count: number) => number): Time {
  let clock = 0;
  let timers = new Map<number, { readonly at: number; readonly work: () => void }>();
  let line: (() => void)[] = [];
  let numbers = 0;
  let running = false;

  function wake(): void {
    if (running) return;
    running = true;
    setImmediate(step);
  }

  function step(): void {
    running = false;
    const next = line.length > 0 ? line.splice(pick(line.length), 1)[0] : earliest();
    if (line.length > 0 || timers.size > 0 || next) wake();
    next?.();
  }

  function earliest(): (() => void) | undefined {
    let first: readonly [number, { readonly at: number; readonly work: () => void }] | undefined;
    for (const timer of timers) if (!first || timer[1].at < first[1].at) first = timer;
    if (!first) return undefined;
    timers.delete(first[0]);
    clock = Math.max(clock, first[1].at);
    return first[1].work;
  }

  return {
    now: () => clock,
    moveTo(instant) {
      clock = Math.max(clock, instant);
    },
    inTurn(work) {
      line.push(work);
      wake();
    },
    setTimeout(work, milliseconds) {
      const number = ++numbers;
      timers.set(number, { at: clock + Math.max(0, milliseconds), work });
      wake();
      return number;
    },
    clearTimeout: (timer) => void timers.delete(timer),
    reset(instant) {
      timers = new Map();
      line = [];
      clock = instant;
    },
  };
}
