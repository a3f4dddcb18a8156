import { cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BuildOptions, build, type OutputFile } from 'esbuild';

const out = '.build/functions';
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
 * its make-up (bytes by input) go to `.build/meta/<name>.*`. Resolves to the bytes of each bundle.
 */
export async function bundleFunctions(buildId: string): Promise<Record<string, number>> {
  rmSync(out, { recursive: true, force: true });
  rmSync('.build/meta', { recursive: true, force: true });
  mkdirSync('.build/meta', { recursive: true });
  const handlers = globSync('functions/**/handler.ts').sort();
  const sizes = await Promise.all(handlers.map((handler) => bundle(handler, buildId)));
  return Object.fromEntries(handlers.map((handler, i) => [functionName(handler), sizes[i] ?? 0]));
}

async function bundle(handler: string, buildId: string): Promise<number> {
  const name = functionName(handler);
  const options = optionsFor(handler, join(out, name, 'index.mjs'), buildId);
  let result = await build(options);
  if (code(result.outputFiles).text.includes('Dynamic require of ')) {
    result = await build({ ...options, banner: { js: require } });
  }
  const { contents } = code(result.outputFiles);
  mkdirSync(join(out, name), { recursive: true });
  writeFileSync(join(out, name, 'index.mjs'), contents);
  for (const file of result.outputFiles) {
    if (file.path.endsWith('.map')) writeFileSync(`.build/meta/${name}.mjs.map`, file.contents);
  }
  writeFileSync(`.build/meta/${name}.json`, JSON.stringify(result.metafile));
  for (const wasm of wasmBeside(Object.keys(result.metafile.inputs))) cpSync(wasm, join(out, name, basename(wasm)));
  return contents.byteLength;
}

/** WebAssembly that a package loads from beside its own module, and so must find beside the bundle. */
function wasmBeside(inputs: readonly string[]): string[] {
  return inputs
    .map((input) => input.replace(/\.m?js$/, '.wasm'))
    .filter((path) => path.endsWith('.wasm') && existsSync(path));
}

function code(files: readonly OutputFile[]): OutputFile {
  const file = files.find(({ path }) => path.endsWith('.mjs'));
  if (!file) throw new Error('esbuild wrote no module');
  return file;
}

function optionsFor(handler: string, outfile: string, buildId: string) {
  return {
    entryPoints: [handler],
    outfile,
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
