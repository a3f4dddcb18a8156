import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { WorkerReply, WorkerStart, WorkerTask } from './worker-messages.ts';

/** What became of an invocation. */
export type Outcome =
  | {
      readonly ok: true;
      readonly result: string | undefined;
      readonly milliseconds: number;
      readonly cpuMilliseconds: number;
    }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string; readonly milliseconds: number };

/** A worker that has loaded one bundle and takes one event at a time. */
export interface WorkerThread {
  readonly number: number;
  run(event: string, timeoutMs: number): Promise<Outcome>;
  /** Ends the worker at once; an event under way fails. */
  kill(): Promise<void>;
  isAlive(): boolean;
}

interface Running {
  readonly task: WorkerTask;
  began: number;
  /** Starts the time limit anew, with so much more for loading the bundle. */
  arm(initialisationMs: number): void;
  settle(outcome: Outcome): void;
}

/** Lambda gives a function ten seconds to load. */
const INITIALISATION_MS = 10_000;

/** Starts a worker thread; its console goes to `log` line by line. */
export function startWorker(
  number: number,
  start: WorkerStart,
  env: Readonly<Record<string, string>>,
  log: (line: string) => void,
): WorkerThread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: start,
    env: { ...env },
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: Math.max(64, start.memoryMb) },
  });
  createInterface({ input: worker.stdout }).on('line', log);
  createInterface({ input: worker.stderr }).on('line', log);
  let alive = true;
  let loaded = false;
  let current: Running | undefined;

  function settle(
    outcome:
      | { ok: true; result: string | undefined; cpuMilliseconds: number }
      | { ok: false; errorType: string; errorMessage: string },
  ): void {
    const running = current;
    current = undefined;
    running?.settle({ ...outcome, milliseconds: performance.now() - running.began });
  }
  function die(errorType: string, errorMessage: string): void {
    alive = false;
    settle({ ok: false, errorType, errorMessage });
    void worker.terminate();
  }

  worker.on('message', (reply: WorkerReply) => {
    if (reply.kind === 'ready') {
      loaded = true;
      current?.arm(0);
    } else if (reply.kind === 'done' && reply.requestId === current?.task.requestId)
      settle({ ok: true, result: reply.result, cpuMilliseconds: reply.cpuMilliseconds });
    else if (reply.kind === 'failed' && reply.requestId === undefined) die(reply.errorType, reply.errorMessage);
    else if (reply.kind === 'failed' && reply.requestId === current?.task.requestId)
      settle({ ok: false, errorType: reply.errorType, errorMessage: reply.errorMessage });
  });
  worker.on('error', (error: unknown) =>
    die(error instanceof Error ? error.name : 'Error', error instanceof Error ? error.message : String(error)),
  );
  worker.on('exit', () => die('Runtime.ExitError', 'the function ended before it answered'));

  return {
    number,
    isAlive: () => alive,
    run(event, timeoutMs) {
      const task: WorkerTask = { requestId: randomUUID(), event, timeoutMs };
      return new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const expire = () => die('Sandbox.Timedout', `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`);
        const running: Running = {
          task,
          began: performance.now(),
          arm(initialisationMs) {
            clearTimeout(timer);
            running.began = performance.now();
            timer = setTimeout(expire, timeoutMs + initialisationMs);
          },
          settle(outcome) {
            clearTimeout(timer);
            resolve(outcome);
          },
        };
        current = running;
        running.arm(loaded ? 0 : INITIALISATION_MS);
        worker.postMessage(task);
      });
    },
    async kill() {
      alive = false;
      settle({ ok: false, errorType: 'Runtime.ExitError', errorMessage: 'the function was killed' });
      await worker.terminate();
    },
  };
}
