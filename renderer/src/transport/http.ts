import type { Transport } from '../../../main/contract/api.ts';
import type { AppEvent } from '../../../main/contract/events.ts';
import { type Envelope, fail } from '../../../main/contract/result.ts';

const firstRetryMs = 400;
const longestRetryMs = 4000;

/** The parts of the browser that the wire uses; tests hand in their own. */
export interface HttpParts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly openSocket: (path: string) => WebSocket;
  readonly setTimer: (run: () => void, ms: number) => unknown;
}

const browserParts: HttpParts = {
  fetch: (url, init) => window.fetch(url, init),
  openSocket(path) {
    const url = new URL(path, window.location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return new WebSocket(url);
  },
  setTimer: (run, ms) => window.setTimeout(run, ms),
};

function isEnvelope(value: unknown): value is Envelope<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

function unreachable(message: string): Envelope<unknown> {
  return fail({ code: 'host.closing', params: {}, message, ref: '' });
}

async function callOverHttp(
  parts: HttpParts,
  method: string,
  input: unknown,
): Promise<Envelope<unknown>> {
  try {
    const response = await parts.fetch(`/api/${encodeURIComponent(method)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ input }),
    });
    const body: unknown = await response.json();
    return isEnvelope(body) ? body : unreachable(`unreadable answer, HTTP ${response.status}`);
  } catch (problem) {
    // fetch rejects only when the host cannot be reached (or cuts the answer short).
    return unreachable(problem instanceof Error ? problem.message : String(problem));
  }
}

/**
 * The wire of the web host: calls by POST, events by a WebSocket that opens itself again with a
 * growing pause. Whoever listens to `onConnection` asks for a snapshot after each `true`.
 */
export function createHttpTransport(parts: HttpParts = browserParts): Transport {
  const eventListeners = new Set<(event: AppEvent) => void>();
  const connectionListeners = new Set<(isConnected: boolean) => void>();
  let isConnected: boolean | null = null;
  let retryMs = firstRetryMs;

  const tell = (value: boolean) => {
    if (isConnected === value) return;
    isConnected = value;
    for (const listener of connectionListeners) listener(value);
  };

  const open = () => {
    const socket = parts.openSocket('/events');
    socket.onopen = () => {
      retryMs = firstRetryMs;
      tell(true);
    };
    socket.onmessage = (message) => {
      const event = JSON.parse(String(message.data)) as AppEvent;
      for (const listener of eventListeners) listener(event);
    };
    socket.onclose = () => {
      tell(false);
      parts.setTimer(open, retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    };
  };
  open();

  return {
    call: (method, input) => callOverHttp(parts, method, input),
    subscribe(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    onConnection(listener) {
      connectionListeners.add(listener);
      if (isConnected !== null) listener(isConnected);
      return () => connectionListeners.delete(listener);
    },
  };
}
