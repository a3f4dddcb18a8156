import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basename } from 'node:path';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { build } from 'esbuild';
import { sessionCookie } from '#functions/site/cookie.ts';
import { site } from '#functions/site/site.ts';
import { routes as signInRoutes } from '#functions/staff/sign-in/routes.ts';
import { simplePasskeys } from '#functions/staff/sign-in/simple-passkeys.ts';
import type { SmallCountry } from '#test/support/small-country.ts';
import { staffRoutes as routes } from '../every-route.ts';
import { context, eventOf } from './visit.ts';

const assets = [
  'functions/components/app.css',
  'functions/staff/components/staff.client.ts',
  'functions/staff/sign-in/sign-in.client.ts',
];

/** The staff's site and its door on localhost, over a small country in memory, with the scripts that browsers load. */
export async function serveStaff(country: SmallCountry): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const files = await builtAssets();
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://localhost:${portOf(server)}`;
  const desk = { ...country.desk, origin, passkeys: simplePasskeys(origin) };
  const door = '/s/sign-in';
  const [pages, entrance] = [site({ desk, origin, routes, door }), site({ desk, origin, routes: signInRoutes, door })];
  server.on('request', async (request, response) => {
    const path = request.url ?? '/';
    const file = files.get(basename(path.split('?')[0] ?? ''));
    if (path.startsWith('/assets/')) return answerAsset(response, path, file);
    if (path.startsWith('/enter/')) return enter(response, path);
    const handler = path.startsWith('/s/sign-in') ? entrance : pages;
    const secret = /__Host-renkei=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const event = eventOf(request.method ?? 'GET', path, secret, await bodyOf(request));
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    answer(response, await handler({ ...event, headers: Object.fromEntries(headers) }, context));
  });
  return {
    origin,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Takes a session's secret from the address into the cookie: a door of the tests alone. */
function enter(response: ServerResponse, path: string): void {
  const cookie = sessionCookie(basename(path));
  response.writeHead(303, { location: '/s/home', 'set-cookie': cookie }).end();
}

async function builtAssets(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: assets.map((path) => ({ in: path, out: basename(path).replace(/(\.client)?\.(ts|css)$/, '') })),
    outdir: '/assets',
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  let body = '';
  for await (const part of request) body += String(part);
  return request.method === 'POST' ? body : undefined;
}

function answerAsset(response: ServerResponse, path: string, file: string | undefined): void {
  const type = path.includes('.css') ? 'text/css' : 'text/javascript';
  response.writeHead(file === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(file);
}

function answer(response: ServerResponse, result: unknown): void {
  const page: APIGatewayProxyStructuredResultV2 = Object(result);
  const headers = Object.entries(page.headers ?? {}).map(([name, value]) => [name, String(value)]);
  const cookies = [...(page.cookies ?? [])];
  response.writeHead(page.statusCode ?? 500, { ...Object.fromEntries(headers), 'set-cookie': cookies });
  response.end(page.body);
}
