import { dynamoTable } from '#lib/store/dynamo/dynamo-table.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import type { Fault } from '../faults.ts';
import { smallPrograms } from '../small-programs.ts';
import { type Aws, createAws } from './aws.ts';
import { createBuckets, type StoredObject } from './buckets.ts';
import type { Bundles } from './bundles.ts';
import { createCalls } from './calls-to-aws.ts';
import type { Attributes } from './expressions.ts';
import { createMachine } from './machine.ts';
import { type EngineState, memoryEngine } from './memory-engine.ts';
import { createMishaps } from './mishaps.ts';
import { overEngine } from './over-engine.ts';
import { type Accepted, createPostOffice } from './post-office.ts';
import { type Bring, createQueues, type KeptQueues } from './queues.ts';
import { createStream, type KeptStream } from './stream.ts';
import { worldTime } from './time.ts';
import { createWeb } from './web.ts';
import type { Wiring } from './wiring.ts';

/** Everything that a world remembers, to be gone back to. */
export interface Kept {
  readonly engine: EngineState;
  readonly queues: KeptQueues;
  readonly stream: KeptStream;
  readonly mails: readonly Accepted[];
  readonly files: ReadonlyMap<string, StoredObject>;
  readonly now: number;
  readonly numbers: number;
}

const tickMs = 300_000;

/** The deployment in one process: real bundles, the template's wiring, and an AWS in memory whose time stands still between calls. */
export type World = ReturnType<typeof createWorld>;

export function createWorld(wiring: Wiring, bundles: Bundles) {
  let numbers = 0;
  let interleave = false;
  const id = () => String(++numbers).padStart(8, '0');

  const mishaps = createMishaps();
  const time = worldTime((count) => (interleave && count > 1 ? Math.floor(mishaps.random() * count) : 0));
  const queues = createQueues(wiring, time, id);
  const stream = createStream(wiring, time);
  const engine = memoryEngine(wiring.table.indexes, stream.told);
  const post = createPostOffice(wiring, time, mishaps, {
    id,
    changes: () => stream.changes().length,
    put: queues.put,
  });
  const buckets = createBuckets();
  const aws: Aws = createAws({
    engine,
    buckets,
    place: wiring,
    send: queues.send,
    waiting: queues.waiting,
    accept: post.accept,
  });
  const calls = createCalls(() => aws, engine, time, mishaps);
  const machine = createMachine(bundles, time, mishaps.random, calls.make);
  const instant = () => new Date(time.now()).toISOString();

  /** Does several things side by side; which of their calls comes first is the seed's. */
  async function sideBySide<T>(acts: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
    const outer = interleave;
    interleave = true;
    const all = await Promise.all(acts.map((act) => act()));
    interleave = outer;
    return all;
  }

  const bring: Bring = async (to, event, putOff) => {
    const fate = mishaps.delivery();
    if (fate === 'late') {
      putOff();
      return 'late';
    }
    const once = () => machine.invoke(to, event);
    if (fate === 'twice') await once();
    if (fate !== 'at-once') return once();
    const [first, second] = await sideBySide([once, once]);
    return second ?? first ?? 'late';
  };

  /** Brings everything that can be brought at this instant. */
  async function settle(): Promise<void> {
    for (let busy = true; busy; ) {
      busy = post.land();
      for (const source of wiring.sources) {
        const brought =
          source.from === 'stream' ? stream.deliver(source, bring) : queues.deliver(source, source.from, bring);
        busy = (await brought) || busy;
      }
    }
  }

  async function tick(): Promise<void> {
    for (const fn of wiring.scheduled) {
      for (let attempt = 0; attempt < 3; attempt++) {
        const outcome = await bring(fn, { source: 'aws.scheduler' }, () => {});
        if (outcome === 'late' || outcome.kind === 'done') break;
        time.moveTo(time.now() + 60_000);
      }
    }
    await settle();
  }

  /** Lets so many hours pass, with a tick every five minutes while anything is due; true when all came to rest. */
  async function toRest(hours: number): Promise<boolean> {
    const end = time.now() + hours * 3_600_000;
    for (;;) {
      await settle();
      const moments = [...queues.moments(), ...post.moments(), ...stream.moments()];
      const owed = engine
        .items()
        .flatMap(({ gsi2pk, gsi2sk }) => (String(gsi2pk?.S).startsWith('DUE#') ? [String(gsi2sk?.S)] : []));
      if (moments.length === 0 && owed.length === 0) return true;
      const nextTick = (Math.floor(time.now() / tickMs) + 1) * tickMs;
      const soonest = Math.min(...owed.map((one) => Date.parse(one) || 0));
      const ticking =
        owed.length > 0 ? Math.max(nextTick, Math.ceil(soonest / tickMs) * tickMs) : Number.POSITIVE_INFINITY;
      const next = Math.min(ticking, ...moments.map((one) => Math.max(one, time.now() + 1)));
      if (next > end) return false;
      time.moveTo(next);
      if (next === ticking) await tick();
    }
  }

  const desk: Desk = {
    table: dynamoTable({
      client: overEngine(engine),
      name: wiring.table.name,
      id: () => `admin${id()}`,
      pause: async () => {},
    }),
    world: {
      now: instant,
      id: () => `w${id()}`,
      secret: () => Uint8Array.from({ length: 32 }, () => Math.floor(mishaps.random() * 256)),
    },
    programs: smallPrograms,
  };

  return {
    wiring,
    time,
    desk,
    instant,
    web: createWeb(wiring, machine),
    wait: async (milliseconds: number) => time.moveTo(time.now() + milliseconds),
    settle,
    tick,
    toRest,
    sideBySide,
    mails: post.mails,
    changes: stream.changes,
    files: buckets.keep,
    items: (): readonly Attributes[] => engine.items(),
    deadLetters: queues.deadLetters,
    counted: mishaps.counted,
    trace: mishaps.trace,
    log: () => machine.takeLog(),
    cool: machine.cool,
    /** From here calls, deliveries and events are counted, and these faults strike. */
    begin(seed: number, planned: readonly Fault[]) {
      mishaps.begin(seed, planned);
      calls.begin();
      interleave = false;
    },
    keep: (): Kept => ({
      engine: engine.keep(),
      queues: queues.keep(),
      stream: stream.keep(),
      mails: post.keep(),
      files: buckets.keep(),
      now: time.now(),
      numbers,
    }),
    restore(kept: Kept) {
      engine.restore(kept.engine);
      queues.restore(kept.queues);
      stream.restore(kept.stream);
      post.restore(kept.mails);
      buckets.restore(kept.files);
      numbers = kept.numbers;
      time.reset(kept.now);
      machine.takeLog();
    },
  };
}
