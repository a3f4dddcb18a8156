import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Loads seed and people; bundled first, for they reach into the product, whose views are written in JSX. Run from the project's root. */
export async function loadDemo(): Promise<typeof import('./demo.ts')> {
  const outfile = resolve('.build/demo/demo.mjs');
  await build({
    entryPoints: ['infra/local/demo/demo.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node22',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
