/**
 * Weight and speed of a section's page: bytes as a browser gets them (brotli), and the warm time to draw it on the server.
 * Then what it and its peers cost a browser, side by side in one run. `npm run bench:page`; figures are for reading, machines differ.
 */

import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import type { Page } from 'playwright-core';
import { benchInBrowser, benchInteraction } from './page/in-browser.ts';
import { peerFiles } from './page/peer-files.ts';
import type * as SectionPages from './page/section-pages.tsx';
import type { Files } from './page/serve-compressed.ts';
import { quantile } from './print-table.ts';

const client: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  charset: 'utf8',
  target: ['chrome109', 'firefox115'],
};

async function asset(path: string): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...client, entryPoints: [path] });
  return outputFiles?.[0]?.contents ?? new Uint8Array();
}

/** Bytes at brotli's best, as the public function serves files. */
const assetBytes = (contents: Uint8Array): number => brotliCompressSync(contents).length;

/** A page leaves the front compressed as it is made, so at a middling level. */
const pageBytes = (html: string): number =>
  brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

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
const { pages, vastPage }: typeof SectionPages = await import(pathToFileURL(bundle).href);

const [style, script] = await Promise.all([
  asset('functions/components/app.css'),
  asset('functions/hospital/pages/section/section.client.ts'),
]);
const [css, js] = [assetBytes(style), assetBytes(script)];
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

const ours = (html: string): Files =>
  new Map([
    ['/', { type: 'text/html; charset=utf-8', body: html }],
    ['/assets/app.css', { type: 'text/css; charset=utf-8', body: style }],
    ['/assets/section.js', { type: 'text/javascript; charset=utf-8', body: script }],
  ]);
const peers = await peerFiles();
if (peers.size === 0) console.log('\nThe peers could not be installed: they are not measured.');
await benchInBrowser(new Map([['Renkei', ours(pages['12 fields, empty']?.() ?? '')], ...peers]));
/** Brings a place into view and lets it be drawn, as a person sees what is then pressed or typed into. */
async function seen(page: Page, selector: string) {
  const place = page.locator(selector).first();
  await place.scrollIntoViewIfNeeded();
  await page.waitForTimeout(400);
  return place;
}
/** A press of the mouse as a person's: the button is down for a while, and what that draws is seen first. */
const press = async (page: Page, selector: string) => (await seen(page, selector)).click({ delay: 80 });
const type = async (page: Page, selector: string) =>
  (await seen(page, selector)).pressSequentially('kakuu', { delay: 60 });
await benchInteraction(
  'Five hundred questions and a table of 150 rows on one page',
  ours(vastPage()),
  new Map([
    ['type in a field', (page: Page, time: number) => type(page, `#q${5 * time}`)],
    ['leave a field', (page: Page) => page.keyboard.press('Tab')],
    ['choose what another question hangs on', (page: Page, time: number) => press(page, `[name="q${5 * time + 3}"]`)],
    ['add a row', (page: Page) => press(page, 'button[value^="add:"]')],
  ]),
);
