import { type BuildAppOptions, buildApp } from 'fauxqs';

type Stores = NonNullable<BuildAppOptions['stores']>;

/** One S3 request as it came: its address is in path style, `/BUCKET/KEY?…`. */
export interface S3Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** S3 in this process, its objects kept as files. */
export interface S3Engine {
  send(request: S3Request): Promise<{
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Buffer;
  }>;
  /** Makes a bucket where the data folder holds none of that name. */
  createBucket(name: string): void;
  stop(): Promise<void>;
}

interface Persistence {
  loadS3(store: Stores['s3Store']): void;
  close(): void;
}

/** Opens the engine on a folder; nothing listens: requests are handed over inside the process. */
export async function startS3(folder: string, region: string): Promise<S3Engine> {
  const { stores, persistence } = await openStores(folder);
  const { s3Store } = stores;
  const app = buildApp({ logger: false, defaultRegion: region, stores });
  await app.ready();
  return {
    async send({ method, url, headers, body }) {
      const response = await app.inject({
        method: methodOf(method),
        url,
        headers: { ...headers, host: 'localhost' },
        payload: body,
      });
      const given = Object.entries(response.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] as const],
      );
      return { status: response.statusCode, headers: Object.fromEntries(given), body: response.rawPayload };
    },
    createBucket(name) {
      if (!s3Store.hasBucket(name)) s3Store.createBucket(name);
    },
    async stop() {
      await app.close();
      persistence.close();
    },
  };
}

function methodOf(method: string): 'GET' | 'PUT' | 'DELETE' | 'HEAD' | 'POST' {
  if (method === 'GET' || method === 'PUT' || method === 'DELETE' || method === 'HEAD' || method === 'POST')
    return method;
  throw new Error(`S3 knows no ${method}`);
}

/** As with the queues, the engine's keeping of files is reached by file; test/platform/files.test.ts fails when this no longer holds. */
async function openStores(folder: string): Promise<{ stores: Stores; persistence: Persistence }> {
  const entry = import.meta.resolve('fauxqs');
  const load = (file: string) => import(new URL(file, entry).href);
  const [sqs, sns, s3, kept] = await Promise.all(
    ['./sqs/sqsStore.js', './sns/snsStore.js', './s3/s3Store.js', './s3/fileS3Persistence.js'].map(load),
  );
  const stores: Stores = { sqsStore: new sqs.SqsStore(), snsStore: new sns.SnsStore(), s3Store: new s3.S3Store() };
  const persistence = new kept.FileS3Persistence(folder);
  persistence.loadS3(stores.s3Store);
  stores.s3Store.persistence = persistence;
  return { stores, persistence };
}
