import { expect, test } from 'vitest';
import { runFourModes } from '#lib/core/matching/allocation/compare/four-modes.ts';
import { runHighs } from '#lib/core/matching/allocation/free/run-highs.ts';
import type { QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';

const scores = (a: readonly [number, number], b: readonly [number, number]) =>
  new Map([
    ['a', new Map([...'XY'].map((host, at) => [host, a[at] ?? 0]))],
    ['b', new Map([...'XY'].map((host, at) => [host, b[at] ?? 0]))],
  ]);

/** Each source likes best the host that likes the other source best (Gale & Shapley 1962, example 1 in small): two stable allocations. */
const crossed: QuotaRound = {
  prefectures: new Map([['P', { limit: 0, floor: 0, ownCap: 0 }]]),
  sources: new Map([...'ab'].map((id) => [id, { pref: 'P', slots: 1 }])),
  hosts: new Map([...'XY'].map((id) => [id, { pref: 'Q', areaClass: 1, cap: 1 }])),
  score: scores([500, 500], [500, 500]),
  likes: { source: scores([900, 100], [100, 900]), host: scores([100, 900], [900, 100]) },
};

const run = (round: QuotaRound, proposer: 'source' | 'host') =>
  runFourModes(round, {
    calendar: {
      blocks: 1,
      length: new Map([...'ab'].map((id) => [id, 1])),
      seats: new Map([...'XY'].map((id) => [id, [1]])),
    },
    tieSeed: 0,
    tieBy: 'seed',
    proposer,
    seconds: 10,
    run: runHighs,
  });

const pairs = ({ stable }: Awaited<ReturnType<typeof run>>) =>
  stable.placements.map(({ source, host }) => `${source}${host}`);

test('where each side goes by its own direction, whoever proposes gets the best for it, and the other side’s answer is counted', async () => {
  const [bySource, byHost] = [await run(crossed, 'source'), await run(crossed, 'host')];
  expect([pairs(bySource), pairs(byHost)]).toEqual([
    ['aX', 'bY'],
    ['aY', 'bX'],
  ]);
  expect([bySource.proposerMatters, byHost.proposerMatters]).toEqual([2, 2]);
  for (const { stable } of [bySource, byHost]) expect(stable.blocking).toEqual([]);
});

test('where both go by one score without ties, it matters to nobody who proposes', async () => {
  const { likes: _, ...round } = crossed;
  const one = { ...round, score: scores([9, 7], [6, 8]) };
  expect((await run(one, 'source')).proposerMatters).toBe(0);
  expect(pairs(await run(one, 'host'))).toEqual(pairs(await run(one, 'source')));
});
