import { type BuildAppOptions, buildApp } from 'fauxqs';
import type { JsonObject } from '../template/json.ts';

type Stores = NonNullable<BuildAppOptions['stores']>;
/** A queue of the engine, with its messages by state. */
export type Queue = NonNullable<ReturnType<Stores['sqsStore']['getQueueByName']>>;

/** SQS in this process, its messages kept in a SQLite file. */
export interface SqsEngine {
  /** One request in the SQS JSON protocol, e.g. operation `SendMessage`. */
  send(operation: string, body: string | Buffer): Promise<{ readonly status: number; readonly body: Buffer }>;
  /** Puts a message into the queue of an ARN, as another AWS service would. */
  put(arn: string, body: JsonObject): Promise<void>;
  /** Makes a queue, or gives its attributes to the one that the data folder holds. */
  createQueue(name: string, attributes: Readonly<Record<string, string>>): void;
  queue(name: string): Queue;
  queues(): readonly Queue[];
  /** Where a queue's dead letters go, by ARN. */
  byArn(arn: string): Queue | undefined;
  /** Lets time pass for hidden and delayed messages. */
  advance(milliseconds: number): void;
  stop(): Promise<void>;
}

/** Account that the engine writes into every queue's ARN. */
export const LOCAL_ACCOUNT = '000000000000';

const urlOf = (name: string) => `http://localhost/${LOCAL_ACCOUNT}/${name}`;

interface Persistence {
  loadSqsAndSns(sqs: Stores['sqsStore'], sns: Stores['snsStore']): void;
  close(): void;
}

/** Opens the engine on a folder; nothing listens: requests are handed over inside the process. */
export async function startSqs(folder: string, region: string): Promise<SqsEngine> {
  const { stores, persistence } = await openStores(folder);
  const app = buildApp({ logger: false, defaultRegion: region, stores });
  await app.ready();
  const { sqsStore } = stores;

  function queue(name: string): Queue {
    const found = sqsStore.getQueueByName(name);
    if (!found) throw new Error(`no queue ${name}`);
    return found;
  }

  async function send(operation: string, body: string | Buffer): Promise<{ status: number; body: Buffer }> {
    const response = await app.inject({
      method: 'POST',
      url: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `AmazonSQS.${operation}`,
        host: 'localhost',
      },
      payload: body,
    });
    return { status: response.statusCode, body: response.rawPayload };
  }

  return {
    send,
    async put(arn, body) {
      const name = arn.replace(/^.*:/, '');
      const request = { QueueUrl: urlOf(name), MessageBody: JSON.stringify(body) };
      const answer = await send('SendMessage', JSON.stringify(request));
      if (answer.status !== 200) throw new Error(`queue ${name} takes no message: ${answer.body.toString('utf8')}`);
    },
    createQueue(name, attributes) {
      const arn = `arn:aws:sqs:${region}:${LOCAL_ACCOUNT}:${name}`;
      const held = sqsStore.getQueueByArn(arn);
      if (held) held.setAttributes({ ...attributes });
      else sqsStore.createQueue(name, urlOf(name), arn, { ...attributes });
    },
    queue,
    queues: () => [...sqsStore.allQueues()],
    byArn: (arn) => sqsStore.getQueueByArn(arn),
    advance(milliseconds) {
      for (const each of sqsStore.allQueues()) {
        for (const entry of each.inflightMessages.values()) entry.visibilityDeadline -= milliseconds;
        for (const message of each.delayedMessages) if (message.delayUntil) message.delayUntil -= milliseconds;
        each.processTimers();
      }
    },
    async stop() {
      sqsStore.shutdown();
      await app.close();
      persistence.close();
    },
  };
}

/**
 * The engine's persistence is reached only through its own starter, which binds every interface; its modules are therefore
 * loaded by file. It would wait for the disk at every message; NORMAL loses none when the process is killed, and after a loss
 * of power the five-minute tick brings back what was due. The package is pinned and test/platform/restart.test.ts fails when this no longer holds.
 */
async function openStores(folder: string): Promise<{ stores: Stores; persistence: Persistence }> {
  const entry = import.meta.resolve('fauxqs');
  const load = (file: string) => import(new URL(file, entry).href);
  const [sqs, sns, s3, kept] = await Promise.all(
    ['./sqs/sqsStore.js', './sns/snsStore.js', './s3/s3Store.js', './persistence.js'].map(load),
  );
  const stores: Stores = { sqsStore: new sqs.SqsStore(), snsStore: new sns.SnsStore(), s3Store: new s3.S3Store() };
  const persistence = new kept.PersistenceManager(folder);
  persistence.db.exec('PRAGMA synchronous = NORMAL');
  persistence.loadSqsAndSns(stores.sqsStore, stores.snsStore);
  stores.sqsStore.persistence = persistence;
  for (const queue of stores.sqsStore.allQueues()) queue.persistence = persistence;
  return { stores, persistence };
}
