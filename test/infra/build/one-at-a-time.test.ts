import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { oneAtATime } from '#infra/build/one-at-a-time.ts';

const lock = () => join(mkdtempSync(join(tmpdir(), 'renkei-lock-')), 'lock');

test('two that build at once build one after the other', async () => {
  const file = lock();
  const steps: string[] = [];
  const work = (name: string) =>
    oneAtATime(file, async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      steps.push(`${name} ends`);
    });
  await Promise.all([work('first'), work('second')]);
  expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('a build that fails frees the way', async () => {
  const file = lock();
  await expect(oneAtATime(file, () => Promise.reject(new Error('a type is wrong')))).rejects.toThrow('a type is wrong');
  expect(existsSync(file)).toBe(false);
});

test('what a dead process left does not block', async () => {
  const file = lock();
  writeFileSync(file, String(spawnSync('true').pid));
  expect(await oneAtATime(file, async () => 'built')).toBe('built');
});
