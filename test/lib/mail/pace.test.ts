import { describe, expect, test } from 'vitest';
import { pacer } from '#lib/mail/pace.ts';

/** A pacer on a clock that only pauses and work move. */
function paced() {
  let now = 10_000;
  const pace = pacer({
    now: () => now,
    pause: async (milliseconds) => {
      now += Math.max(milliseconds, 0);
    },
  });
  return {
    /** When the next one is let through, after work of so many milliseconds. */
    async after(work: number): Promise<number> {
      now += work;
      await pace.next(250);
      return now - 10_000;
    },
  };
}

describe('The pace', () => {
  test('lets through one an interval apart', async () => {
    const one = paced();
    const times: number[] = [];
    for (let mail = 0; mail < 12; mail++) times.push(await one.after(10));
    expect(times.slice(4).map((time, at) => time - (times[at + 3] ?? 0))).toEqual(Array(8).fill(250));
  });

  test('makes up for a gap, so that the rate is kept over a while', async () => {
    const one = paced();
    let last = 0;
    for (let mail = 1; mail <= 40; mail++) last = await one.after(mail % 10 === 0 ? 450 : 10);
    expect(40_000 / last).toBeGreaterThanOrEqual(4);
  });

  test('does not make up for a long rest', async () => {
    const one = paced();
    await one.after(0);
    const begun = await one.after(60_000);
    let last = begun;
    for (let mail = 0; mail < 10; mail++) last = await one.after(0);
    expect(last - begun).toBeGreaterThanOrEqual(2000);
  });
});
