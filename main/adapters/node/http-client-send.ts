import { Client, errors } from 'undici';
import type { HttpCertificate, HttpClientRequest } from '../../ports/http-client.ts';
import type { HttpAnswer } from '../../protocol/http-digest/conversation.ts';
import { CertificateChanged, type ConnectTarget, connectorTo } from './http-client-connect.ts';

export type SendFailure =
  | {
      readonly kind: 'unreachable';
      readonly why: 'refused' | 'no-route' | 'reset' | 'tls';
      readonly isSent: boolean;
    }
  | { readonly kind: 'timeout' | 'canceled'; readonly isSent: boolean }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'certificate-changed'; readonly pinned: string }
  | { readonly kind: 'not-http' };

export interface Line {
  send(authorization: string | null): Promise<HttpAnswer | SendFailure>;
  /** Of the device at the other end; `null` over plain HTTP and before a connection. */
  certificate(): HttpCertificate | null;
  close(): Promise<void>;
}

const maxHeaderBytes = 16_384;
/** A page that says 401 is read whole to see why, whatever small limit the caller gave. */
const minBodyBytes = 65_536;

/** The result of a limit being hit while a body is read. */
class TooLarge extends Error {}

/** One device for the length of one request and its repetition with a login. */
export function openLine(request: HttpClientRequest, target: { host: string; port: number }): Line {
  let certificate: HttpCertificate | null = null;
  let isOpen = false;
  const connector = (pinned: string | null): Omit<ConnectTarget, 'onOpen'> => ({
    ...target,
    name: request.host,
    isTls: request.isTls,
    pinned,
    onCertificate: (seen) => {
      certificate ??= seen;
    },
  });
  const client = new Client(originOf(request), {
    // A second connection must show what the first one showed, pin or no pin.
    connect: (options, callback) => {
      const pinned = request.pinnedCertificate ?? certificate?.fingerprint ?? null;
      const notice = () => {
        isOpen = true;
      };
      connectorTo({ ...connector(pinned), onOpen: notice })(options, callback);
    },
    ...{ allowH2: false, pipelining: 1, maxHeaderSize: maxHeaderBytes },
    // One clock for everything, see `deadline`.
    ...{ headersTimeout: 0, bodyTimeout: 0 },
  });
  const stop = deadline(request);
  return {
    certificate: () => certificate,
    async send(authorization) {
      // Over plain HTTP each request has a connection of its own: some firmware promises to keep one and does not.
      if (!request.isTls) isOpen = false;
      const over = stop.why();
      if (over !== null) return { kind: over, isSent: false };
      try {
        return await exchange(client, request, { authorization, signal: stop.signal });
      } catch (error) {
        return failureOf(error, { request, stop, isSent: isOpen, seen: certificate });
      }
    },
    async close() {
      stop.end();
      await client.destroy();
    },
  };
}

function originOf({ isTls, host, port }: HttpClientRequest): string {
  return `${isTls ? 'https' : 'http'}://${host}:${port}`;
}

interface Deadline {
  readonly signal: AbortSignal;
  why(): 'timeout' | 'canceled' | null;
  end(): void;
}

/** One clock for connecting, sending and reading, over all repetitions. */
function deadline({ timeoutMs, signal }: HttpClientRequest): Deadline {
  const controller = new AbortController();
  let why: 'timeout' | 'canceled' | null = null;
  const stop = (cause: 'timeout' | 'canceled') => () => {
    why ??= cause;
    controller.abort();
  };
  const cancel = stop('canceled');
  const timer = setTimeout(stop('timeout'), timeoutMs);
  signal?.addEventListener('abort', cancel);
  if (signal?.aborted === true) cancel();
  return {
    signal: controller.signal,
    why: () => why,
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    },
  };
}

async function exchange(
  client: Client,
  request: HttpClientRequest,
  { authorization, signal }: { authorization: string | null; signal: AbortSignal },
): Promise<HttpAnswer> {
  const { method, path, body, isTls, port, host } = request;
  const isUsual = port === (isTls ? 443 : 80);
  const contentType = request.contentType ?? 'application/xml; charset="UTF-8"';
  const answer = await client.request({
    ...{ method, path, signal, body: body ?? null, reset: !isTls },
    headers: {
      host: isUsual ? host : `${host}:${port}`,
      accept: '*/*',
      ...(body === undefined ? {} : { 'content-type': contentType }),
      ...(authorization === null ? {} : { authorization }),
    },
  });
  const limit = answer.statusCode === 401 ? minBodyBytes : request.maxBytes;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limit) throw new TooLarge();
    chunks.push(chunk);
  }
  const values = (name: string): readonly string[] =>
    [answer.headers[name] ?? []].flat().map(asText);
  return {
    status: answer.statusCode,
    headers: new Map(Object.keys(answer.headers).map((name) => [name, values(name).join(', ')])),
    challenges: values('www-authenticate'),
    body: new Uint8Array(Buffer.concat(chunks, length)),
  };
}

/** Headers arrive as one character for each byte; what is UTF-8 in it is made readable. */
function asText(value: string): string {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? value : text;
}

interface Failing {
  readonly request: HttpClientRequest;
  readonly stop: Deadline;
  readonly isSent: boolean;
  readonly seen: HttpCertificate | null;
}

const noRoute: ReadonlySet<string> = new Set([
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EACCES',
]);

/** The one place where errors of undici, OpenSSL and the system become words of ours. */
function failureOf(error: unknown, { request, stop, isSent, seen }: Failing): SendFailure {
  const why = stop.why();
  if (why !== null) return { kind: why, isSent };
  if (error instanceof TooLarge) return { kind: 'too-large', limitBytes: request.maxBytes };
  if (error instanceof CertificateChanged) {
    const pinned = request.pinnedCertificate ?? seen?.fingerprint ?? '';
    return { kind: 'certificate-changed', pinned };
  }
  if (error instanceof errors.InvalidArgumentError) throw new RangeError(error.message);
  const code = codeOf(error);
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return { kind: 'too-large', limitBytes: maxHeaderBytes };
  }
  if (code.startsWith('HPE_') || error instanceof errors.HTTPParserError) {
    return { kind: 'not-http' };
  }
  if (code === 'ETIMEDOUT') return { kind: 'timeout', isSent };
  if (code === 'ECONNREFUSED') return { kind: 'unreachable', why: 'refused', isSent: false };
  if (noRoute.has(code)) return { kind: 'unreachable', why: 'no-route', isSent };
  const isTls = code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS');
  return { kind: 'unreachable', why: isTls ? 'tls' : 'reset', isSent };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
