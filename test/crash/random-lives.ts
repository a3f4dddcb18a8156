import { spawnSync } from 'node:child_process';

const stories = 'test/lib/usecases/commands.property.test.ts';

/** Plays so many random lives of a round against the small model, in a process of their own; says the seed, from which they are the same again, and whether all held. */
export function randomLives(runs: number, seed: number, say: (line: string) => void): boolean {
  const env = { ...process.env, RUNS: String(runs), SEED: String(seed) };
  const began = performance.now();
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--testTimeout', '0', stories];
  const { status, stdout } = spawnSync(process.execPath, vitest, { env, encoding: 'utf8' });
  if (status !== 0) say(stdout);
  const seconds = Math.round((performance.now() - began) / 1000);
  say(
    `${runs} random lives of a round, ${status === 0 ? 'all agree with the model' : 'NOT ALL agree with the model'}, ${seconds} s; again by RUNS=${runs} SEED=${seed}`,
  );
  return status === 0;
}
