import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { transformSync } from 'esbuild';

registerHooks({
  load: (url, context, next) =>
    url.endsWith('.ts') && !url.includes('/node_modules/')
      ? { format: 'module', source: transformSync(readFileSync(new URL(url)), { loader: 'ts' }).code, shortCircuit: true }
      : next(url, context),
});
