import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { bundling, functionName } from '#infra/build/bundle-functions.ts';
import type { WorldCall, WorldReply } from './calls.ts';

/** What a bundle is given in place of a machine: its environment, time, chance, output, and the way to AWS. */
export interface Surroundings {
  readonly require: (name: string) => unknown;
  readonly process: object;
  readonly Date: DateConstructor;
  readonly setTimeout: (work: (...args: unknown[]) => void, milliseconds?: number, ...args: unknown[]) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
  readonly console: Pick<Console, 'log' | 'info' | 'warn' | 'error' | 'debug'>;
  readonly sdkCall: (call: WorldCall) => Promise<WorldReply>;
}

/** Every function of the product by the name of its bundle; each call makes a fresh instance with module state of its own. */
export type Bundles = ReadonlyMap<string, (surroundings: Surroundings) => Readonly<Record<string, unknown>>>;

/** Modules that are read from elsewhere: path from the project's root to the text that stands for it. */
export type Instead = Readonly<Record<string, (original: string) => string>>;

const parameters = ['require', 'process', 'Date', 'setTimeout', 'clearTimeout', 'console', 'sdkCall'] as const;

/** Bundles every function as the deployment does, but for sockets, signatures, the scheme asked about and whatever a planted fault replaces. */
export async function buildBundles(instead: Instead = {}): Promise<Bundles> {
  const handlers = globSync('functions/**/handler.ts').filter((path) => !path.startsWith('functions/public/'));
  const { outputFiles } = await build({
    ...bundling('crash'),
    alias: {
      ...bundling('crash').alias,
      '@smithy/node-http-handler': './test/crash/world/instead-of-sockets.ts',
      '@smithy/signature-v4': './test/crash/world/unsigned.ts',
    },
    entryPoints: handlers.map((path) => ({ in: path, out: functionName(path) })),
    outdir: '.build/crash',
    format: 'cjs',
    minify: false,
    sourcemap: false,
    metafile: false,
    logOverride: { 'empty-import-meta': 'silent' },
    plugins: [reading({ ...smallCountry, ...instead })],
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const name = path.replace(/^.*\//, '').replace(/\.js$/, '');
      const code = `(function (${parameters.join(', ')}) { const module = { exports: {} }; const exports = module.exports;\n${text}\nreturn module.exports; })`;
      const script = new Script(code, { filename: join('.build/crash', `${name}.js`) });
      return [
        name,
        (given: Surroundings) => script.runInThisContext()(...parameters.map((one) => given[one])),
      ] as const;
    }),
  );
}

/** The one scheme is small here: two sections and one required question, so that a round takes few calls. */
const small = (name: string) => () =>
  `export { smallPrograms as ${name} } from '${resolve('test/crash/small-programs.ts')}';`;
const smallCountry: Instead = {
  'lib/programs/every-program.ts': small('programs'),
  'lib/programs/every-area.ts': small('areaPrograms'),
  'lib/programs/every-match.ts': small('matchPrograms'),
  'lib/programs/every-survey.ts': small('surveyPrograms'),
};

function reading(instead: Instead): Plugin {
  return {
    name: 'read-elsewhere',
    setup(building) {
      building.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        const found = Object.entries(instead).find(([from]) => path === resolve(from));
        if (!found) return undefined;
        const { readFile } = await import('node:fs/promises');
        return { contents: found[1](await readFile(path, 'utf8')), loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}
