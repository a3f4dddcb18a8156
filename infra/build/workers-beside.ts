import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** A module that works in a thread of its own is called `*-aside.ts` and names that thread's module beside itself. */
const aside = /-aside\.ts$/;
const named = /new URL\('\.\/([a-z-]+)\.ts', import\.meta\.url\)/g;

/** Has a bundle look for a thread's module beside itself as `<name>.mjs`, where `threadsOf` says it must be put. */
export const workersBeside: Plugin = {
  name: 'workers-beside',
  setup(build) {
    build.onLoad({ filter: aside }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return { contents: code.replaceAll(named, "new URL('./$1.mjs', import.meta.url)"), loader: 'ts' };
    });
  },
};

/** Modules of the threads that a bundle made of these files starts. */
export const threadsOf = (inputs: readonly string[]): readonly string[] =>
  inputs
    .filter((path) => aside.test(path))
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(named)].map(([, name]) => join(dirname(path), `${name}.ts`)),
    );
