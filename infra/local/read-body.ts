import type { IncomingMessage } from 'node:http';

/** Reads a request's body whole; what lies beyond the limit (bytes) is read but not kept, so that the answer can still be given. */
export async function readBody(request: IncomingMessage, limit = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (length < limit) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}
