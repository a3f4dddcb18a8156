import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { build } from 'esbuild';
import { sessionCookie } from '#functions/site/cookie.ts';
import { context, eventOf } from '#test/functions/staff/visit.ts';

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<unknown>;

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves pages on localhost to a browser, with the scripts and styles they load; `/enter/<secret>` signs a browser in and goes on to `home`. */
export async function serve(of: {
  readonly assets: readonly string[];
  /** The handler that answers to a path, given the origin that browsers see. */
  readonly site: (origin: string) => (path: string) => Handler;
  readonly home: string;
}): Promise<Served> {
  const files = await builtAssets(of.assets);
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://localhost:${address.port}`;
  const handlerOf = of.site(origin);
  server.on('request', async (request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/assets/')) return answerAsset(response, files.get(basename(path.split('?')[0] ?? '')), path);
    if (path.startsWith('/enter/')) {
      response.writeHead(303, { location: of.home, 'set-cookie': sessionCookie(basename(path)) }).end();
      return;
    }
    const cookies = (request.headers.cookie ?? '').split('; ');
    const event = { ...eventOf(request.method ?? 'GET', path, '', await bodyOf(request)), cookies };
    const isBase64Encoded = event.body !== undefined;
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    answer(
      response,
      await handlerOf(path)({ ...event, isBase64Encoded, headers: Object.fromEntries(headers) }, context),
    );
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

async function builtAssets(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: paths.map((path) => ({ in: path, out: basename(path).replace(/(\.client)?\.(ts|css)$/, '') })),
    outdir: '/assets',
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

/** What was posted, in base64 as API Gateway passes files on. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return request.method === 'POST' ? Buffer.concat(parts).toString('base64') : undefined;
}

function answerAsset(response: ServerResponse, file: string | undefined, path: string): void {
  const type = path.includes('.css') ? 'text/css' : 'text/javascript';
  response.writeHead(file === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(file);
}

function answer(response: ServerResponse, result: unknown): void {
  const page: APIGatewayProxyStructuredResultV2 = Object(result);
  const headers = Object.entries(page.headers ?? {}).map(([name, value]) => [name, String(value)]);
  const cookies = [...(page.cookies ?? [])];
  response.writeHead(page.statusCode ?? 500, { ...Object.fromEntries(headers), 'set-cookie': cookies });
  response.end(page.isBase64Encoded ? Buffer.from(page.body ?? '', 'base64') : page.body);
}
