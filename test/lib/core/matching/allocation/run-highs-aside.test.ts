import { describe, expect, test } from 'vitest';
import { runHighsAside } from '#lib/core/matching/allocation/free/run-highs-aside.ts';

/** Choose the dearest things whose weights fit, at most one of each: as hard as one likes with like weights. */
function knapsack(weights: readonly number[], room: number) {
  const n = weights.length;
  return {
    cost: Float64Array.from(weights, (w) => -w),
    rowLower: new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY),
    rowUpper: Float64Array.from([room, ...weights.map(() => 1)]),
    starts: Int32Array.from({ length: n + 1 }, (_, i) => 2 * i),
    indices: Int32Array.from(weights.flatMap((_, i) => [0, i + 1])),
    values: Float64Array.from(weights.flatMap((w) => [w, 1])),
  };
}

describe('HiGHS in a thread of its own', () => {
  test('answers as it would in the caller’s', async () => {
    const ending = await runHighsAside(knapsack([3, 5, 6], 9), 30);
    expect(ending).toEqual({ status: 'optimal', x: Float64Array.from([1, 0, 1]) });
  });

  test('is ended where it does not stop by itself, and that is told as the limit', async () => {
    const weights = Array.from({ length: 40 }, (_, i) => 100_000_003 + 2 * ((i * 7919) % 1009));
    const ending = await runHighsAside(knapsack(weights, 2_000_000_000), 3600, -3600);
    expect(ending).toEqual({ status: 'timeout' });
  });

  test('leaves the caller its own thread meanwhile', async () => {
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    await runHighsAside(knapsack([3, 5, 6], 9), 30);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(0);
  });

  test('fails where the thread does', async () => {
    const broken = { ...knapsack([1], 1), starts: Int32Array.from([0]) };
    await expect(runHighsAside(broken, 30)).rejects.toThrow();
  });
});
