import { request } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';

export interface RawRequest {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly host?: string;
}

export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** One HTTP request whose path and headers go out exactly as given (fetch would mend them). */
export function rawRequest(wanted: RawRequest): Promise<RawReply> {
  return new Promise((done, failed) => {
    const outgoing = request(
      {
        host: wanted.host ?? '127.0.0.1',
        port: wanted.port,
        path: wanted.path,
        method: wanted.method ?? 'GET',
        headers: wanted.headers,
        agent: false,
        setDefaultHeaders: true,
      },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () =>
          done({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', failed);
    outgoing.end(wanted.body);
  });
}

/** Writes bytes to a port and gives back what came until the other side closed. */
export function rawSocket(port: number, text: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let reply = '';
    socket.on('data', (chunk) => {
      reply += chunk.toString('latin1');
    });
    socket.on('error', () => done(reply));
    socket.on('close', () => done(reply));
  });
}

/** Exchanges a one-time link for its cookie. */
export async function cookieFor(link: string): Promise<string> {
  const reply = await fetch(link, { redirect: 'manual' });
  return (reply.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
}

/** Opens a WebSocket; gives the HTTP status when it was refused. */
export function openSocket(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<WebSocket | number> {
  return new Promise((done, failed) => {
    const socket = new WebSocket(url, { headers });
    socket.on('open', () => done(socket));
    socket.on('unexpected-response', (_request, reply) => {
      reply.destroy();
      done(reply.statusCode ?? 0);
    });
    socket.on('error', (error) => {
      if (socket.readyState !== socket.CLOSING) failed(error);
    });
  });
}
