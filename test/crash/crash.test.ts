import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '#infra/build.ts';
import { campaign, replay } from './campaign.ts';
import { caughtBy } from './kill-planted.ts';
import { plants } from './planted/plants.ts';
import { scheduleOf, seedOf } from './schedules.ts';
import { type Bundles, buildBundles } from './world/bundles.ts';
import { readWiring, type Wiring } from './world/wiring.ts';

let wiring: Wiring;
let bundles: Bundles;
beforeAll(async () => {
  await ensureBuilt({ log: () => {} });
  wiring = readWiring();
  bundles = await buildBundles();
});

describe('a sample of the every-step test (npm run test:crash plays all)', () => {
  test('whatever goes wrong at a call, nothing acknowledged is lost and no mail is doubled', async () => {
    const { tried, failures } = await campaign(wiring, bundles, { singles: 3, pairs: 12, triples: 1, seed: 5 });
    expect(failures).toEqual([]);
    expect(tried.singles + tried.pairs + tried.triples).toBeGreaterThan(80);
  });

  test('a schedule plays alike again, from its one line', async () => {
    const line = 'open a round|call20:die-after+event0:lost|7';
    expect(seedOf(scheduleOf(line))).toBe(line);
    const [first, second] = [
      await replay(wiring, bundles, scheduleOf(line)),
      await replay(wiring, bundles, scheduleOf(line)),
    ];
    expect(second.trace).toEqual(first.trace);
    expect(first.trace.join()).toContain('<< die-after');
  });

  test.each(plants.filter(({ name }) => /lock/.test(name)).map((plant) => [plant.name, plant] as const))(
    'a planted fault is caught: %s',
    async (_name, plant) => {
      expect(await caughtBy(plant, wiring)).toBeDefined();
    },
  );
});
