import { beforeEach, expect, test } from 'vitest';
import type { Write } from '#lib/core/ports.ts';
import { extendRound } from '#lib/usecases/extend-round.ts';
import { openRound, releaseRound } from '#lib/usecases/move-round.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { clerkOf, openedRound, preparedRound, submitted } from '#test/functions/staff/open-round.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;

beforeEach(async () => {
  country = await smallCountry();
});

/** Lets something else happen just before the first commit that the condition picks. */
function justBefore(picks: (writes: readonly Write[]) => boolean, act: () => Promise<unknown>): void {
  const { table } = country.desk;
  const { commit } = table;
  let waiting = true;
  Object.assign(table, {
    commit: async (writes: readonly Write[]) => {
      if (waiting && picks(writes)) {
        waiting = false;
        await act();
      }
      return commit(writes);
    },
  });
}

const puts = (sort: string) => (writes: readonly Write[]) => writes.some((one) => 'put' in one && one.put.sk === sort);

test('an answer that is submitted while the round is being released is refused, not lost', async () => {
  const round = await openedRound(country);
  await submitted(country, round, 'IWATE2', 2);
  const clerk = clerkOf(round, 'IWATE2');
  justBefore(puts('REV#0001'), () => releaseRound(country.desk, ministry, round));
  await expect(submitted(country, round, 'IWATE1', 3)).rejects.toThrow('round-closed');
  const again = await submitAnswer(country.desk, clerk, { round, organisation: 'IWATE2', request: 'submit0' });
  expect(again).toMatchObject({ ok: true, value: { revision: 1 } });
});

test('a due day that is moved while a round opens does not leave it half opened', async () => {
  const id = await preparedRound(country);
  await openRound(country.desk, ministry, id);
  justBefore(puts('ROUND'), () => extendRound(country.desk, ministry, id, '2027-02-05'));
  await country.runJobs();
  expect(await readRound(country.desk, id)).toMatchObject({ state: 'open', due: '2027-02-05', asked: 3 });
});
