/** Places that nobody took in this time may still be made up for, milliseconds: the gaps between two batches, and a slow machine's. */
const grace = 500;

/** Time by which mails are paced, milliseconds. */
export interface Clock {
  now(): number;
  pause(milliseconds: number): Promise<void>;
}

export const clock: Clock = {
  now: () => Date.now(),
  pause: (milliseconds) => new Promise<void>((resume) => setTimeout(resume, Math.max(milliseconds, 0))),
};

/** Lets callers through one interval apart, however many ask at once; who comes a little late follows sooner, so that the rate is kept over a second or two. */
export function pacer(clock: Clock): { next(intervalMs: number): Promise<void> } {
  let free = 0;
  return {
    async next(intervalMs) {
      const at = Math.max(free, clock.now() - grace);
      free = at + intervalMs;
      await clock.pause(at - clock.now());
    },
  };
}
