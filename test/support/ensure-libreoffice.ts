import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const answers = (command: string): boolean => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

/** Command of a LibreOffice for tests: a named one, or the one on the path. */
export const libreOffice = (): string | undefined => [process.env.SOFFICE ?? 'soffice', 'libreoffice'].find(answers);

/** Sees to it that there is a LibreOffice that reads and writes spreadsheets, installing it where the machine allows; false when it cannot be had. */
export function ensureLibreOffice(say: (line: string) => void): boolean {
  if (libreOffice()) return true;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say('Installing libreoffice-calc-nogui through apt …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-calc-nogui'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    if (libreOffice()) return true;
  }
  say(
    'No LibreOffice: questionnaires saved by it are not tested. Install it (Debian: apt-get install libreoffice-calc-nogui) or name one in SOFFICE.',
  );
  return false;
}

/** Opens workbooks in LibreOffice and saves them again as xlsx, in the same order. */
export function savedByLibreOffice(workbooks: readonly Uint8Array[]): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-office-'));
  try {
    const paths = workbooks.map((bytes, at) => {
      const path = join(folder, `${at}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const out = join(folder, 'out');
    const run = spawnSync(
      libreOffice() ?? 'soffice',
      [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, ...paths],
      { encoding: 'utf8', timeout: 120_000 },
    );
    if (run.status !== 0) throw new Error(`LibreOffice could not save the workbooks: ${run.stderr}`);
    return workbooks.map((_, at) => new Uint8Array(readFileSync(join(out, `${at}.xlsx`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
