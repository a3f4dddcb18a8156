import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-boundaries-'));
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) cpSync(file, join(folder, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Cruises a small tree of its own under the project's rules. */
function cruise(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { stdout, status } = spawnSync(
    process.execPath,
    ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', 'lib'],
    { cwd: folder, encoding: 'utf8' },
  );
  return { stdout, status };
}

const key = 'export const key = 1;\n';

describe('the boundaries that npm run check holds', () => {
  test('let imports run the one way, and do see the modules', () => {
    const { stdout, status } = cruise({
      'lib/core/a.ts': key,
      'lib/usecases/b.ts': "import { key } from '#lib/core/a.ts';\nexport const again = key;\n",
    });
    expect(stdout).toMatch(/\(2 modules, 1 dependencies cruised\)/);
    expect(status).toBe(0);
  });

  test.each([
    ['core-knows-nothing', 'lib/core/a.ts', 'lib/store/b.ts'],
    ['programs-do-not-know-each-other', 'lib/programs/one/a.ts', 'lib/programs/two/b.ts'],
    ['platform-names-no-program', 'lib/usecases/a.ts', 'lib/programs/one/b.ts'],
    ['usecases-touch-no-adapter', 'lib/usecases/a.ts', 'lib/store/dynamo/b.ts'],
  ])('refuse what %s forbids', (rule, from, to) => {
    const { stdout, status } = cruise({
      [to]: key,
      [from]: `import { key } from '#${to}';\nexport const again = key;\n`,
    });
    expect(stdout).toContain(`error ${rule}: ${from} → ${to}`);
    expect(status).not.toBe(0);
  });
});
