import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenLocally } from '../listen-locally.ts';
import { readBody } from '../read-body.ts';
import { writeAnswer, writeMessage } from './http-answer.ts';
import { type HttpEventPlace, httpEvent } from './http-event.ts';
import type { RouteTable } from './route-table.ts';

/** Answers a request that belongs to the platform itself. */
export type OwnPages = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void>;

/** What the front needs once everything stands. */
export interface FrontParts {
  readonly routes: RouteTable;
  /** Pages under `/demo`. */
  readonly own: OwnPages;
  place(): HttpEventPlace;
  log(line: string): void;
}

/** The one address that people open. */
export interface Front {
  readonly port: number;
  open(parts: FrontParts): void;
  stop(): Promise<void>;
}

/** Lambda takes 6 MB at most, base64 included. */
const LIMIT = 6 * 1024 * 1024;

/** Listens on a port of 127.0.0.1 (0: a free one); says 準備中 until it is opened. */
export async function startFront(wantedPort: number): Promise<Front> {
  let parts: FrontParts | undefined;
  const server = createServer((request, response) => {
    if (!parts) {
      response
        .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
        .end('準備中です。少しお待ちください。');
      return;
    }
    const { log } = parts;
    handle(parts, request, response).catch((error: unknown) => {
      log(`front: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (response.headersSent) response.destroy();
      else writeMessage(response, 500, 'Internal Server Error');
    });
  });
  const { port, stop } = await listenLocally(server, wantedPort);
  return {
    port,
    open: (given) => {
      parts = given;
    },
    stop,
  };
}

async function handle(parts: FrontParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').replace(/\?.*$/, '');
  const body = await readBody(request, LIMIT * 2);
  if (path === '/demo' || path.startsWith('/demo/')) {
    await parts.own(request, response, body);
    return;
  }
  const route = parts.routes.match(request.method ?? 'GET', path);
  if (!route) {
    writeMessage(response, 404, 'Not Found');
    return;
  }
  const event = httpEvent(request, body, route, parts.place());
  if (body.length > LIMIT || JSON.stringify(event).length > LIMIT) {
    writeMessage(response, 413, 'Request Entity Too Large');
    return;
  }
  writeAnswer(response, await route.pool.invoke(event), parts.routes.headersFor(path));
}
