import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { startWebServer, type WebServer } from '../../main/host/web/server.ts';
import { silentLog } from '../../main/ports/log.ts';
import { createFakeApi, type FakeApi, someEvent } from '../helpers/fake-api.ts';
import { cookieFor, openSocket } from '../helpers/http.ts';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

let api: FakeApi;
let server: WebServer;
let cookie: string;

beforeEach(async () => {
  api = createFakeApi();
  server = await startWebServer({ api, rendererDir: '/nowhere', port: 0, log: silentLog });
  cookie = await cookieFor(server.url);
});

afterEach(() => server.close());

function open(headers: Readonly<Record<string, string>> = {}, path = '/events') {
  const url = `ws://127.0.0.1:${server.port}${path}`;
  return openSocket(url, { cookie, origin: server.origin, ...headers });
}

async function opened(): Promise<WebSocket> {
  const socket = await open();
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  return socket;
}

function nextMessage(socket: WebSocket): Promise<unknown> {
  return new Promise((done) => {
    socket.once('message', (data) => done(JSON.parse(String(data))));
  });
}

function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((done) => {
    socket.once('close', done);
  });
}

describe('the event stream', () => {
  test('sends each event to every page, once', async () => {
    const sockets = [await opened(), await opened()];
    const messages = sockets.map(nextMessage);
    api.emit(someEvent(7));
    expect(await Promise.all(messages)).toEqual([someEvent(7), someEvent(7)]);
    expect(api.listeners()).toBe(1);
  });

  test.each([
    ['a foreign origin', { origin: 'http://evil.example' }, 403],
    ['no session', { cookie: '' }, 401],
    ['a foreign host', { host: 'evil.example' }, 421],
  ])('refuses %s', async (_what, headers, status) => {
    expect(await open(headers)).toBe(status);
  });

  test('has one path', async () => {
    expect(await open({}, '/event')).toBe(404);
    expect(await open({}, '/events/x')).toBe(404);
  });

  test('closes on a page that talks', async () => {
    const socket = await opened();
    const code = closeCode(socket);
    socket.send('{"method":"devices.list"}');
    expect(await code).toBe(1008);
    expect(api.calls).toHaveLength(0);
  });

  test('survives a message over its limit', async () => {
    const socket = await opened();
    const code = closeCode(socket);
    socket.send('x'.repeat(5000));
    expect(await code).toBe(1009);
    const other = await opened();
    const message = nextMessage(other);
    api.emit(someEvent(1));
    expect(await message).toEqual(someEvent(1));
  });

  test('drops a reader that does not keep up, and tells it to ask again', async () => {
    const slow = await opened();
    const code = closeCode(slow);
    slow.pause();
    const big = { ...someEvent(1), filler: 'x'.repeat(1024 * 1024) };
    for (let index = 0; index < 40; index += 1) {
      api.emit(big);
      await new Promise((done) => setImmediate(done));
    }
    slow.resume();
    expect(await code).toBe(4001);
  });

  test('says goodbye when the host closes, and lets go of the core', async () => {
    const socket = await opened();
    const code = closeCode(socket);
    await server.close();
    expect(await code).toBe(1001);
    expect(api.listeners()).toBe(0);
    await expect(fetch(server.origin)).rejects.toThrow();
  });
});
