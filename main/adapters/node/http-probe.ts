import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { type RequestOptions, request as tlsRequest } from 'node:https';
import type { HttpProbeReply, HttpProbeRequest } from '../../ports/network.ts';

const maxHeaderBytes = 16 * 1024;

/**
 * The certificate is not checked because there is nothing it could protect: no password, no cookie
 * and no token is sent, and what comes back is only a hint about who lives there. Devices sign their
 * own, and old ones know nothing newer than TLS 1.0. Electron's TLS library refuses the OpenSSL words
 * for that, so there its defaults stay.
 */
function tlsOptions(): RequestOptions {
  const isOpenSsl = process.versions['electron'] === undefined;
  return {
    rejectUnauthorized: false,
    minVersion: 'TLSv1',
    ...(isOpenSsl ? { ciphers: 'DEFAULT:@SECLEVEL=0' } : {}),
  };
}

function joinHeaders(rawHeaders: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? '';
    const value = rawHeaders[at + 1] ?? '';
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return headers;
}

function start(request: HttpProbeRequest, host: string, port: number): ClientRequest {
  const options: RequestOptions = {
    method: 'GET',
    host,
    port,
    family: 4,
    path: request.path,
    // The device's own name for itself, also where a demo carries it over another address.
    headers: { host: `${request.address}:${request.port}`, accept: '*/*', connection: 'close' },
    // One connection per request, never a shared one: nothing can be smuggled between two answers,
    // which is the danger of the tolerant parser that sloppy device headers need.
    agent: false,
    insecureHTTPParser: true,
    maxHeaderSize: maxHeaderBytes,
  };
  return request.isTls ? tlsRequest({ ...options, ...tlsOptions() }) : plainRequest(options);
}

interface Collector {
  take(response: IncomingMessage): void;
  /** The answer so far, when there is one. */
  reply(): HttpProbeReply | null;
}

function collector(maxBytes: number, onDone: () => void): Collector {
  let response: IncomingMessage | null = null;
  const chunks: Buffer[] = [];
  let length = 0;
  return {
    take(incoming) {
      response = incoming;
      incoming.on('data', (chunk: Buffer) => {
        chunks.push(chunk.subarray(0, maxBytes - length));
        length = Math.min(maxBytes, length + chunk.length);
        if (length >= maxBytes) onDone();
      });
      incoming.on('end', onDone);
      // A body cut short is still an answer: the status and the headers say enough.
      incoming.on('error', onDone);
      incoming.on('close', onDone);
    },
    reply() {
      if (response === null) return null;
      return {
        status: response.statusCode ?? 0,
        headers: joinHeaders(response.rawHeaders),
        body: Buffer.concat(chunks).toString('utf8'),
      };
    },
  };
}

/** One GET over a connection of its own; `null` when no HTTP answer came in time. Never rejects. */
export function probeHttp(
  request: HttpProbeRequest,
  host: string = request.address,
  port: number = request.port,
): Promise<HttpProbeReply | null> {
  const { signal, timeoutMs } = request;
  if (signal?.aborted) return Promise.resolve(null);
  return new Promise((resolve) => {
    let client: ClientRequest | null = null;
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve(collected.reply());
      client?.destroy();
    };
    const collected = collector(Math.max(1, request.maxBytes), finish);
    const timer = setTimeout(finish, timeoutMs);
    signal?.addEventListener('abort', finish);
    try {
      client = start(request, host, port);
    } catch (error) {
      // A path with a forbidden character; nothing was sent.
      if (!(error instanceof Error)) throw error;
      finish();
      return;
    }
    client.on('response', (response) => collected.take(response));
    client.on('upgrade', (response, socket) => {
      collected.take(response);
      socket.destroy();
      finish();
    });
    client.on('error', finish);
    client.end();
  });
}
