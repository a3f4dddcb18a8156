import { cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { explained } from './explained.ts';
import { insteadOf } from './instead-of.ts';

const out = '.build/functions';
const meta = '.build/meta';
const instead = {
  '@aws-sdk/credential-provider-node': './infra/build/instead/env-credentials.ts',
  '@aws-sdk/endpoint-cache': './infra/build/instead/no-endpoint-cache.ts',
  '@smithy/core/event-streams': './infra/build/instead/no-event-streams.ts',
  'node:http': './infra/build/instead/http.ts',
};
/** What a CommonJS dependency asks for and a module does not have. */
const require = `import{createRequire}from'node:module';const require=createRequire(import.meta.url);`;

/** Name of a function's bundle: `functions/jobs/run-job/handler.ts` is `jobs-run-job`. */
export const functionName = (handler: string): string =>
  dirname(handler)
    .replace(/^functions\//, '')
    .replaceAll('/', '-');

/**
 * Bundles every `functions/**` handler, each to `.build/functions/<name>/index.mjs`, the folder Lambda is given; its source map and
 * its make-up (bytes by input) go to `.build/meta/<name>.*`. What was built before stands until all have succeeded. Resolves to the
 * bytes of each bundle; throws a message with each place that is wrong.
 */
export async function bundleFunctions(buildId: string): Promise<Record<string, number>> {
  const handlers = globSync('functions/**/handler.ts').sort();
  const built = await bundle(handlers, buildId);
  const needy = handlers.filter((_, i) => built[i]?.code.includes('Dynamic require of '));
  const again = await bundle(needy, buildId, require);
  for (const folder of [out, meta]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const newest = new Map([...built, ...again].map((made) => [made.name, made]));
  for (const made of newest.values()) keep(made);
  return Object.fromEntries([...newest.values()].map(({ name, output }) => [name, output.bytes]));
}

interface Made {
  readonly name: string;
  readonly code: string;
  readonly map: string;
  readonly output: Metafile['outputs'][string];
}

async function bundle(handlers: readonly string[], buildId: string, first = ''): Promise<Made[]> {
  const options = { ...bundling(buildId), banner: { js: first } };
  const entryPoints = handlers.map((handler) => ({ in: handler, out: join(functionName(handler), 'index') }));
  const { metafile, outputFiles } = await explained(
    build({ ...options, entryPoints, outdir: out, outExtension: { '.js': '.mjs' } }),
  );
  const texts = new Map(outputFiles.map(({ path, text }) => [relative('.', path), text]));
  return handlers.map(functionName).map((name) => {
    const path = join(out, name, 'index.mjs');
    const [code, map, output] = [texts.get(path), texts.get(`${path}.map`), metafile.outputs[path]];
    if (code === undefined || map === undefined || !output) throw new Error(`esbuild wrote no module for ${name}`);
    return { name, code, map, output };
  });
}

function keep({ name, code, map, output }: Made): void {
  mkdirSync(join(out, name));
  writeFileSync(join(out, name, 'index.mjs'), code);
  writeFileSync(join(meta, `${name}.mjs.map`), map);
  writeFileSync(join(meta, `${name}.json`), JSON.stringify(output));
  for (const wasm of wasmBeside(Object.keys(output.inputs))) cpSync(wasm, join(out, name, basename(wasm)));
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
    plugins: [insteadOf],
  } as const satisfies BuildOptions;
}
