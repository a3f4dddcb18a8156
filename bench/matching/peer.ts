import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a peer took (CPU ms a repeat, as columns it prints) and the bytes of its answer. */
export type PeerRun = { readonly columns: readonly (readonly number[])[]; readonly answer: Buffer };

/** Compiles a C++ peer with g++ -O3; null, with the reason in words, where that cannot be done. */
export function compilePeer(source: string): { readonly program: string } | { readonly why: string } {
  const program = join(mkdtempSync(join(tmpdir(), 'bench-matching-')), 'peer');
  try {
    execFileSync('g++', ['-O3', '-o', program, new URL(source, import.meta.url).pathname], {
      stdio: 'pipe',
    });
    return { program };
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return { why: said.split('\n')[0] ?? '' };
  }
}

/** Hands a peer an instance as 32-bit integers and runs it `repeats` times. */
export function runPeer(program: string, instance: readonly Int32Array[], repeats: number): PeerRun {
  const input = `${program}.in`;
  const output = `${program}.out`;
  writeFileSync(input, Buffer.concat(instance.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))));
  const said = execFileSync(program, [input, output, String(repeats)], { encoding: 'utf8' });
  const rows = said
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  return { columns: (rows[0] ?? []).map((_, c) => rows.map((row) => row[c] ?? 0)), answer: readFileSync(output) };
}

/** CPU milliseconds (user and system) of each of `repeats` calls. */
export function cpuTimes(repeats: number, work: () => void): number[] {
  const times: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times;
}

/** The median of some times, the upper one of an even count. */
export const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

/** The mean of some times, for work that differs from call to call. */
export const mean = (times: readonly number[]): number => times.reduce((sum, t) => sum + t, 0) / times.length;
