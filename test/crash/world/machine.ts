import * as crypto from 'node:crypto';
import { createRequire } from 'node:module';
import * as timers from 'node:timers/promises';
import type { Bundles, Surroundings } from './bundles.ts';
import type { WorldCall, WorldReply } from './calls.ts';
import { forever } from './forever.ts';
import type { Time } from './time.ts';
import type { WiredFunction } from './wiring.ts';

/** What became of an invocation. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'died' };

/** One warm instance of a function, as it calls AWS. */
export interface Instance {
  readonly of: WiredFunction;
  readonly isDead: () => boolean;
  /** Ends it: nothing that it still waits for ever comes, and its module state is gone. */
  die(): void;
}

/** Runs functions: one event at a time in an instance, instances kept warm until they die. */
export interface Machine {
  invoke(fn: WiredFunction, event: unknown): Promise<Outcome>;
  /** What functions wrote to their log since it was last taken. */
  takeLog(): readonly string[];
  /** Ends every instance, or those of some bundles. */
  cool(bundles?: readonly string[]): void;
}

interface Warm extends Instance {
  run(event: unknown): Promise<Outcome>;
  busy: boolean;
}

const requireBuiltin = createRequire(import.meta.url);

/** Creates the machine of one world. */
export function createMachine(
  bundles: Bundles,
  time: Time,
  random: () => number,
  call: (by: Instance, request: WorldCall) => Promise<WorldReply>,
): Machine {
  const warm = new Map<string, Warm[]>();
  let log: string[] = [];

  const randomBytes = (size: number) => Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)));
  const randomUUID = () => {
    const hex = randomBytes(16).toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join(
      '-',
    );
  };
  const seeded = { ...crypto, randomBytes, randomUUID };
  const waits = {
    ...timers,
    setTimeout: (milliseconds = 0, value?: unknown) =>
      new Promise((done) => time.setTimeout(() => done(value), milliseconds)),
  };
  const builtins: Readonly<Record<string, unknown>> = { crypto: seeded, 'timers/promises': waits };
  const require = (name: string): unknown => builtins[name.replace(/^node:/, '')] ?? requireBuiltin(name);
  const WorldDate = worldDate(() => time.now());
  const say = (...words: unknown[]) => void log.push(words.map(String).join(' '));
  const console = { log: say, info: say, warn: say, error: say, debug: say };

  function start(fn: WiredFunction): Warm {
    let dead = false;
    let end: (outcome: Outcome) => void = () => {};
    const instance: Warm = {
      of: fn,
      busy: false,
      isDead: () => dead,
      die() {
        dead = true;
        warm.set(
          fn.id,
          (warm.get(fn.id) ?? []).filter((one) => one !== instance),
        );
        end({ kind: 'died' });
      },
      run(event) {
        const ended = new Promise<Outcome>((resolve) => {
          end = resolve;
        });
        const done = Promise.resolve()
          .then(() => handler(structuredClone(event), { functionName: fn.id, awsRequestId: randomUUID() }))
          .then((result): Outcome => ({ kind: 'done', result }))
          .catch((error: unknown): Outcome => {
            say(error instanceof Error ? error.stack : error);
            return { kind: 'failed', error: String(error) };
          });
        return Promise.race([done, ended]);
      },
    };
    const surroundings: Surroundings = {
      require,
      process: Object.create(process, { env: { value: { ...runtime, ...fn.env } } }),
      Date: WorldDate,
      setTimeout: (work, milliseconds = 0, ...args) =>
        time.setTimeout(() => {
          if (!dead) work(...args);
        }, milliseconds),
      clearTimeout: (timer) => time.clearTimeout(Number(timer)),
      console,
      sdkCall: (request) => (dead ? forever() : call(instance, request)),
    };
    const make = bundles.get(fn.bundle);
    if (!make) throw new Error(`no bundle ${fn.bundle}`);
    const handler = Object(make(surroundings)).handler;
    return instance;
  }

  return {
    async invoke(fn, event) {
      const own = warm.get(fn.id) ?? [];
      const free = own.find(({ busy }) => !busy) ?? start(fn);
      if (!own.includes(free)) warm.set(fn.id, [...own, free]);
      free.busy = true;
      const outcome = await free.run(event);
      free.busy = false;
      return outcome;
    },
    takeLog() {
      const taken = log;
      log = [];
      return taken;
    },
    cool(names) {
      for (const each of [...warm.values()].flat()) if (names?.includes(each.of.bundle) !== false) each.die();
    },
  };
}

const runtime = {
  AWS_REGION: 'ap-northeast-1',
  AWS_ACCESS_KEY_ID: 'world',
  AWS_SECRET_ACCESS_KEY: 'world',
  AWS_ENDPOINT_URL: 'http://127.0.0.1',
  TZ: 'UTC',
};

/** `Date` that tells the world's time. */
function worldDate(now: () => number): DateConstructor {
  return new Proxy(Date, {
    apply: () => new Date(now()).toString(),
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}
