import { expect, test } from 'vitest';
import { giveWay } from '#lib/mail/give-way.ts';

/** How long somebody waits where others are in line for so many milliseconds. */
async function waited(others: number): Promise<number> {
  let now = 0;
  const clock = {
    now: () => now,
    pause: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
  await giveWay({ empty: async () => now >= others }, clock);
  return now;
}

test('An announcement goes at once where no other mail is in line', async () => {
  expect(await waited(0)).toBe(0);
});

test('An announcement waits until the others are through, and goes on all the same when they take long', async () => {
  expect(await waited(3000)).toBe(3000);
  expect(await waited(3_600_000)).toBe(15_000);
});
