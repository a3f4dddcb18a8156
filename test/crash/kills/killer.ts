import { setTimeout as pause } from 'node:timers/promises';
import { chance } from '../world/chance.ts';
import type { MortalPlatform } from './mortal-platform.ts';

/** How often each was killed. */
export interface Kills {
  workers: number;
  engine: number;
  platform: number;
}

/** What is killed so often of a hundred times; the rest are workers. */
const shares = { platform: 15, engine: 25 } as const;

/** Kills at moments drawn by a seed until an act is through, `most` times in all; between two kills lie so many milliseconds at least. */
export function killer(platform: MortalPlatform, { seed, gap, most }: { seed: number; gap: number; most: number }) {
  const random = chance(seed);
  const kills: Kills = { workers: 0, engine: 0, platform: 0 };
  const total = () => kills.workers + kills.engine + kills.platform;

  async function strike(): Promise<void> {
    const draw = random() * 100;
    if (draw < shares.platform) {
      await platform.killAndStart();
      kills.platform++;
    } else if (draw < shares.platform + shares.engine) {
      const pid = await platform.ask({ kind: 'engine' });
      if (!pid) return;
      process.kill(pid, 'SIGKILL');
      kills.engine++;
    } else {
      await platform.ask({ kind: 'kill-worker', chance: random() });
      kills.workers++;
    }
  }

  return {
    kills: (): Readonly<Kills> => kills,
    async during<T>(act: () => Promise<T>): Promise<T> {
      const over = new AbortController();
      const { signal } = over;
      const killing = (async () => {
        while (!signal.aborted && total() < most) {
          await pause(gap * (1 + random()), undefined, { signal }).catch(() => {});
          if (!signal.aborted) await strike();
        }
      })();
      const done = await act().finally(() => over.abort());
      await killing;
      return done;
    },
  };
}
