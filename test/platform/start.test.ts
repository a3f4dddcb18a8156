import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '#infra/build.ts';
import { freePort } from '#infra/local/free-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'renkei-start-'));
const children: ChildProcess[] = [];
let port: number;
let running: ChildProcess;
let output: string;

beforeAll(async () => {
  await ensureBuilt({ log: () => {} });
  port = await freePort();
  running = start();
  output = await ready(running);
}, 300_000);
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    env: { ...process.env, PORT: String(port), RENKEI_DATA: folder, ...env },
    stdio: 'pipe',
  });
  children.push(child);
  return child;
}

/** What a start says until its address stands; rejects with it when the process ends before. */
function ready(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data.toString('utf8');
      if (said.includes(`http://localhost:${port}/demo`)) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

/** Process ids of engines whose command line names a folder. */
function enginesOn(path: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const [program = '', ...args] = commandLine(pid);
      return program.endsWith('/dynoxide') && args.some((arg) => arg.startsWith(path));
    })
    .map(Number);
}

function commandLine(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

test('npm start prints its seconds and one address, and answers there', async () => {
  expect(output).toMatch(/Ready in \d+\.\d s/);
  expect((await fetch(`http://127.0.0.1:${port}/demo`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

test('a second start on the same folder or the same port is refused in a sentence', async () => {
  await expect(ready(start({ PORT: '0' }))).rejects.toThrow(
    /ended with 1: the data folder .* is in use by process \d+/,
  );
  const other = `${folder}-other`;
  await expect(ready(start({ RENKEI_DATA: other }))).rejects.toThrow(
    /ended with 1: port \d+ is in use by another program/,
  );
  expect(existsSync(join(other, 'lock'))).toBe(false);
  rmSync(other, { recursive: true, force: true });
});

test('Ctrl-C leaves no process and no lock', async () => {
  expect(enginesOn(folder)).toHaveLength(1);
  running.kill('SIGINT');
  expect(await ended(running)).toBe(0);
  expect(enginesOn(folder)).toEqual([]);
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('even a kill leaves no engine behind, and the folder can be taken again', async () => {
  const killed = start();
  await ready(killed);
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(String(killed.pid));
  killed.kill('SIGKILL');
  await expect.poll(() => enginesOn(folder), { timeout: 10_000 }).toEqual([]);
  const next = start();
  await ready(next);
  next.kill('SIGTERM');
  expect(await ended(next)).toBe(0);
});
