import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';

/** Files by path, each with its content type, as a front would hand them out. */
export type Files = ReadonlyMap<string, { readonly type: string; readonly body: string | Uint8Array }>;

/** Serves files brotli-compressed on localhost; gives the address, and the bytes that a browser was sent. */
export async function serveCompressed(files: Files) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const ready = new Map(
    [...files].map(([path, { type, body }]) => [path, { type, body: brotliCompressSync(body, { params }) }]),
  );
  let sent = 0;
  const server = createServer((request, response) => {
    const file = ready.get((request.url ?? '/').split('?')[0] ?? '');
    if (!file) return response.writeHead(404).end();
    sent += file.body.length;
    return response.writeHead(200, { 'content-type': file.type, 'content-encoding': 'br' }).end(file.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    sent: () => sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
