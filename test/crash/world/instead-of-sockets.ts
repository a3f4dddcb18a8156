import type { WorldCall, WorldReply } from './calls.ts';

/** The world's own function, handed to every bundle beside its module; it answers an SDK's HTTP request without a socket. */
declare const sdkCall: (call: WorldCall) => Promise<WorldReply>;

interface Request {
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** Stands in for the SDK's sockets: everything above them, retries and parsing included, is the SDK's own. */
export class NodeHttpHandler {
  static create(): NodeHttpHandler {
    return new NodeHttpHandler();
  }
  readonly metadata = { handlerProtocol: 'http/1.1' };
  async handle({ headers, body }: Request) {
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    const reply = await sdkCall({ headers, body: text });
    const bytes = new TextEncoder().encode(reply.body);
    return { response: { statusCode: reply.status, headers: reply.headers, body: bytes } };
  }
  updateHttpClientConfig(): void {}
  httpHandlerConfigs() {
    return {};
  }
  destroy(): void {}
}

export const DEFAULT_REQUEST_TIMEOUT = 0;
export const streamCollector = async (body: Uint8Array): Promise<Uint8Array> => body;
