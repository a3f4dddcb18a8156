/**
 * Imported first by a bench, runs it anew on JavaScript that esbuild made, as deployed code is. Node's own stripping of types
 * detaches a buffer, and V8 then checks at every access to a typed array whether its buffer is detached, which nothing deployed pays for.
 */
import { spawnSync } from 'node:child_process';

const hook = new URL('./strip-types.mjs', import.meta.url).href;
if (!process.execArgv.includes(hook)) {
  const { status } = spawnSync(process.execPath, ['--import', hook, ...process.argv.slice(1)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
