import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundleAssets } from './build/bundle-assets.ts';
import { bundleFunctions } from './build/bundle-functions.ts';
import { oneAtATime } from './build/one-at-a-time.ts';
import { sourceHash } from './build/source-hash.ts';

const stamp = '.build/stamp';
const product = ['functions/**', 'lib/**', 'package-lock.json'];
const whole = [...product, 'infra/*.ts', 'infra/{build,constructs}/**', 'package.json', 'tsconfig.json', 'cdk.json'];

/** Where progress is told, a line at a time. */
export type Log = (line: string) => void;

/** Bundles all functions and all that browsers load into `.build`; run from the project's root. */
export async function build(log: Log): Promise<void> {
  const began = performance.now();
  const sizes = await bundleFunctions(sourceHash(product).slice(0, 12));
  await bundleAssets();
  const largest = Math.max(...Object.values(sizes)) / 1000;
  log(`Bundled ${Object.keys(sizes).length} functions, the largest ${largest.toFixed(0)} KB, ${since(began)}`);
}

interface Synthesis {
  /** Folder of the cloud assembly. */
  readonly outdir: string;
  /** A deployment's settings; see `infra/constructs/setting.ts`. */
  readonly context: Readonly<Record<string, string>>;
}

/** Synthesizes the template in a Node of its own, `Renkei.template.json` in the folder; throws with the findings when cdk-nag or CloudFormation's schema has any. */
export function synth(log: Log, { outdir, context }: Synthesis = { outdir: '.build/cdk.out', context: {} }): void {
  const began = performance.now();
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: '.build/compile-cache',
    CDK_OUTDIR: outdir,
    CDK_CONTEXT_JSON: JSON.stringify(context),
  };
  const { status, stderr, stdout } = spawnSync(process.execPath, ['infra/app.ts'], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The template could not be synthesized.\n${stdout}\n${stderr}`);
  log(`Synthesized the template, ${since(began)}`);
}

/** Builds and synthesizes when any source changed since `.build/stamp`; resolves to whether it had to. Safe to call from several processes at once. */
export async function ensureBuilt({ log }: { readonly log: Log }): Promise<boolean> {
  mkdirSync('.build', { recursive: true });
  return oneAtATime('.build/lock', async () => {
    const hash = sourceHash(whole);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
    rmSync(stamp, { force: true });
    await build(log);
    synth(log);
    writeFileSync(stamp, hash);
    return true;
  });
}

function since(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

if (import.meta.main) {
  await build(console.log).catch((failure: unknown) => {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exitCode = 1;
  });
}
