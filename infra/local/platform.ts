import { createActivity } from './activity.ts';
import { buildSite } from './build-site.ts';
import { openClock } from './clock.ts';
import { createClockMover } from './clock-mover.ts';
import { takeDataFolder } from './data-folder.ts';
import type { DemoContext } from './demo/demo-context.ts';
import { demoPages } from './demo/demo-pages.ts';
import { nobody } from './demo/people.ts';
import { startEngine } from './dynamodb/engine.ts';
import { createBus } from './events/bus.ts';
import { startFront } from './front/front.ts';
import { createRouteTable } from './front/route-table.ts';
import { adminCredentials } from './gateway/caller.ts';
import { dynamodbService } from './gateway/dynamodb-service.ts';
import type { FaultPort } from './gateway/fault-port.ts';
import { startGateway } from './gateway/gateway.ts';
import { createStaleIndexes } from './gateway/imperfection.ts';
import { createMeter } from './gateway/meter.ts';
import { s3Service } from './gateway/s3-service.ts';
import { sesService } from './gateway/ses-service.ts';
import { sqsService } from './gateway/sqs-service.ts';
import { createPolicyBook } from './iam/policy-book.ts';
import type { Platform, PlatformOptions } from './platform-contract.ts';
import { refuseUnknownTypes } from './resources/names.ts';
import { startS3 } from './s3/engine.ts';
import { createScheduler } from './schedule/scheduler.ts';
import { openMailService } from './ses/mail-service.ts';
import type { Site } from './site.ts';
import { findTable, isEmpty, sweepAll } from './site-tables.ts';
import { LOCAL_ACCOUNT, startSqs } from './sqs/engine.ts';
import { isNamed } from './template/logical-id.ts';
import { loadTemplate } from './template/template.ts';

export type { Platform, PlatformOptions } from './platform-contract.ts';

const REGION = 'ap-northeast-1';
const HOUR = 3_600_000;

