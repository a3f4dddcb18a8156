import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Job } from '#lib/core/jobs/job.ts';
import { keys } from '#lib/store/keys.ts';
import { frozenStep } from '#lib/usecases/jobs/work.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;

beforeEach(async () => {
  country = await smallCountry();
});

const at = '2027-01-18T01:00:00.000Z';
const job = (done = 0): Job => ({
  id: 'job-1',
  kind: 'open-round',
  title: '調査の依頼',
  state: 'running',
  done,
  total: 0,
  by: ministry,
  createdAt: at,
  touchedAt: at,
  version: 1,
});

const named = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
const step = (done: number, make: () => Promise<readonly string[]>) =>
  frozenStep(country.desk, job(done), z.string(), make, 40);

/** Works a list off as the queue does, one step after the other. */
async function workedOff(make: () => Promise<readonly string[]>): Promise<string[]> {
  const seen: string[] = [];
  for (let done = 0; ; ) {
    const { batch, progress } = await step(done, make);
    seen.push(...batch);
    done = progress.done;
    if (progress.state === 'done') return seen;
  }
}

describe('a list that a job works through', () => {
  test.each([0, 1, 40, 41, 130])('of %i things is worked off whole, in its order, and made once', async (count) => {
    let made = 0;
    const seen = await workedOff(async () => {
      made += 1;
      return named('a', count);
    });
    expect(seen).toEqual(named('a', count));
    expect(made).toBe(1);
  });

  test('is that of the first of two steps begun at once, never a mixture of both', async () => {
    const first = Promise.withResolvers<readonly string[]>();
    const slow = step(0, () => first.promise);
    await step(0, async () => named('b', 90));
    first.resolve(named('a', 130));
    expect((await slow).progress.total).toBe(90);
    expect(await workedOff(() => Promise.reject(new Error('made again')))).toEqual(named('b', 90));
  });

  test('costs a step no more to read, however long it is', async () => {
    const longest = () => {
      const rows = country.all().filter(({ pk }) => pk === keys.jobPart('job-1', '').pk);
      return Math.max(...rows.map((row) => JSON.stringify(row).length));
    };
    await step(0, async () => named('a', 4_000));
    expect(longest()).toBeLessThan(1_000);
  });
});
