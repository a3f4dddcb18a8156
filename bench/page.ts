/**
 * Weight and speed of a section's page: bytes as a browser gets them (brotli), and the warm time to draw it on the server.
 * `npm run bench:page`; figures are for reading, machines differ. Anchors: the table (SurveyJS 3.0 137 ms, React 0.51 ms).
 */

import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import type * as SectionPages from './page/section-pages.tsx';

const client: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  charset: 'utf8',
  target: ['chrome109', 'firefox115'],
};

/** Bytes of a built file, brotli at its best, as the public function serves it. */
async function assetBytes(path: string): Promise<number> {
  const { outputFiles } = await build({ ...client, entryPoints: [path] });
  return brotliCompressSync(outputFiles?.[0]?.contents ?? new Uint8Array()).length;
}

/** A page leaves the front compressed as it is made, so at a middling level. */
const pageBytes = (html: string): number =>
  brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;

const bundle = '.build/bench-section-page.mjs';
await build({
  entryPoints: ['bench/page/section-pages.tsx'],
  outfile: bundle,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
const { pages }: typeof SectionPages = await import(pathToFileURL(bundle).href);

const css = await assetBytes('functions/components/app.css');
const js = await assetBytes('functions/hospital/pages/section/section.client.ts');
console.log(`stylesheet ${css} B, script ${js} B (reach ≤ 4,096 B)`);
for (const [name, draw] of Object.entries(pages)) {
  const html = draw();
  for (let warm = 0; warm < 500; warm += 1) draw();
  const times = Array.from({ length: 1000 }, () => {
    const from = process.hrtime.bigint();
    draw();
    return Number(process.hrtime.bigint() - from) / 1e6;
  }).sort((a, b) => a - b);
  const own = pageBytes(html);
  console.log(
    `${name}: whole transfer ${css + js + own} B (reach ≤ 15,360), next section ${own} B (reach ≤ 4,096), ` +
      `server render p50 ${quantile(times, 0.5).toFixed(3)} ms, p95 ${quantile(times, 0.95).toFixed(3)} ms (reach p50 ≤ 0.5)`,
  );
}
