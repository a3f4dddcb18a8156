import { createHash, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { build } from 'esbuild';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { HomePage } from '#functions/public/pages/home-page.tsx';
import { bundling } from '#infra/build/bundle-functions.ts';
import { defaultEndpointResolver } from '#infra/build/instead/dynamodb-endpoint.ts';
import { defaultEndpointResolver as endpointOfS3 } from '#infra/build/instead/s3-endpoint.ts';
import { unwrapEC2Signature } from '#infra/build/instead/unwrap-ec2-signature.ts';
import type { Files } from '#lib/core/ports.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';
import { writeXlsx } from '#lib/sheets/write-xlsx.ts';
import { s3Files } from '#lib/store/s3-files.ts';

async function bundled(contents: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'renkei-instead-')), 'index.mjs');
  const stdin = { contents, resolveDir: process.cwd(), loader: 'tsx' } as const;
  const { outputFiles } = await build({ ...bundling('abc123'), sourcemap: false, stdin, outfile: file });
  writeFileSync(file, outputFiles[0]?.contents ?? '');
  return import(file);
}

describe('a signature taken apart', () => {
  const curves = [
    { name: 'P-256', number: 1 },
    { name: 'P-384', number: 2 },
    { name: 'P-521', number: 3 },
  ] as const;

  test.each(curves)('holds as r and s side by side on $name', ({ name, number }) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: name });
    for (let n = 0; n < 40; n++) {
      const data = randomBytes(16);
      const both = unwrapEC2Signature(sign('sha256', data, privateKey), number);
      expect(verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, both)).toBe(true);
    }
  });

  test.each([
    ['nothing', []],
    ['a length that is not there', [0x30, 0x06, 0x02, 0x01, 0x01, 0x02]],
    ['bytes after it', [0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01, 0x00]],
    ['a third integer', [0x30, 0x09, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]],
    ['a negative integer', [0x30, 0x06, 0x02, 0x01, 0x81, 0x02, 0x01, 0x01]],
    ['a zero too many', [0x30, 0x07, 0x02, 0x02, 0x00, 0x01, 0x02, 0x01, 0x01]],
    ['an integer of no bytes', [0x30, 0x05, 0x02, 0x00, 0x02, 0x01, 0x01]],
    ['an integer too large', [0x30, 0x26, 0x02, 0x21, ...Array(33).fill(0x11), 0x02, 0x01, 0x01]],
    ['something else', [0x31, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]],
  ])('is refused with %s', (_, bytes) => {
    expect(() => unwrapEC2Signature(new Uint8Array(bytes), 1)).toThrow();
  });
});

describe('passkeys in a bundle', async () => {
  const origin = 'https://renkei.example';
  const { simplePasskeys } = await bundled("export * from './functions/staff/sign-in/simple-passkeys.ts'");
  const passkeys = simplePasskeys(origin);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const head = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' };
  const client = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin }));

  function authenticatorData(flags: number): Buffer {
    const rp = createHash('sha256').update('renkei.example').digest();
    return Buffer.concat([rp, Buffer.from([flags, 0, 0, 0, 7])]);
  }

  function registration(format: string, statement: Buffer, challenge: string) {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const bytes = (text: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')]);
    // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    const key = Buffer.concat([Buffer.from('a501020326200121', 'hex'), bytes(x), Buffer.from([0x22]), bytes(y)]);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
    const data = Buffer.concat([authenticatorData(0x45), credential]);
    const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text(format),
      text('attStmt'),
      statement,
      text('authData'),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    const response = {
      clientDataJSON: client('webauthn.create', challenge).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
    };
    return { ...head, clientExtensionResults: {}, response };
  }

  const accepts = () => true;
  const challenge = randomBytes(32).toString('base64url');
  const empty = Buffer.from([0xa0]);

  test('register without attestation, and sign in', async () => {
    const known = await passkeys.registered(registration('none', empty, challenge), accepts);
    expect(known).toMatchObject({ id: head.id });
    const data = authenticatorData(0x05);
    const clientData = client('webauthn.get', challenge);
    const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()]);
    const assertion = (signature: Buffer) => ({
      ...head,
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    });
    const passkey = { ...known, counter: 0 };
    expect(await passkeys.signedIn(assertion(sign('sha256', signed, privateKey)), passkey, accepts)).toBe(7);
    const forged = sign('sha256', Buffer.concat([signed, empty]), privateKey);
    expect(await passkeys.signedIn(assertion(forged), passkey, accepts)).toBeUndefined();
  });

  test.each(['tpm', 'android-key', 'android-safetynet', 'apple', 'fido-u2f', 'packed', 'compound'])(
    'refuse an attestation of the format %s',
    async (format) => {
      expect(await passkeys.registered(registration(format, empty, challenge), accepts)).toBeUndefined();
    },
  );

  test('refuse a certificate in a packed attestation', async () => {
    // {alg: -7, sig: h'00', x5c: [h'00']}
    const statement = Buffer.from('a363616c672663736967410063783563814100', 'hex');
    expect(await passkeys.registered(registration('packed', statement, challenge), accepts)).toBeUndefined();
  });
});

test('a page rendered in a bundle is the page that preact renders', async () => {
  const { page } = await bundled(`
    import { renderToString } from 'preact-render-to-string';
    import { HomePage } from './functions/public/pages/home-page.tsx';
    export const page = renderToString(<HomePage />);`);
  expect(page.replaceAll('?v=abc123', '')).toBe(renderToString(HomePage()).replaceAll('?v=dev', ''));
});

