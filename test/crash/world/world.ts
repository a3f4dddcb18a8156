import { fitsPattern } from '#infra/local/events/pattern.ts';
import type { CallFault } from '#infra/local/gateway/fault-port.ts';
import type { ServiceAnswer } from '#infra/local/gateway/service.ts';
import { fateOf, mailEvent } from '#infra/local/ses/mail-event.ts';
import type { StoredMail } from '#infra/local/ses/mailbox.ts';
import { type JsonObject, textAt } from '#infra/local/template/json.ts';
import { dynamoTable } from '#lib/store/dynamo/dynamo-table.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import type { CallFate, DeliveryFate, EventFate, Fault } from '../faults.ts';
import { smallPrograms } from '../small-programs.ts';
import { createAws } from './aws.ts';
import type { Bundles } from './bundles.ts';
import type { WorldCall, WorldReply } from './calls.ts';
import { chance } from './chance.ts';
import type { Attributes } from './expressions.ts';
import { createMachine, type Instance, type Outcome } from './machine.ts';
import { type Change, type EngineState, memoryEngine } from './memory-engine.ts';
import { overEngine } from './over-engine.ts';
import { worldTime } from './time.ts';
import type { WiredFunction, WiredQueue, WiredSource, Wiring } from './wiring.ts';

/** A mail that SES accepted, and how much had been written to the table by then. */
export interface Accepted {
  readonly mail: StoredMail;
  readonly afterChanges: number;
  /** Kinds of events of this mail that no schedule kept from arriving. */
  readonly told: Set<string>;
}

/** What a browser is answered. */
export interface WebAnswer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
  readonly cookies: readonly string[];
}

export interface WebRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie?: string;
  readonly type?: string;
  readonly accept?: string;
  readonly body?: string;
}

interface Message {
  readonly id: string;
  readonly body: string;
  readonly visibleAt: number;
  readonly receives: number;
}

/** Everything that a world remembers, to be gone back to. */
export interface Kept {
  readonly engine: EngineState;
  readonly queues: ReadonlyMap<string, readonly Message[]>;
  readonly mails: readonly Accepted[];
  readonly changes: readonly Change[];
  readonly cursors: ReadonlyMap<WiredSource, number>;
  readonly now: number;
  readonly numbers: number;
}

/** How long each kind of lateness lasts, milliseconds: one late event comes within a claim's time, a late pipeline long after. */
const late = { event: 200_000, events: 25 * 60_000, delivery: 15 * 60_000 } as const;

const tickMs = 300_000;
const never = new Promise<never>(() => {});

/** The deployment in one process: real bundles, the template's wiring, and an AWS in memory whose time stands still between calls. */
export type World = ReturnType<typeof createWorld>;

