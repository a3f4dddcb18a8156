import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Files } from './serve-compressed.ts';

const folder = '.build/peers';

/** Forms that the section page is measured against, by their names. */
const peers = {
  'SurveyJS 2.5': 'surveyjs.js',
  'Form.io': 'formio.js',
  'React + RHF + zod': 'react-hook-form.jsx',
} as const;

/** Installs the peers beside the build, never into the project, and bundles each; empty when they cannot be had. */
export async function peerFiles(): Promise<ReadonlyMap<string, Files>> {
  mkdirSync(folder, { recursive: true });
  cpSync('bench/page/peers', folder, { recursive: true });
  const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (installed.status !== 0) return new Map();
  const built = await Promise.all(
    Object.entries(peers).map(async ([name, entry]) => [name, await bundled(entry)] as const),
  );
  return new Map(built);
}

async function bundled(entry: string): Promise<Files> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, entry)],
    outdir: '/',
    entryNames: 'app',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    target: 'chrome120',
    jsx: 'automatic',
    jsxImportSource: 'react',
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.svg': 'empty', '.eot': 'empty', '.png': 'empty' },
    logLevel: 'silent',
  });
  const styles = outputFiles.some(({ path }) => path.endsWith('.css')) ? '<link rel="stylesheet" href="/app.css">' : '';
  const html = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>受入れの体制</title>${styles}<div id="app"></div><script src="/app.js" defer></script>`;
  const files: [string, { type: string; body: string | Uint8Array }][] = outputFiles.map(({ path, contents }) => {
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    return [path, { type: `${type}; charset=utf-8`, body: contents }];
  });
  return new Map([['/', { type: 'text/html; charset=utf-8', body: html }], ...files]);
}
