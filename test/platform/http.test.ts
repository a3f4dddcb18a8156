import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { fixtureTemplate } from './fixture-template.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ template: fixtureTemplate() });
});
afterAll(() => platform.stop());

const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${platform.port}${path}`, init);

describe('the front', () => {
  test('hands a request to its route as payload format 2.0, and sets several cookies', async () => {
    const response = await get('/p/a/b?x=1&x=2', {
      method: 'POST',
      body: new URLSearchParams({ name: '病院' }),
      headers: { cookie: 's=1; t=2', 'X-Own': 'Yes' },
    });
    const { event, origin } = await response.json();
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /p/{proxy+}',
      rawPath: '/p/a/b',
      rawQueryString: 'x=1&x=2',
      queryStringParameters: { x: '1,2' },
      pathParameters: { proxy: 'a/b' },
      cookies: ['s=1', 't=2'],
      headers: { 'x-own': 'Yes' },
      isBase64Encoded: true,
      requestContext: { http: { method: 'POST', path: '/p/a/b' } },
    });
    expect(Buffer.from(event.body, 'base64').toString()).toBe('name=%E7%97%85%E9%99%A2');
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(origin).toBe(platform.origin);
  });

  test('sends JSON bodies as text', async () => {
    const { event } = await (
      await get('/p/json', { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } })
    ).json();
    expect(event).toMatchObject({ isBase64Encoded: false, body: '{"a":1}' });
  });

  test('answers with bytes', async () => {
    expect([...new Uint8Array(await (await get('/p/binary')).arrayBuffer())]).toEqual([0, 255, 128]);
  });

  test.each([
    ['an answer over 6 MB', '/p/large', 500],
    ['a function that throws', '/p/throw', 500],
    ['a function that is too slow', '/slow', 503],
    ['a function that never yields', '/busy', 503],
  ])('says that %s went wrong', async (_what, path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  test('says that a request is too large', async () => {
    expect((await get('/p/x', { method: 'POST', body: new Uint8Array(6_500_000) })).status).toBe(413);
  });

  test('goes on after a function was ended for being slow', async () => {
    await get('/busy');
    expect(await (await get('/quick')).text()).toBe('quick');
  });

  test('shows what a function writes, with its name', async () => {
    await get('/p/said');
    await expect.poll(() => platform.lines).toContain('Probe: saw /p/said');
  });

  test('keeps the demo’s pages apart and in Japanese', async () => {
    const response = await get('/demo');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<html lang="ja">');
    expect((await get('/demo/nothing')).status).toBe(404);
  });

  test('does not let another site move the clock', async () => {
    const before = platform.clock.now();
    const response = await get('/demo/clock', {
      method: 'POST',
      body: new URLSearchParams({ step: '7d' }),
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(404);
    expect(platform.clock.now() - before).toBeLessThan(86_400_000);
  });

  const outside = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  test.skipIf(!outside)('listens on 127.0.0.1 only', async () => {
    const gateway = Number(new URL(platform.admin.endpoint).port);
    for (const port of [platform.port, gateway])
      expect(await reaches(outside?.address ?? '', port)).toBe('ECONNREFUSED');
  });
});

function reaches(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const sent = request({ host, port, timeout: 2000 }, () => resolve('answered'));
    sent.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    sent.end();
  });
}
