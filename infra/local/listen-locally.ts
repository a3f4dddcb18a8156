import type { Server } from 'node:http';

/** The port is held by another program. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`port ${port} is in use by another program: end it first, or choose another port with PORT`);
    this.name = 'PortTaken';
  }
}

/** Lets a server listen on 127.0.0.1 and nowhere else; port 0 takes a free one. */
export function listenLocally(server: Server, port: number): Promise<{ readonly port: number; stop(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject('code' in error && error.code === 'EADDRINUSE' ? new PortTaken(port) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const stop = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      if (typeof address === 'object' && address) resolve({ port: address.port, stop });
      else reject(new Error('the server has no port'));
    });
  });
}