describe('the endpoint of DynamoDB', () => {
  test('is the region’s, or the one given', () => {
    expect(defaultEndpointResolver({ Region: 'ap-northeast-1' }).url.href).toBe(
      'https://dynamodb.ap-northeast-1.amazonaws.com/',
    );
    expect(defaultEndpointResolver({ Endpoint: 'http://127.0.0.1:8000' }).url.port).toBe('8000');
  });

  test.each([{}, { Region: 'cn-north-1' }, { Region: 'ap-northeast-1', UseFIPS: true }])(
    'is not guessed for %j',
    (asked) => {
      expect(() => defaultEndpointResolver(asked)).toThrow('knows no endpoint');
    },
  );
});

test('a workbook is read in a bundle as outside of one', async () => {
  const cells = ['病院名', 12, -0.5, true, null, '令和9年度'];
  const book = writeXlsx([{ name: '調査票', rows: [cells, [...cells].reverse()] }]);
  const { readXlsx: brief } = await bundled("export * from './lib/sheets/read-xlsx.ts'");
  const whole = await readXlsx(book);
  expect(whole).toMatchObject({ ok: true, value: { sheets: [{ name: '調査票' }] } });
  expect(await brief(book)).toEqual(whole);
  const locked = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(512).fill(0)]);
  expect(await brief(locked)).toEqual(await readXlsx(locked));
});

describe('the endpoint of S3', () => {
  const whole = new S3Client({ region: 'ap-northeast-1' }).config.endpointProvider;

  test.each([
    { Bucket: 'renkei-files-1a2b', Region: 'ap-northeast-1' },
    { Bucket: 'renkei-files-1a2b', Region: 'us-east-1' },
    { Bucket: 'renkei-files-1a2b', Region: 'ap-northeast-1', Endpoint: 'http://127.0.0.1:8000' },
  ])('is the one of the whole client for %j', (asked) => {
    const { url, properties, headers } = endpointOfS3(asked);
    const found = whole?.(asked);
    expect({ url: url.href.replace(/\/$/, ''), properties, headers }).toEqual({
      ...found,
      url: found?.url.href.replace(/\/$/, ''),
      headers: found?.headers ?? {},
    });
  });

  test.each([
    { Region: 'ap-northeast-1' },
    { Bucket: 'a.b.c', Region: 'ap-northeast-1' },
    { Bucket: 'files--apne1-az4--x-s3', Region: 'ap-northeast-1' },
    { Bucket: 'arn:aws:s3:ap-northeast-1:1:accesspoint/a', Region: 'ap-northeast-1' },
    { Bucket: 'renkei', Region: 'cn-north-1' },
    { Bucket: 'renkei', Region: 'ap-northeast-1', UseFIPS: true },
    { Bucket: 'renkei', Region: 'ap-northeast-1', Endpoint: 'https://files.example' },
  ])('is not guessed for %j', (asked) => {
    expect(() => endpointOfS3(asked)).toThrow('this build of the SDK knows no');
  });
});

describe('the client of S3 in a bundle, without the operations that nobody calls', () => {
  type Given = Awaited<ReturnType<typeof askedOf>>;
  const code = `
    import { S3Client } from '@aws-sdk/client-s3';
    import { s3Files } from './lib/store/s3-files.ts';
    export const over = (options) => s3Files('bucket', new S3Client(options));`;

  /** What is asked of S3 for a file put, got, looked for in vain, forbidden and deleted, and what comes of it. */
  async function askedOf(over: (options: S3ClientConfig) => Files) {
    const asked: unknown[] = [];
    const server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(Buffer.from(part));
      const { host: _, authorization, 'amz-sdk-invocation-id': __, 'user-agent': ___, ...headers } = request.headers;
      const signed = /Credential=.*, SignedHeaders=[^,]+/.exec(authorization ?? '')?.[0].replace(/\d{8}/, 'day');
      delete headers['x-amz-date'];
      delete headers['x-amz-user-agent'];
      asked.push([request.method, request.url, headers, signed, Buffer.concat(parts).toString()]);
      const failure = ['NoSuchKey', 'AccessDenied', 'InternalFault'].find((name) => request.url?.includes(name));
      if (failure) {
        response.writeHead(failure === 'NoSuchKey' ? 404 : failure === 'AccessDenied' ? 403 : 400);
        response.end(`<?xml version="1.0"?><Error><Code>${failure}</Code><Message>no</Message></Error>`);
        return;
      }
      response.writeHead(request.method === 'DELETE' ? 204 : 200, {
        'content-type': 'image/png',
        'x-amz-meta-name': '%E5%86%99',
      });
      response.end(request.method === 'GET' ? 'bytes' : '');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
    const files = over({ endpoint: `http://127.0.0.1:${port}`, region: 'ap-northeast-1', credentials, maxAttempts: 1 });
    await files.put('uploads/h1/写', {
      bytes: Buffer.from('hello'),
      type: 'image/jpeg',
      metadata: { name: '写真.jpg' },
    });
    const got = await files.get('uploads/h1/a');
    const absent = [await files.get('uploads/NoSuchKey'), await files.get('uploads/AccessDenied')];
    const failed = await files.get('uploads/InternalFault').catch((failure: Error) => failure.name);
    await files.delete('uploads/h1/a');
    server.close();
    return { asked, got, absent, failed };
  }

  test('asks and reads as the whole client does', async () => {
    const whole: Given = await askedOf((options) => s3Files('bucket', new S3Client(options)));
    const brief: Given = await askedOf((await bundled(code)).over);
    expect(whole.asked).toHaveLength(6);
    expect(whole.got).toMatchObject({ type: 'image/png', metadata: { name: '写' } });
    expect([whole.absent, whole.failed]).toEqual([[undefined, undefined], 'InternalFault']);
    expect(brief).toEqual(whole);
  });
});
