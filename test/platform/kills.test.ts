import { expect, test } from 'vitest';
import { killRound } from '../crash/kills/kill-round.ts';

test('a round whose workers, engine and whole platform are killed loses nothing acknowledged, mails each notice once and comes to rest', async () => {
  const { kills, saved, submitted, problems } = await killRound({ hospitals: 3, seed: 2, gap: 300, most: 15 });
  expect(problems).toEqual([]);
  expect(submitted).toBe(3);
  expect(saved).toBeGreaterThan(submitted * 5);
  expect(kills.workers + kills.engine + kills.platform).toBeGreaterThan(3);
});
