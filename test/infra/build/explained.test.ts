import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { explained } from '#infra/build/explained.ts';

const building = (contents: string) =>
  build({ stdin: { contents, sourcefile: 'lib/a.ts', loader: 'ts' }, bundle: true, write: false, logLevel: 'silent' });

test('a build that fails says where and why, once', async () => {
  await expect(explained(building('let a = 1;\nlet a = 2;'))).rejects.toThrow(
    /^The bundles could not be built\.\nlib\/a\.ts:2:5 The symbol "a" has already been declared$/,
  );
});

test('what is only warned of in our own files fails too', async () => {
  await expect(explained(building('export const never = typeof x === "nubmer";'))).rejects.toThrow('lib/a.ts:1:35');
});

test('a build that succeeds is handed on', async () => {
  expect((await explained(building('export const a = 1;'))).outputFiles).toHaveLength(1);
});
