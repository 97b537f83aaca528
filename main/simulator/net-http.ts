import { type ResolveName, resolveHost } from '../contract/lan-host.ts';
import type { Clock } from '../ports/clock.ts';
import type {
  HttpCertificate,
  HttpClient,
  HttpClientRequest,
  HttpClientResult,
} from '../ports/http-client.ts';
import { converse, type HttpAnswer, refuseMistakes } from '../protocol/http-digest/conversation.ts';
import { deviceCertificates } from './certificates.ts';
import type { SimDevice } from './device.ts';
import type { Fleet } from './fleet.ts';
import { signBasic, signDigest } from './net-http-sign.ts';
import { createRng, type Rng } from './rng.ts';
import type { SimHttpReply, SimHttpRequest } from './types.ts';

export interface MemoryHttpClientOptions {
  readonly fleet: Fleet;
  /** What devices do after they answered is done by whoever follows the fleet: the memory network does. */
  readonly clock: Clock;
  /** IPv4 addresses of a name; the fleet's own names when absent. */
  readonly resolve?: ResolveName;
  /** Whether this machine reaches the device; it does when absent. */
  readonly reach?: (device: SimDevice) => boolean;
}

/** One request that left, with or without credentials. Neither they nor bodies are kept. */
export interface HttpSentRecord {
  /** Epoch ms. */
  readonly at: number;
  readonly address: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly isSigned: boolean;
}

export interface MemoryHttpClient extends HttpClient {
  /** Oldest first. */
  readonly sent: readonly HttpSentRecord[];
}

/** What an answer takes on a LAN. */
const answerMs = 2;
/** A page that says 401 is read whole to see why, whatever small limit the caller gave. */
const minBodyBytes = 65_536;

type Failure =
  Extract<
    HttpClientResult,
    {
      readonly kind:
        | 'unreachable'
        | 'timeout'
        | 'too-large'
        | 'not-http'
        | 'canceled'
        | 'certificate-changed';
    }
  > extends infer Each
    ? Each extends HttpClientResult
      ? Omit<Each, 'address' | 'certificate' | 'signedRequests'>
      : never
    : never;

/**
 * The HTTP port over a simulated fleet, moved by the given clock alone. It logs in with the steps Node's client
 * takes and hashes by itself; devices are met at `SimDevice.http`.
 */
export function createMemoryHttpClient(options: MemoryHttpClientOptions): MemoryHttpClient {
  const sent: HttpSentRecord[] = [];
  const rng = createRng(1);
  const resolve = options.resolve ?? ((name) => options.fleet.resolve(name));
  return {
    sent,
    async request(request) {
      refuseMistakes(request);
      const address = await resolveHost(request.host, resolve);
      if (address === 'not-lan' || address === 'no-name') {
        const outcome = { kind: 'unreachable', why: address, isSent: false } as const;
        return { ...outcome, address: null, certificate: null, signedRequests: 0 };
      }
      const line = new MemoryLine(request, { ...options, address, sent, rng });
      try {
        const { outcome, signedRequests } = await converse({
          request,
          send: (authorization) => line.send(authorization),
          sign: (offer, credentials) =>
            signDigest(offer, credentials, { ...request, cnonce: rng.hex(32) }),
          signBasic,
        });
        return { ...outcome, address, certificate: line.certificate, signedRequests };
      } finally {
        line.close();
      }
    },
  };
}

interface LineOptions extends MemoryHttpClientOptions {
  readonly address: string;
  readonly sent: HttpSentRecord[];
  readonly rng: Rng;
}

/** One device for the length of one request and its repetition with a login. */
class MemoryLine {
  certificate: HttpCertificate | null = null;
  private readonly request: HttpClientRequest;
  private readonly options: LineOptions;
  private over: 'timeout' | 'canceled' | null = null;
  private readonly waiting = new Set<() => void>();
  private readonly timer: { cancel(): void };
  private readonly onAbort = (): void => this.stop('canceled');

