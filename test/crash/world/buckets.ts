import type { S3Engine } from '#infra/local/s3/engine.ts';

/** One object with the headers it was put with. */
export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** S3 of one world: single objects by path, as the product uses it. */
export interface Buckets {
  readonly engine: S3Engine;
  /** Every object by `/BUCKET/KEY`. */
  keep(): ReadonlyMap<string, StoredObject>;
  restore(kept: ReadonlyMap<string, StoredObject>): void;
}

const isKept = (name: string) => name === 'content-type' || name.startsWith('x-amz-meta-');

/** Creates buckets without objects; any name is a bucket. */
export function createBuckets(): Buckets {
  let objects = new Map<string, StoredObject>();
  const xml = (code: string) => ({
    status: 404,
    headers: { 'content-type': 'application/xml' },
    body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message/></Error>`),
  });
  return {
    engine: {
      async send({ method, url, headers, body }) {
        const path = url.split('?')[0] ?? '';
        const none = { status: 204, headers: {}, body: Buffer.alloc(0) };
        if (method === 'DELETE') {
          objects.delete(path);
          return none;
        }
        if (method === 'PUT') {
          const own = Object.fromEntries(Object.entries(headers).filter(([name]) => isKept(name)));
          objects.set(path, { bytes: Uint8Array.from(body), headers: own });
          return { ...none, status: 200, headers: { etag: '"world"' } };
        }
        const found = objects.get(path);
        if (!found) return xml('NoSuchKey');
        return { status: 200, headers: found.headers, body: Buffer.from(found.bytes) };
      },
      createBucket: () => {},
      stop: async () => {},
    },
    keep: () => new Map(objects),
    restore(kept) {
      objects = new Map(kept);
    },
  };
}
