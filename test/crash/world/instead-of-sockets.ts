import { Readable } from 'node:stream';
import type { WorldCall, WorldReply } from './calls.ts';

/** The world's own function, handed to every bundle beside its module; it answers an SDK's HTTP request without a socket. */
declare const sdkCall: (call: WorldCall) => Promise<WorldReply>;

interface Request {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** Stands in for the SDK's sockets: everything above them, retries and parsing included, is the SDK's own. */
export class NodeHttpHandler {
  static create(): NodeHttpHandler {
    return new NodeHttpHandler();
  }
  readonly metadata = { handlerProtocol: 'http/1.1' };
  async handle({ method, path, query = {}, headers, body = '' }: Request) {
    const asked = new URLSearchParams(query).toString();
    // What is posted is text; only objects of S3 are bytes.
    const sent = typeof body === 'string' || method !== 'POST' ? body : new TextDecoder().decode(body);
    const reply = await sdkCall({ method, url: asked === '' ? path : `${path}?${asked}`, headers, body: sent });
    const bytes = typeof reply.body === 'string' ? new TextEncoder().encode(reply.body) : reply.body;
    // An object of S3 is read as a stream; everything else is taken whole.
    const given = method === 'GET' ? Readable.from([bytes]) : bytes;
    return { response: { statusCode: reply.status, headers: reply.headers, body: given } };
  }
  updateHttpClientConfig(): void {}
  httpHandlerConfigs() {
    return {};
  }
  destroy(): void {}
}

export const DEFAULT_REQUEST_TIMEOUT = 0;

/** Takes a body whole. */
export async function streamCollector(body: Uint8Array | Readable): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}
