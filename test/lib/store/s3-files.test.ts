import { once } from 'node:events';
import { createServer } from 'node:http';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { s3Files } from '#lib/store/s3-files.ts';

interface Asked {
  readonly line: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
const region = 'ap-northeast-1';
const asked: Asked[] = [];
/** What S3 answers to the next requests, by code; then it does what it is asked. */
let failures: string[] = [];
const statusOf = { NoSuchKey: 404, AccessDenied: 403, SlowDown: 503, InternalError: 500, InvalidRequest: 400 } as const;

const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const [path = ''] = (request.url ?? '').split('?');
  const { authorization = '', ...headers } = request.headers;
  const scope = /Credential=(\S+)\/\d{8}(\S+),/.exec(authorization)?.slice(1).join('');
  const told = ['content-type', 'x-amz-meta-name', 'x-amz-content-sha256', 'x-amz-security-token'];
  const kept = Object.fromEntries(told.map((name) => [name, headers[name]]));
  asked.push({
    line: `${request.method} ${path}`,
    headers: { ...kept, scope },
    body: Buffer.concat(parts).toString(),
  });
  const failure = failures.shift();
  if (failure === 'cut') return request.socket.destroy();
  if (failure !== undefined) {
    response.writeHead(Object.entries(statusOf).find(([code]) => code === failure)?.[1] ?? 500);
    return response.end(`<?xml version="1.0"?><Error><Code>${failure}</Code><Message>no</Message></Error>`);
  }
  response.writeHead(request.method === 'DELETE' ? 204 : 200, {
    'content-type': 'image/png',
    'x-amz-meta-name': '%E5%86%99',
  });
  return response.end(request.method === 'GET' ? 'bytes' : '');
});
let endpoint = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  failures = [];
});

const open = () => s3Files('bucket', { region, credentials, endpoint });
const keys = ["uploads/h1/写 真(1)!'*.jpg", 'uploads/a+b%2F..', 'exports/job/1'];

test.each(keys)('asks for %s as the client of AWS does', async (key) => {
  const files = open();
  await files.put(key, { bytes: Buffer.from('hello'), type: 'image/jpeg', metadata: { name: '写真.jpg' } });
  const got = await files.get(key);
  await files.delete(key);
  const ours = asked.splice(0);
  const client = new S3Client({ region, credentials, endpoint, requestChecksumCalculation: 'WHEN_REQUIRED' });
  const at = { Bucket: 'bucket', Key: key };
  const Metadata = { name: encodeURIComponent('写真.jpg') };
  await client.send(new PutObjectCommand({ ...at, Body: Buffer.from('hello'), ContentType: 'image/jpeg', Metadata }));
  const { Body } = await client.send(new GetObjectCommand(at));
  await client.send(new DeleteObjectCommand(at));
  expect(ours).toEqual(asked);
  expect(ours).toHaveLength(3);
  expect(Buffer.from(got?.bytes ?? [])).toEqual(Buffer.from((await Body?.transformToByteArray()) ?? []));
  expect(got).toMatchObject({ type: 'image/png', metadata: { name: '写' } });
});

describe('what S3 refuses', () => {
  test.each(['NoSuchKey', 'AccessDenied'])('is no file where it says %s of one', async (code) => {
    failures = [code];
    expect(await open().get('uploads/a')).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  test('is said by its name, and not asked again', async () => {
    failures = ['InvalidRequest'];
    await expect(open().get('uploads/a')).rejects.toMatchObject({ name: 'InvalidRequest', message: 'S3: no' });
    failures = ['AccessDenied'];
    await expect(open().put('uploads/a', { bytes: new Uint8Array(), type: 'image/png' })).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    expect(asked).toHaveLength(2);
  });
});

describe('what fails on the way', () => {
  test.each([[['SlowDown']], [['cut', 'InternalError']]])('is asked again: %j', async (first) => {
    failures = [...first];
    await open().put('uploads/a', { bytes: Buffer.from('hello'), type: 'image/png' });
    expect(asked.map(({ body }) => body)).toEqual([...first, ''].map(() => 'hello'));
  });

  test.each(['SlowDown', 'cut'])('is given up the third time: %s', async (failure) => {
    failures = [failure, failure, failure, failure];
    await expect(open().delete('uploads/a')).rejects.toThrow();
    expect(asked).toHaveLength(3);
  });
});

test('a bucket without another endpoint has its own host in the region', async () => {
  const files = s3Files('no-such-bucket', { region: 'xx-nowhere-1', credentials });
  await expect(files.get('uploads/a')).rejects.toThrow('no-such-bucket.s3.xx-nowhere-1.amazonaws.com');
});

test('a function that is told no keys says so', () => {
  expect(() => s3Files('bucket')).toThrow('told its region and keys');
});
