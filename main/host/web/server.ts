import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Api } from '../../contract/api.ts';
import type { Log } from '../../ports/log.ts';
import { createGate } from './gate.ts';
import { listenOnLoopback } from './listen.ts';
import { handleRequest, hasSession, isOurHost, isOurOrigin, type Site } from './request.ts';
import { createEventStream, type EventStream } from './stream.ts';

export interface WebServerOptions {
  readonly api: Api;
  /** Folder of the built page. */
  readonly rendererDir: string;
  /** 0: the system chooses. */
  readonly port: number;
  readonly log: Log;
  /** Epoch milliseconds; tests hand in their own. */
  readonly now?: () => number;
}

export interface WebServer {
  /** The first one-time link. */
  readonly url: string;
  readonly origin: string;
  readonly port: number;
  /** Makes another one-time link; the one before it stops working. */
  newLink(): string;
  /** Whether nobody has used the last link. */
  isLinkUnused(): boolean;
  /** Ends open requests and streams. The core is the caller's to close. */
  close(): Promise<void>;
}

const closeGraceMs = 1000;

/** The status with which an upgrade is refused, or `null` when it may go on. */
function upgradeRefusal(request: IncomingMessage, site: Site): string | null {
  if (!isOurHost(request.headers.host, site.port)) return '421 Misdirected Request';
  if (!isOurOrigin(request)) return '403 Forbidden';
  if (!hasSession(request, site)) return '401 Unauthorized';
  return request.url === '/events' ? null : '404 Not Found';
}

function upgrade(
  wire: { readonly request: IncomingMessage; readonly socket: Duplex; readonly head: Buffer },
  site: Site,
  stream: EventStream,
): void {
  const { request, socket, head } = wire;
  // Without a listener a reset by the peer would end the process.
  socket.on('error', () => socket.destroy());
  const refused = upgradeRefusal(request, site);
  if (refused === null) stream.accept(request, socket, head);
  else socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function closeServer(server: Server): Promise<void> {
  const isClosed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), closeGraceMs);
  await isClosed;
  clearTimeout(cut);
}

/**
 * Carries the API over HTTP and a WebSocket on this machine's loopback.
 * @throws the system's error when the port is taken
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { api, rendererDir } = options;
  const log = options.log.child('web');
  const gate = createGate(options.now ?? Date.now);
  let site: Site | null = null;
  const { port, servers } = await listenOnLoopback(options.port, (request, response) => {
    if (site === null) response.destroy();
    else void handleRequest(request, response, site);
  });
  const ready: Site = { api, rendererDir, log, gate, port };
  site = ready;
  const stream = createEventStream(api, log);
  for (const server of servers) {
    server.on('upgrade', (request, socket, head) =>
      upgrade({ request, socket, head }, ready, stream),
    );
    server.on('clientError', (_error, socket) => socket.destroy());
  }
  const origin = `http://127.0.0.1:${port}`;
  const newLink = () => `${origin}/login?t=${gate.newToken()}`;
  return {
    url: newLink(),
    origin,
    port,
    newLink,
    isLinkUnused: () => gate.isLinkUnused(),
    async close() {
      stream.close();
      await Promise.all(servers.map(closeServer));
    },
  };
}
