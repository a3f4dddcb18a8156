import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceHash } from '#infra/build/source-hash.ts';

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'renkei-hash-'));
  writeFileSync(join(path, 'a.ts'), 'one');
  writeFileSync(join(path, 'b.ts'), 'two');
  return { path, hash: () => sourceHash([`${path}/**`]) };
};

test('the same sources have the same hash', () => {
  const { hash } = folder();
  expect(hash()).toBe(hash());
});

test('a changed file changes it', () => {
  const { path, hash } = folder();
  const before = hash();
  writeFileSync(join(path, 'a.ts'), 'One');
  expect(hash()).not.toBe(before);
});

test('a renamed file changes it', () => {
  const { path, hash } = folder();
  const before = hash();
  renameSync(join(path, 'a.ts'), join(path, 'c.ts'));
  expect(hash()).not.toBe(before);
});

test('text that moves over the edge of a file changes it', () => {
  const { path, hash } = folder();
  const before = hash();
  writeFileSync(join(path, 'a.ts'), 'onet');
  writeFileSync(join(path, 'b.ts'), 'wo');
  expect(hash()).not.toBe(before);
});