  constructor(request: HttpClientRequest, options: LineOptions) {
    this.request = request;
    this.options = options;
    this.timer = options.clock.after(request.timeoutMs, () => this.stop('timeout'));
    request.signal?.addEventListener('abort', this.onAbort);
    if (request.signal?.aborted === true) this.stop('canceled');
  }

  close(): void {
    this.timer.cancel();
    this.request.signal?.removeEventListener('abort', this.onAbort);
  }

  async send(authorization: string | null): Promise<HttpAnswer | Failure> {
    if (this.over !== null) return { kind: this.over, isSent: false };
    const device = this.owner();
    if (device === undefined) return { kind: 'unreachable', why: 'no-route', isSent: false };
    const { port, isTls, method, path } = this.request;
    if (!device.openPorts.includes(port)) {
      return { kind: 'unreachable', why: 'refused', isSent: false };
    }
    const speaks = device.speaksAt(port);
    if (isTls && speaks !== 'https') return { kind: 'unreachable', why: 'tls', isSent: false };
    const changed = isTls ? this.compare(device) : null;
    if (changed !== null) return changed;
    const { clock, sent, address } = this.options;
    sent.push({
      ...{ at: clock.now(), address, port, method, path },
      isSigned: authorization !== null,
    });
    const isHeard = speaks === (isTls ? 'https' : 'http');
    const reply = isHeard ? device.http(this.wire(authorization), clock.now()) : null;
    const delayMs = Math.max(answerMs, reply?.delayMs ?? 0);
    // A device that has nothing to say resets; that comes as quickly as an answer would.
    await this.wait(delayMs);
    if (this.over !== null) return { kind: this.over, isSent: true };
    return reply === null ? { kind: 'unreachable', why: 'reset', isSent: true } : this.read(reply);
  }

  private owner(): SimDevice | undefined {
    const { fleet, address, reach = () => true } = this.options;
    return fleet.addressOwners(address).find(reach);
  }

  /** Remembers the first certificate; another one than it, or than the pin, ends the line. */
  private compare(device: SimDevice): Failure | null {
    const { fingerprint, subject, validToAt } = deviceCertificates[device.state.certificate];
    const pinned = this.request.pinnedCertificate ?? this.certificate?.fingerprint ?? fingerprint;
    this.certificate ??= { fingerprint, subject, validToAt };
    return pinned.toLowerCase() === fingerprint ? null : { kind: 'certificate-changed', pinned };
  }

  private wire(authorization: string | null): SimHttpRequest {
    const { method, path, body, host, contentType } = this.request;
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const type = contentType ?? 'application/xml; charset="UTF-8"';
    return {
      ...{ method, path },
      headers: [
        ['host', host],
        ['accept', '*/*'],
        ...(body === undefined ? [] : [['content-type', type] as const]),
        ...(authorization === null ? [] : [['authorization', authorization] as const]),
      ],
      body: bytes === undefined ? '' : new TextDecoder().decode(bytes),
      ...(bytes === undefined ? {} : { bytes }),
    };
  }

  private read(reply: SimHttpReply): HttpAnswer | Failure {
    const { status, headers } = reply;
    const { maxBytes } = this.request;
    const body = reply.bytes ?? new TextEncoder().encode(reply.body);
    const limit = status === 401 ? minBodyBytes : maxBytes;
    if (body.length > limit) return { kind: 'too-large', limitBytes: maxBytes };
    const joined = new Map<string, string>();
    for (const [name, value] of headers) {
      const before = joined.get(name.toLowerCase());
      joined.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
    }
    const challenges = headers.filter(([name]) => name.toLowerCase() === 'www-authenticate');
    return { status, headers: joined, challenges: challenges.map(([, value]) => value), body };
  }

  private stop(cause: 'timeout' | 'canceled'): void {
    this.over ??= cause;
    for (const end of this.waiting) end();
  }

  private wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        timer?.cancel();
        this.waiting.delete(end);
        resolve();
      };
      const isEver = Number.isFinite(delayMs);
      const timer = isEver ? this.options.clock.after(delayMs, end) : undefined;
      this.waiting.add(end);
      if (this.over !== null) end();
    });
  }
}
