import { Worker } from 'node:worker_threads';
import type { IntegerProgram } from './integer-program.ts';
import type { HighsEnding } from './run-highs.ts';

/** Runs HiGHS in a worker thread, so that a long search never stops the caller; `seconds` is HiGHS's own limit. */
export function runHighsAside(program: IntegerProgram, seconds: number): Promise<HighsEnding> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./highs-worker.ts', import.meta.url), { workerData: { program, seconds } });
    worker.once('message', (ending: HighsEnding) => {
      resolve(ending);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}
