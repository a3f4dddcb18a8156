import { cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { explained } from './explained.ts';

const out = '.build/assets';
const smallest = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
const stylesheet = 'functions/components/app.css';

/**
 * Builds what browsers load: each `functions/**` `<stem>.client.ts` to `.build/assets/<stem>.js` and the stylesheet to `app.css`, each with its
 * `.br` twin, and copies the folder into the public function's package, which serves `/assets/*`.
 */
export async function bundleAssets(): Promise<void> {
  const scripts = globSync('functions/**/*.client.ts').map((path) => ({
    in: path,
    out: basename(path, '.client.ts'),
  }));
  const styles = existsSync(stylesheet) ? [{ in: stylesheet, out: 'app' }] : [];
  refuseTwins(scripts.map((script) => script.out));
  const { outputFiles } = await explained(
    build({
      entryPoints: [...scripts, ...styles],
      outdir: out,
      write: false,
      bundle: true,
      format: 'iife',
      platform: 'browser',
      target: ['chrome109', 'edge109', 'firefox115'],
      minify: true,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    }),
  );
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const { path, contents } of outputFiles) {
    writeFileSync(path, contents);
    writeFileSync(`${path}.br`, brotliCompressSync(contents, { params: smallest }));
  }
  cpSync(out, '.build/functions/public/assets', { recursive: true });
}

function refuseTwins(names: readonly string[]): void {
  const twin = names.find((name, i) => names.indexOf(name) !== i);
  if (twin) throw new Error(`two scripts are named ${twin}.client.ts, but all are served from /assets/`);
}
