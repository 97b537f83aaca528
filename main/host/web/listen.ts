import { createServer, type RequestListener, type Server } from 'node:http';

export interface Listening {
  readonly port: number;
  readonly servers: readonly Server[];
}

const hosts = { v4: '127.0.0.1', v6: '::1' } as const;
const attempts = 8;

function makeServer(listener: RequestListener): Server {
  return createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 30_000 },
    listener,
  );
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ port, host, exclusive: true }, () => {
      server.removeListener('error', fail);
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, 'code') : undefined;
}

/** `true` when it listens, `false` when this machine has no IPv6 loopback, throws when the port is taken. */
async function listenV6(server: Server, port: number): Promise<boolean> {
  try {
    await listen(server, port, hosts.v6);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw error;
    return false;
  }
}

/**
 * Listens on both loopback addresses at one port, and on nothing else: `localhost` may mean either.
 * With port 0 the system chooses, and we choose again when its choice is taken on the other family.
 */
export async function listenOnLoopback(
  port: number,
  listener: RequestListener,
): Promise<Listening> {
  for (let attempt = 1; ; attempt += 1) {
    const v4 = makeServer(listener);
    const chosen = await listen(v4, port, hosts.v4);
    const v6 = makeServer(listener);
    try {
      const servers = (await listenV6(v6, chosen)) ? [v4, v6] : [v4];
      return { port: chosen, servers };
    } catch (error) {
      v4.close();
      if (port !== 0 || attempt === attempts) throw error;
    }
  }
}
