import type { Activity } from '../activity.ts';
import type { Meter } from '../gateway/meter.ts';
import { type Outcome, startWorker, type WorkerThread } from './worker-thread.ts';

/** One function of the template, ready to be invoked. */
export interface FunctionPool {
  readonly id: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly env: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  /** Runs the handler on an event; waits for a free worker when all are busy. Never rejects. */
  invoke(event: unknown): Promise<Outcome>;
  /** Ends one worker as a crash would; without a number, all of them. */
  kill(worker?: number): void;
  stop(): Promise<void>;
}

/** What makes a pool. */
export interface FunctionPlan {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly module: string;
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly maxWorkers: number;
  readonly env: Readonly<Record<string, string>>;
  /** Variables that only a worker has, e.g. its credentials. */
  workerEnv(worker: number): Readonly<Record<string, string>>;
}

/** What a pool needs of the platform. */
export interface PoolParts {
  readonly ahead: BigInt64Array;
  readonly activity: Activity;
  readonly meter: Meter;
  log(line: string): void;
}

const IDLE_MS = 5 * 60_000;

/** Creates the pool of a function; workers start when first needed, each takes one event at a time as on Lambda, and idle ones end. */
export function createFunctionPool(plan: FunctionPlan, parts: PoolParts): FunctionPool {
  const { id, arn, roleArn, env, memoryMb } = plan;
  const free: WorkerThread[] = [];
  const busy = new Set<WorkerThread>();
  const waiting: (() => void)[] = [];
  const idleTimers = new Map<WorkerThread, NodeJS.Timeout>();
  let started = 0;
  let stopped = false;

  function start(): WorkerThread {
    const number = ++started;
    parts.meter.of(id).coldStarts++;
    const { module, handler, name: functionName, arn: functionArn } = plan;
    const data = { module, handler, ahead: parts.ahead, functionName, functionArn, memoryMb };
    return startWorker(number, data, { ...env, ...plan.workerEnv(number) }, (line) => parts.log(`${id}: ${line}`));
  }

  async function take(): Promise<WorkerThread | undefined> {
    while (!stopped) {
      const worker = free.pop();
      if (worker?.isAlive()) {
        clearTimeout(idleTimers.get(worker));
        busy.add(worker);
        return worker;
      }
      if (worker) continue;
      if (busy.size < plan.maxWorkers) {
        const fresh = start();
        busy.add(fresh);
        return fresh;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    return undefined;
  }

  function giveBack(worker: WorkerThread): void {
    busy.delete(worker);
    if (worker.isAlive() && !stopped) {
      free.push(worker);
      idleTimers.set(worker, setTimeout(() => void worker.kill(), IDLE_MS).unref());
    }
    waiting.shift()?.();
  }

  return {
    id,
    arn,
    roleArn,
    env,
    memoryMb,
    async invoke(event) {
      const done = parts.activity.begin();
      try {
        const worker = await take();
        if (!worker)
          return { ok: false, errorType: 'Stopped', errorMessage: 'the platform is stopping', milliseconds: 0 };
        const outcome = await worker.run(JSON.stringify(event), plan.timeoutSeconds * 1000);
        parts.meter.countInvocation(id, outcome, memoryMb);
        if (!outcome.ok && !stopped) parts.log(`${id}: ${outcome.errorType}: ${outcome.errorMessage}`);
        giveBack(worker);
        return outcome;
      } finally {
        done();
      }
    },
    kill(number) {
      for (const worker of [...free, ...busy]) if (number === undefined || worker.number === number) void worker.kill();
    },
    async stop() {
      stopped = true;
      for (const timer of idleTimers.values()) clearTimeout(timer);
      for (const resume of waiting.splice(0)) resume();
      await Promise.all([...free, ...busy].map((worker) => worker.kill()));
    },
  };
}
