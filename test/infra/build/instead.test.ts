import { createHash, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { HomePage } from '#functions/public/pages/home-page.tsx';
import { bundling } from '#infra/build/bundle-functions.ts';
import { defaultEndpointResolver } from '#infra/build/instead/dynamodb-endpoint.ts';
import { unwrapEC2Signature } from '#infra/build/instead/unwrap-ec2-signature.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';
import { writeXlsx } from '#lib/sheets/write-xlsx.ts';

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
