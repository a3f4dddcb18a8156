/** Lets callers through one interval apart, however many ask at once. */
export function pacer(clock: { now(): number; pause(milliseconds: number): Promise<void> }): {
  next(intervalMs: number): Promise<void>;
} {
  let free = 0;
  return {
    async next(intervalMs) {
      const at = Math.max(free, clock.now());
      free = at + intervalMs;
      await clock.pause(at - clock.now());
    },
  };
}
