import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailRoom } from '#test/support/mail-room.ts';
import { type Books, commands, holds, type Life, openOne, pass } from '#test/support/round-life.ts';

/** Stories played, always the same ones; `RUNS=2000` plays more, and `SEED=7` others. */
const numRuns = Number(process.env.RUNS ?? 15);
const seed = Number(process.env.SEED ?? 5);

test('whatever people, clocks and mail servers do in whatever order, mails and books agree with a small model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 25, size: 'max' }), async (story) => {
      const books: Books = { rounds: [], merged: new Map(), stages: new Map(), acts: new Map() };
      const room = await mailRoom('2027-01-18T01:00:00.000Z');
      const life: Life = { room, mailed: new Set(), reminded: new Set(), presses: 0 };
      await openOne(books, life);
      await fc.asyncModelRun(() => ({ model: books, real: life }), story);
      for (let quiet = 0; quiet < 4; quiet++) await pass(books, life, 1440);
      await pass(books, life, 0);
      await holds(books, life);
      const moving = room.notices().filter(({ state }) => state === 'pending' || state === 'sending');
      expect(moving.map(({ id }) => id)).toEqual([]);
    }),
    { numRuns, seed },
  );
});
