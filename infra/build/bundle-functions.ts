import { cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { explained } from './explained.ts';
import { insteadOf } from './instead-of.ts';
import { threadsOf, workersBeside } from './workers-beside.ts';

const out = '.build/functions';
const meta = '.build/meta';
const instead = {
  '@aws-sdk/credential-provider-node': './infra/build/instead/env-credentials.ts',
  '@aws-sdk/endpoint-cache': './infra/build/instead/no-endpoint-cache.ts',
  '@smithy/core/event-streams': './infra/build/instead/no-event-streams.ts',
  'node:http': './infra/build/instead/http.ts',
  'node:zlib': './infra/build/instead/zlib.ts',
};
/** What a CommonJS dependency asks for and a module does not have. */
const require = `import{createRequire}from'node:module';const require=createRequire(import.meta.url);`;

/** Name of a function's bundle: `functions/jobs/run-job/handler.ts` is `jobs-run-job`. */
export const functionName = (handler: string): string =>
  dirname(handler)
    .replace(/^functions\//, '')
    .replaceAll('/', '-');

/**
 * Bundles every `functions/**` handler, each to `.build/functions/<name>/index.mjs`, the folder Lambda is given, with the modules of the
 * threads it starts beside it; source map and make-up (bytes by input) go to `.build/meta/<name>.*`. What was built before stands until
 * all have succeeded. Resolves to the bytes of each function's own bundle; throws a message with each place that is wrong.
 */
export async function bundleFunctions(buildId: string): Promise<Record<string, number>> {
  const handlers = globSync('functions/**/handler.ts').sort();
  const built = await bundled(
    handlers.map((handler) => ({ in: handler, out: join(functionName(handler), 'index') })),
    buildId,
  );
  const threads = built.flatMap(({ out, output }) =>
    threadsOf(Object.keys(output.inputs)).map((path) => ({
      in: path,
      out: join(dirname(out), basename(path, '.ts')),
    })),
  );
  const beside = await bundled(threads, buildId);
  for (const folder of [out, meta]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  for (const made of [...built, ...beside]) keep(made);
  return Object.fromEntries(built.map(({ out, output }) => [dirname(out), output.bytes]));
}

/** A module to bundle, and where below the folder of functions it goes, without its ending. */
interface Entry {
  readonly in: string;
  readonly out: string;
}

interface Made extends Entry {
  readonly code: string;
  readonly map: string;
  readonly output: Metafile['outputs'][string];
}

/** Bundles modules, those again that need `require`. */
async function bundled(entries: readonly Entry[], buildId: string): Promise<Made[]> {
  const built = await bundle(entries, buildId);
  const needy = built.filter(({ code }) => code.includes('Dynamic require of '));
  const again = new Map((await bundle(needy, buildId, require)).map((made) => [made.out, made]));
  return built.map((made) => again.get(made.out) ?? made);
}

async function bundle(entries: readonly Entry[], buildId: string, first = ''): Promise<Made[]> {
  if (entries.length === 0) return [];
  const options = { ...bundling(buildId), banner: { js: first } };
  const entryPoints = entries.map((entry) => ({ in: entry.in, out: entry.out }));
  const { metafile, outputFiles } = await explained(
    build({ ...options, entryPoints, outdir: out, outExtension: { '.js': '.mjs' } }),
  );
  const texts = new Map(outputFiles.map(({ path, text }) => [relative('.', path), text]));
  return entries.map((entry) => {
    const path = join(out, `${entry.out}.mjs`);
    const [code, map, output] = [texts.get(path), texts.get(`${path}.map`), metafile.outputs[path]];
    if (code === undefined || map === undefined || !output) throw new Error(`esbuild wrote no module for ${entry.in}`);
    return { ...entry, code, map, output };
  });
}

function keep({ out: place, code, map, output }: Made): void {
  const folder = join(out, dirname(place));
  const name = basename(place) === 'index' ? dirname(place) : place.replaceAll('/', '.');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(out, `${place}.mjs`), code);
  writeFileSync(join(meta, `${name}.mjs.map`), map);
  writeFileSync(join(meta, `${name}.json`), JSON.stringify(output));
  for (const wasm of wasmBeside(Object.keys(output.inputs))) cpSync(wasm, join(folder, basename(wasm)));
}

/** WebAssembly that a package loads from beside its own module, and so must find beside the bundle. */
function wasmBeside(inputs: readonly string[]): string[] {
  return inputs
    .map((input) => input.replace(/\.m?js$/, '.wasm'))
    .filter((path) => path.endsWith('.wasm') && existsSync(path));
}

/** How esbuild makes one module of a handler and all that it needs; `process.env.BUILD_ID` becomes the build id. */
export function bundling(buildId: string) {
  return {
    write: false,
    metafile: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: 'external',
    logLevel: 'silent',
    define: { 'process.env.BUILD_ID': JSON.stringify(buildId), 'process.env.NODE_ENV': '"production"' },
    alias: instead,
    plugins: [insteadOf, workersBeside],
  } as const satisfies BuildOptions;
}
