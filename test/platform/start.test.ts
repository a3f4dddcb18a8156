import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '#infra/build.ts';
import { freePort } from '#infra/local/free-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'renkei-start-'));
let port: number;
let running: ChildProcess;
let output = '';

beforeAll(async () => {
  await ensureBuilt({ log: () => {} });
  port = await freePort();
  running = start();
  running.stdout?.on('data', (data: Buffer) => {
    output += data.toString('utf8');
  });
  await expect.poll(() => output, { timeout: 100_000, interval: 100 }).toContain(`http://localhost:${port}/demo`);
});
afterAll(() => {
  running.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['infra/local/start.ts'], {
    env: { ...process.env, PORT: String(port), RENKEI_DATA: folder, ...env },
    stdio: 'pipe',
  });
}

async function refusal(env: Record<string, string>): Promise<string> {
  const second = start(env);
  let said = '';
  second.stderr?.on('data', (data: Buffer) => {
    said += data.toString('utf8');
  });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  return `${code}: ${said.trim()}`;
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
  expect(await refusal({ PORT: '0' })).toMatch(/^1: the data folder .* is in use by process \d+/);
  expect(await refusal({ RENKEI_DATA: `${folder}-other` })).toMatch(/^1: port \d+ is in use by another program/);
  expect(existsSync(join(`${folder}-other`, 'lock'))).toBe(false);
  rmSync(`${folder}-other`, { recursive: true, force: true });
});

test('Ctrl-C leaves no process and no lock', async () => {
  expect(enginesOn(folder)).toHaveLength(1);
  running.kill('SIGINT');
  const code = await new Promise((resolve) => running.once('exit', resolve));
  expect(code).toBe(0);
  expect(enginesOn(folder)).toEqual([]);
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('even a kill leaves no engine behind, and the folder can be taken again', async () => {
  output = '';
  running = start();
  running.stdout?.on('data', (data: Buffer) => {
    output += data.toString('utf8');
  });
  await expect.poll(() => output, { timeout: 60_000, interval: 100 }).toContain(`http://localhost:${port}/demo`);
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(String(running.pid));
  running.kill('SIGKILL');
  await new Promise((resolve) => running.once('exit', resolve));
  await expect.poll(() => enginesOn(folder), { timeout: 5000 }).toEqual([]);
  running = start();
  let again = '';
  running.stdout?.on('data', (data: Buffer) => {
    again += data.toString('utf8');
  });
  await expect.poll(() => again, { timeout: 60_000, interval: 100 }).toContain(`http://localhost:${port}/demo`);
  running.kill('SIGTERM');
  expect(await new Promise((resolve) => running.once('exit', resolve))).toBe(0);
});
