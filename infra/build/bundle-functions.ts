import { cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BuildOptions, type BuildResult, build } from 'esbuild';

type Bundle = BuildResult<ReturnType<typeof bundling>>;

const out = '.build/functions';
const meta = '.build/meta';
const instead = {
  '@aws-sdk/credential-provider-node': './infra/build/instead/env-credentials.ts',
  '@aws-sdk/endpoint-cache': './infra/build/instead/no-endpoint-cache.ts',
  '@smithy/core/event-streams': './infra/build/instead/no-event-streams.ts',
};
const require = `import{createRequire}from'node:module';const require=createRequire(import.meta.url);`;

/** Name of a function's bundle: `functions/jobs/run-job/handler.ts` is `jobs-run-job`. */
export const functionName = (handler: string): string =>
  dirname(handler)
    .replace(/^functions\//, '')
    .replaceAll('/', '-');

/**
 * Bundles every `functions/**` handler, each to `.build/functions/<name>/index.mjs`, the folder Lambda is given; its source map and
 * its make-up (bytes by input) go to `.build/meta/<name>.*`. What was built before stands until all have succeeded. Resolves to the
 * bytes of each bundle.
 */
export async function bundleFunctions(buildId: string): Promise<Record<string, number>> {
  const handlers = globSync('functions/**/handler.ts').sort();
  const bundles = await Promise.all(handlers.map((handler) => bundle(handler, buildId)));
  for (const folder of [out, meta]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  return Object.fromEntries(
    handlers.map((handler, i) => [functionName(handler), keep(functionName(handler), bundles[i])]),
  );
}

async function bundle(handler: string, buildId: string): Promise<Bundle> {
  const outfile = join(out, functionName(handler), 'index.mjs');
  const options = { ...bundling(buildId), entryPoints: [handler], outfile };
  const result = await build(options);
  const needsRequire = result.outputFiles.some((file) => file.text.includes('Dynamic require of '));
  return needsRequire ? build({ ...options, banner: { js: require } }) : result;
}

function keep(name: string, built: Bundle | undefined): number {
  const code = built?.outputFiles.find(({ path }) => path.endsWith('.mjs'));
  const map = built?.outputFiles.find(({ path }) => path.endsWith('.map'));
  if (!built || !code || !map) throw new Error(`esbuild wrote no module for ${name}`);
  mkdirSync(join(out, name));
  writeFileSync(join(out, name, 'index.mjs'), code.contents);
  writeFileSync(join(meta, `${name}.mjs.map`), map.contents);
  writeFileSync(join(meta, `${name}.json`), JSON.stringify(built.metafile));
  for (const wasm of wasmBeside(Object.keys(built.metafile.inputs))) cpSync(wasm, join(out, name, basename(wasm)));
  return code.contents.byteLength;
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
    logLevel: 'warning',
    define: { 'process.env.BUILD_ID': JSON.stringify(buildId), 'process.env.NODE_ENV': '"production"' },
    alias: instead,
  } as const satisfies BuildOptions;
}
