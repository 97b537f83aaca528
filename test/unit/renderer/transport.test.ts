import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../../main/contract/events.ts';
import { ClientError, createClient, errorShapeOf } from '../../../renderer/src/transport/client.ts';
import { createHttpTransport } from '../../../renderer/src/transport/http.ts';
import { fakeTimers } from './rows.ts';

type Handlers = Pick<WebSocket, 'onopen' | 'onclose' | 'onmessage'>;

function setup(answer: () => Promise<Response> = async () => Response.json({ ok: true, data: 1 })) {
  const timers = fakeTimers();
  const sockets: Handlers[] = [];
  const requests: { url: string; init: RequestInit }[] = [];
  const transport = createHttpTransport({
    setTimer: timers.setTimer,
    fetch: (url, init) => {
      requests.push({ url, init });
      return answer();
    },
    openSocket() {
      const socket: Handlers = { onopen: null, onclose: null, onmessage: null };
      sockets.push(socket);
      return socket as WebSocket;
    },
  });
  const fire = (name: keyof Handlers, event: object = {}) => {
    const handler = sockets.at(-1)?.[name] as ((event: object) => void) | null | undefined;
    handler?.(event);
  };
  return { transport, timers, sockets, requests, fire };
}

describe('http transport', () => {
  it('posts the input to the method and hands the envelope on', async () => {
    const { transport, requests } = setup();
    expect(await transport.call('sites.use', { id: 'x' })).toEqual({ ok: true, data: 1 });
    expect(requests[0]?.url).toBe('/api/sites.use');
    expect(requests[0]?.init).toMatchObject({ method: 'POST', body: '{"input":{"id":"x"}}' });
  });

  it('answers with an error when the host is gone or speaks no JSON', async () => {
    const gone = setup(() => Promise.reject(new TypeError('Failed to fetch')));
    const rubbish = setup(async () => new Response('<html>', { status: 502 }));
    for (const { transport } of [gone, rubbish]) {
      expect(await transport.call('app.info', {})).toMatchObject({
        ok: false,
        error: { code: 'host.closing' },
      });
    }
  });

  it('opens the socket again with a growing pause, which a good connection resets', () => {
    const { transport, timers, sockets, fire } = setup();
    const seen: boolean[] = [];
    transport.onConnection((isConnected) => seen.push(isConnected));
    fire('onclose');
    timers.pass(400);
    fire('onclose');
    timers.pass(799);
    expect(sockets).toHaveLength(2);
    timers.pass(1);
    fire('onopen');
    fire('onclose');
    timers.pass(400);
    expect(sockets).toHaveLength(4);
    expect(seen).toEqual([false, true, false]);
  });

  it('tells each event to each listener until it stops listening', () => {
    const { transport, fire } = setup();
    const seen: AppEvent[] = [];
    const stop = transport.subscribe((event) => seen.push(event));
    fire('onmessage', { data: '{"seq":1}' });
    stop();
    fire('onmessage', { data: '{"seq":2}' });
    expect(seen).toEqual([{ seq: 1 }]);
  });
});

describe('client', () => {
  it('unwraps what is good and throws what is not, with its code', async () => {
    const error = { code: 'site.not-found', params: { wanted: 'x' }, message: 'no', ref: 'r1' };
    const client = createClient({
      call: async (method) =>
        method === 'app.info'
          ? { ok: true, data: { version: '1' } }
          : { ok: false, error: error as never },
      subscribe: () => () => undefined,
      onConnection: () => () => undefined,
    });
    expect(await client.call('app.info', {})).toEqual({ version: '1' });
    const thrown: unknown = await client.call('sites.use', { id: 'x' }).catch((one) => one);
    expect(thrown).toBeInstanceOf(ClientError);
    expect(errorShapeOf(thrown)).toEqual(error);
    expect(errorShapeOf(new Error('bug')).code).toBe('internal.unexpected');
  });
});