export function createWorld(wiring: Wiring, bundles: Bundles) {
  let random = chance(0);
  let changes: Change[] = [];
  let queues = new Map<string, readonly Message[]>(wiring.queues.map(({ arn }) => [arn, []]));
  let mails: Accepted[] = [];
  let cursors = new Map<WiredSource, number>();
  let airborne: { readonly at: number; readonly event: JsonObject }[] = [];
  let numbers = 0;
  let streamWaitsUntil = 0;

  let faults: readonly Fault[] = [];
  let counted = { calls: 0, deliveries: 0, events: 0 };
  let trace: string[] = [];
  let lasting = new Map<string, CallFate>();
  let before: EngineState | undefined;
  let interleave = false;

  const time = worldTime((count) => (interleave && count > 1 ? Math.floor(random() * count) : 0));
  const engine = memoryEngine(wiring.table.indexes, (change) => void changes.push(change));
  const instant = () => new Date(time.now()).toISOString();
  const id = () => String(++numbers).padStart(8, '0');
  const queueOf = (url: string) => wiring.queues.find(({ name }) => url.endsWith(`/${name}`))?.arn ?? url;
  const put = (arn: string, body: string, visibleAt = time.now()) => {
    const message = { id: id(), body, visibleAt, receives: 0 };
    queues.set(arn, [...(queues.get(arn) ?? []), message]);
    return message.id;
  };

  const aws = createAws({
    engine,
    place: wiring,
    send: (url, body) => put(queueOf(url), body),
    waiting: (url) => queues.get(queueOf(url))?.length ?? 0,
    accept(submission) {
      const mail: StoredMail = {
        ...submission,
        id: id(),
        at: instant(),
        from: submission.source,
        to: [...submission.to],
      };
      const accepted: Accepted = { mail, afterChanges: changes.length, told: new Set() };
      mails.push(accepted);
      const fate = fateOf(mail.to[0] ?? '', false, instant());
      publish(accepted, mailEvent('Send', mail, instant(), {}, wiring));
      publish(accepted, mailEvent(fate.kind, mail, instant(), fate.extra, wiring));
      return mail.id;
    },
  });

  function publish(of: Accepted, event: JsonObject): void {
    const number = counted.events++;
    const own = faults.find((fault) => 'event' in fault && fault.event === number);
    const fate: EventFate | undefined = own && 'event' in own ? own.fate : undefined;
    const all = faults.flatMap((fault) => ('events' in fault ? [fault.events] : []));
    if (fate === 'lost') return;
    of.told.add(textAt(event, 'detail-type') ?? '');
    const at = time.now() + (all.includes('late') ? late.events : 0) + (fate === 'late' ? late.event : 0);
    const reversed = all.includes('reversed') ? 1000 - number : 0;
    airborne.push({ at: at + reversed, event });
    if (fate === 'twice' || all.includes('twice')) airborne.push({ at: at + 60_000, event });
  }

  function land(): boolean {
    const arrived = airborne.filter(({ at }) => at <= time.now()).sort((a, b) => a.at - b.at);
    airborne = airborne.filter(({ at }) => at > time.now());
    for (const { event } of arrived) {
      for (const { pattern, queues: targets } of wiring.rules) {
        if (fitsPattern(pattern, event)) for (const arn of targets) put(arn, JSON.stringify(event));
      }
    }
    return arrived.length > 0;
  }

  const machine = createMachine(bundles, time, () => random(), call);

  async function call(by: Instance, { headers, body }: WorldCall): Promise<WorldReply> {
    await new Promise<void>((turn) => time.inTurn(turn));
    if (by.isDead()) return never;
    const service = aws.serviceOf(headers);
    const { operation, request } = service.read(headers, Buffer.from(body), { method: 'POST', url: '/' });
    const number = counted.calls++;
    const logical = headers['amz-sdk-invocation-id'] ?? '';
    const own = faults.find((fault) => 'call' in fault && fault.call === number);
    const fate = own && 'call' in own ? own.fate : lasting.get(logical);
    if (fate === 'refuse-all' || fate === 'lose-all') lasting.set(logical, fate);
    trace.push(`${number} ${by.of.bundle} ${service.name}:${operation}${fate ? ` << ${fate}` : ''}`);
    const perform = () => service.perform(operation, request, Buffer.from(body));
    switch (fate) {
      case 'throttle':
        return reply(service.error('Throttling', 'Rate exceeded'));
      case 'refuse':
      case 'refuse-all':
        return reply(service.error('Internal', 'Internal server error'));
      case 'die-before':
        by.die();
        return never;
      case 'die-after':
        await perform();
        by.die();
        return never;
      case 'lose-response':
      case 'lose-all':
        await perform();
        throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
      case 'stale-index':
        return reply(textAt(request, 'IndexName') === undefined ? await perform() : asBefore(operation, request));
      case undefined:
        return reply(await perform());
      default: {
        const fault: CallFault = { kind: fate };
        return reply(aws.imperfect(fault, operation, request) ?? (await perform()));
      }
    }
  }

  /** An index as it stood when the act began. */
  function asBefore(operation: string, request: JsonObject): ServiceAnswer {
    const now = engine.keep();
    if (before) engine.restore(before);
    const { status, body } = engine.perform(operation, request);
    engine.restore(now);
    return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
  }

  /** An SDK believes its own clock only while answers carry the same. */
  const reply = ({ status, headers, body }: ServiceAnswer): WorldReply => ({
    status,
    headers: { ...headers, date: new Date(time.now()).toUTCString() },
    body: String(body),
  });

  async function bring(to: WiredFunction, event: unknown, put_off: () => void): Promise<Outcome | 'late'> {
    const number = counted.deliveries++;
    const own = faults.find((fault) => 'delivery' in fault && fault.delivery === number);
    const fate: DeliveryFate | undefined = own && 'delivery' in own ? own.fate : undefined;
    if (fate === 'late') {
      put_off();
      return 'late';
    }
    if (fate === 'twice') await machine.invoke(to, event);
    if (fate !== 'at-once') return machine.invoke(to, event);
    interleave = true;
    const [, outcome] = await Promise.all([machine.invoke(to, event), machine.invoke(to, event)]);
    interleave = false;
    return outcome;
  }

  async function deliverStream(source: WiredSource): Promise<boolean> {
    const from = cursors.get(source) ?? 0;
    if (from >= changes.length || streamWaitsUntil > time.now()) return false;
    const page = changes.slice(from, from + source.batchSize);
    const records = page.map(recordOf).filter((record) => source.filters.some((filter) => fitsPattern(filter, record)));
    if (records.length > 0) {
      for (let attempt = 0; attempt <= source.retries; attempt++) {
        const outcome = await bring(source.to, { Records: records }, () => {
          streamWaitsUntil = time.now() + late.delivery;
        });
        if (outcome === 'late') return false;
        if (outcome.kind === 'done') break;
        time.moveTo(time.now() + 1000);
      }
    }
    cursors.set(source, from + page.length);
    return true;
  }

  async function deliverQueue(source: WiredSource, queue: WiredQueue): Promise<boolean> {
    const all = queues.get(queue.arn) ?? [];
    const batch = all.filter(({ visibleAt }) => visibleAt <= time.now()).slice(0, source.batchSize);
    if (batch.length === 0) return false;
    const hide = (until: number) => {
      const ids = new Set(batch.map((one) => one.id));
      const hidden = (queues.get(queue.arn) ?? []).flatMap((one) => {
        if (!ids.has(one.id)) return [one];
        if (queue.dead && one.receives + 1 >= queue.dead.after) {
          put(queue.dead.arn, one.body);
          return [];
        }
        return [{ ...one, visibleAt: until, receives: one.receives + 1 }];
      });
      queues.set(queue.arn, hidden);
    };
    const event = { Records: batch.map((one) => ({ messageId: one.id, body: one.body, eventSource: 'aws:sqs' })) };
    const outcome = await bring(source.to, event, () => {
      queues.set(
        queue.arn,
        (queues.get(queue.arn) ?? []).map((one) =>
          batch.includes(one) ? { ...one, visibleAt: time.now() + late.delivery } : one,
        ),
      );
    });
    if (outcome === 'late') return true;
    const failed = outcome.kind === 'done' ? failures(outcome.result) : new Set(batch.map((one) => one.id));
    const gone = new Set(batch.map((one) => one.id).filter((one) => !failed.has(one)));
    queues.set(
      queue.arn,
      (queues.get(queue.arn) ?? []).filter((one) => !gone.has(one.id)),
    );
    if (failed.size > 0) hide(time.now() + queue.visibilityMs);
    return true;
  }

  /** Brings everything that can be brought at this instant. */
  async function settle(): Promise<void> {
    for (let busy = true; busy; ) {
      busy = land();
      for (const source of wiring.sources) {
        busy =
          (source.from === 'stream' ? await deliverStream(source) : await deliverQueue(source, source.from)) || busy;
      }
    }
  }

  const due = () => engine.items().flatMap((item) => (item.gsi2sk?.S === undefined ? [] : [String(item.gsi2sk.S)]));
  const dead = new Set(wiring.queues.flatMap((queue) => queue.dead?.arn ?? []));
  const waiting = () =>
    [...queues].filter(([arn]) => !dead.has(arn)).flatMap(([, messages]) => messages.map(({ visibleAt }) => visibleAt));
  const undelivered = () =>
    wiring.sources.some((one) => one.from === 'stream' && (cursors.get(one) ?? 0) < changes.length);

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

  async function toRest(hours: number): Promise<boolean> {
    const end = time.now() + hours * 3_600_000;
    for (;;) {
      await settle();
      const moments = [...waiting(), ...airborne.map(({ at }) => at), ...(undelivered() ? [streamWaitsUntil] : [])];
      const owed = due();
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

  async function web(request: WebRequest): Promise<WebAnswer> {
    const [path = '/', query = ''] = request.path.split('#')[0]?.split('?') ?? [];
    const to = routeTo(path, request.method);
    const event = {
      version: '2.0',
      rawPath: path,
      rawQueryString: query,
      headers: {
        accept: request.accept ?? 'text/html',
        origin: wiring.origin,
        'sec-fetch-site': 'same-origin',
        ...(request.type === undefined ? {} : { 'content-type': request.type }),
      },
      cookies: request.cookie === undefined || request.cookie === '' ? [] : [request.cookie],
      requestContext: { http: { method: request.method, path, sourceIp: '127.0.0.1', userAgent: '' } },
      ...(request.body === undefined ? {} : { body: Buffer.from(request.body).toString('base64') }),
      isBase64Encoded: request.body !== undefined,
    };
    const outcome = await machine.invoke(to, event);
    if (outcome.kind !== 'done') return { status: 502, location: '', body: '', cookies: [] };
    const { statusCode = 500, headers = {}, body = '', cookies = [] } = Object(outcome.result);
    return { status: statusCode, location: String(headers.location ?? ''), body: String(body), cookies };
  }

  function routeTo(path: string, method: string): WiredFunction {
    const wanted = path.split('/').slice(1);
    const fitting = wiring.routes.filter(
      (route) => (route.method === 'ANY' || route.method === method) && fits(route.segments, wanted),
    );
    const best = fitting.sort((a, b) => weight(b.segments) - weight(a.segments))[0];
    if (!best) throw new Error(`no route leads to ${path}`);
    return best.to;
  }

  const randomly = (size: number) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
  const desk: Desk = {
    table: dynamoTable({
      client: overEngine(engine),
      name: wiring.table.name,
      id: () => `admin${id()}`,
      pause: async () => {},
    }),
    world: { now: instant, id: () => `w${id()}`, secret: () => randomly(32) },
    programs: smallPrograms,
  };

  return {
    wiring,
    time,
    desk,
    instant,
    web,
    settle,
    tick,
    toRest,
    mails: (): readonly Accepted[] => mails,
    changes: (): readonly Change[] => changes,
    items: (): readonly Attributes[] => engine.items(),
    deadLetters: () => [...queues].filter(([arn]) => dead.has(arn)).flatMap(([, messages]) => messages),
    counted: () => counted,
    trace: () => trace,
    log: () => machine.takeLog(),
    cool: machine.cool,
    /** From here calls, deliveries and events are counted, and these faults strike. */
    begin(seed: number, planned: readonly Fault[]) {
      random = chance(seed);
      faults = planned;
      counted = { calls: 0, deliveries: 0, events: 0 };
      trace = [];
      lasting = new Map();
      before = engine.keep();
      interleave = false;
    },
    keep: (): Kept => ({
      engine: engine.keep(),
      queues: new Map(queues),
      mails: [...mails],
      changes: [...changes],
      cursors: new Map(cursors),
      now: time.now(),
      numbers,
    }),
    restore(kept: Kept) {
      engine.restore(kept.engine);
      queues = new Map(kept.queues);
      mails = [...kept.mails];
      changes = [...kept.changes];
      cursors = new Map(kept.cursors);
      numbers = kept.numbers;
      airborne = [];
      streamWaitsUntil = 0;
      time.reset(kept.now);
      machine.takeLog();
    },
  };
}

const recordOf = ({ before, after }: Change, index: number): JsonObject => {
  const { pk = {}, sk = {} } = after ?? before ?? {};
  return {
    eventID: String(index),
    eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
    dynamodb: { Keys: { pk, sk }, ...(after ? { NewImage: after } : {}), SequenceNumber: String(index) },
  };
};

function failures(result: unknown): ReadonlySet<string> {
  const { batchItemFailures = [] } = Object(result ?? {});
  return new Set(batchItemFailures.map((one: unknown) => String(Object(one).itemIdentifier)));
}

const fits = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.every((segment, at) =>
    segment.endsWith('+}')
      ? path.length > at
      : segment.startsWith('{')
        ? (path[at] ?? '') !== ''
        : segment === path[at],
  ) &&
  (pattern.at(-1)?.endsWith('+}') === true || pattern.length === path.length);

const weight = (pattern: readonly string[]): number =>
  pattern.filter((segment) => !segment.startsWith('{')).length * 2 - (pattern.at(-1)?.endsWith('+}') ? 1 : 0);