/** Starts a platform that runs a synthesized template; several may run side by side on folders and ports of their own. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  process.env.TZ = 'UTC';
  const log = options.log ?? (() => {});
  const undo: (() => Promise<void> | void)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      for (const step of undo.reverse()) await step();
    })();
    return stopping;
  };
  try {
    const folder = takeDataFolder(options.dataFolder, options.fresh);
    undo.push(() => folder.release());
    const front = await startFront(options.port ?? 0);
    undo.push(() => front.stop());
    const source = typeof options.template === 'function' ? await options.template() : options.template;
    const template = typeof source === 'string' ? loadTemplate(source) : source;
    refuseUnknownTypes(template);
    const gateway = await startGateway();
    undo.push(() => gateway.stop());
    const dynamo = await startEngine(folder.file('dynamodb', 'renkei.db'), log);
    undo.push(() => dynamo.stop());
    folder.file('queues', 'x');
    const sqs = await startSqs(`${folder.path}/queues`, REGION);
    undo.push(() => sqs.stop());
    folder.file('files', 'x');
    const s3 = await startS3(`${folder.path}/files`, REGION);
    undo.push(() => s3.stop());

    const start = typeof options.clock === 'string' ? Date.parse(options.clock) : options.clock;
    const clock = openClock(folder.file('state', 'clock.json'), start);
    const activity = createActivity();
    const faults: FaultPort = { call: undefined, delivery: undefined };
    const place = { region: REGION, accountId: LOCAL_ACCOUNT };
    const bus = createBus(faults, activity, log);
    const mail = openMailService({ ...place, folder, clock, activity, publish: (event) => bus.publish(event) });
    const scheduler = createScheduler(clock);
    const meter = createMeter();
    const site: Site = {
      ...place,
      template,
      gatewayEndpoint: gateway.endpoint,
      folder,
      clock,
      activity,
      faults,
      meter,
      policies: createPolicyBook(),
      dynamo,
      tables: new Map(),
      sqs,
      s3,
      mail,
      bus,
      scheduler,
      routes: createRouteTable(),
      functions: new Map(),
      maxWorkers: options.maxWorkers ?? 4,
      onReady: [],
      onWrite: [],
      onStop: [],
      checks: [],
      log,
    };
    const domain = `localhost:${front.port}`;
    const queueName = await buildSite(site, { domain, parameters: options.parameters ?? {} });
    for (const check of site.checks) check();
    const pools = [...site.functions.values()];

    gateway.open({
      services: {
        dynamodb: dynamodbService(dynamo, findTable(site), () => {
          for (const told of site.onWrite) told();
        }),
        sqs: sqsService(sqs, (name) => `arn:aws:sqs:${REGION}:${LOCAL_ACCOUNT}:${name}`),
        ses: sesService(mail, place),
        s3: s3Service(s3),
      },
      refuses(functionId, needs) {
        const pool = pools.find(({ id }) => id === functionId);
        return site.policies.refuses(
          pool?.roleArn ?? '',
          `arn:aws:sts::${LOCAL_ACCOUNT}:assumed-role/${functionId}`,
          needs,
        );
      },
      killWorker: (functionId, worker) => pools.find(({ id }) => id === functionId)?.kill(worker),
      meter,
      meterCapacity: options.meterCapacity ?? false,
      now: clock.now,
      faults,
      staleIndexes: createStaleIndexes(),
      log,
    });

    const admin: DemoContext = {
      endpoint: gateway.endpoint,
      region: REGION,
      credentials: adminCredentials,
      tableName: [...site.tables.keys()][0] ?? '',
      origin: `http://${domain}`,
      variables: Object.fromEntries(pools.map((pool) => [pool.id, pool.env])),
      now: () => new Date(clock.now()),
      log,
    };
    if (options.seed && (await isEmpty(site, admin.tableName))) await options.seed(admin);

    const sweep = () => sweepAll(site).catch((error: unknown) => log(`time to live: ${String(error)}`));
    const sweeper = setInterval(sweep, HOUR);
    clock.onMove((moved) => {
      sqs.advance(moved);
      void sweep();
    });
    const mover = createClockMover(clock, scheduler, activity);
    const inbox: Platform['inbox'] = {
      list: () => mail.mailbox.list(),
      read: (id) => mail.mailbox.read(id),
      to: (address) =>
        mail.mailbox
          .list()
          .filter((each) => each.to.includes(address))
          .flatMap(({ id }) => mail.mailbox.read(id) ?? []),
    };
    undo.push(async () => {
      await activity.settle(1500);
      await Promise.all(pools.map((pool) => pool.stop()));
      for (const end of site.onStop) await end();
    });
    undo.push(() => {
      clearInterval(sweeper);
      scheduler.stop();
    });
    front.open({
      routes: site.routes,
      own: demoPages({ admin, people: options.people ?? nobody, inbox, clock, mover, log }),
      place: () => ({
        apiDomain: `local.execute-api.${REGION}.amazonaws.com`,
        accountId: LOCAL_ACCOUNT,
        now: clock.now(),
      }),
      log,
    });
    for (const begin of site.onReady) begin();
    mail.resume();
    scheduler.start();

    const pool = (name: string) => {
      const found = pools.find(({ id }) => isNamed(id, name));
      if (!found) throw new Error(`no function is named ${name}: ${pools.map(({ id }) => id).join(', ')}`);
      return found;
    };
    return {
      origin: admin.origin,
      port: front.port,
      admin,
      clock: {
        ...clock,
        advanceTo: (instant) => mover.moveTo(typeof instant === 'string' ? Date.parse(instant) : instant),
        advanceBy: ({ days = 0, hours = 0, minutes = 0 }) =>
          mover.moveBy((days * 24 + hours) * HOUR + minutes * 60_000),
      },
      settle: (timeoutMs = 30_000) => activity.settle(timeoutMs),
      inbox,
      mail,
      meter,
      faults,
      queued(name) {
        const queue = sqs.queue(queueName(name));
        const { ready, delayed, inflight } = queue.inspectMessages();
        return {
          waiting: ready.map(({ body }) => body),
          hidden: inflight.map(({ message }) => message.body),
          delayed: delayed.map(({ body }) => body),
        };
      },
      function: pool,
      invoke: (name, event) => pool(name).invoke(event),
      tick: () => scheduler.fireAll(),
      enginePid: () => dynamo.pid(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
