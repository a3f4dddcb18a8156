import { Worker } from 'node:worker_threads';
import type { IntegerProgram } from './integer-program.ts';
import type { HighsEnding } from './run-highs.ts';

/** Seconds beyond its own limit after which a thread that did not stop is ended. */
const GRACE = 5;

/**
 * Runs HiGHS in a thread of its own within `seconds`, so that a search never stops the caller. A search that heeds its limit too late
 * is ended with its thread, which counts as the limit; rejects when the thread fails.
 */
export function runHighsAside(program: IntegerProgram, seconds: number, grace = GRACE): Promise<HighsEnding> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./highs-worker.ts', import.meta.url), { workerData: { program, seconds } });
    const timer = setTimeout(() => end(() => resolve({ status: 'timeout' })), (seconds + grace) * 1000);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    worker.once('message', (ending: HighsEnding) => end(() => resolve(ending)));
    worker.once('error', (error) => end(() => reject(error)));
    worker.once('exit', (code) => end(() => reject(new Error(`the thread of HiGHS ended early with code ${code}`))));
  });
}
