import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createNodeHttpClient } from '../../main/adapters/node/http-client.ts';
import { isLanHost } from '../../main/contract/ip.ts';
import { requestTo } from '../helpers/http-request.ts';
import { type StrictOptions, startStrictDevice } from '../helpers/strict-device.ts';

const client = createNodeHttpClient();
const credentials = { user: 'admin', password: 'Strict-2026!' };
const fixtures = resolve(import.meta.dirname, '../fixtures/http');

function identity(name: 'one' | 'two') {
  const read = (part: string) => readFileSync(resolve(fixtures, `${name}-${part}.pem`));
  const tls = { key: read('key'), cert: read('cert') };
  const { fingerprint256 } = new X509Certificate(tls.cert);
  return { tls, fingerprint: fingerprint256.replaceAll(':', '').toLowerCase() };
}
const one = identity('one');
const two = identity('two');

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});
async function start(options: StrictOptions = {}) {
  const device = await startStrictDevice(options);
  closers.push(device.close);
  return device;
}

/** A server that does with its sockets as it likes. */
async function startRaw(onSocket: Parameters<typeof createServer>[1]): Promise<number> {
  const sockets = new Set<{ destroy(): unknown }>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    onSocket?.(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((done) => server.close(() => done()));
  });
  return (server.address() as AddressInfo).port;
}

describe('certificates', () => {
  it('are accepted at the first use and told', async () => {
    const device = await start({ tls: one.tls });
    const result = await client.request(requestTo(device.port, { isTls: true, credentials }));
    expect(result).toMatchObject({ kind: 'ok', signedRequests: 1 });
    expect(result.certificate).toEqual({
      fingerprint: one.fingerprint,
      subject: 'CN=camera-one.test',
      validToAt: expect.any(Number),
    });
  });

  it('must be the pinned one, in any letter case', async () => {
    const device = await start({ tls: one.tls });
    const pinned = { isTls: true, credentials, pinnedCertificate: one.fingerprint.toUpperCase() };
    expect((await client.request(requestTo(device.port, pinned))).kind).toBe('ok');
  });

  it('that changed stop everything before a byte of HTTP', async () => {
    const device = await start({ tls: two.tls });
    const pinned = { isTls: true, credentials, pinnedCertificate: one.fingerprint };
    const result = await client.request(requestTo(device.port, pinned));
    expect(result).toMatchObject({
      ...{ kind: 'certificate-changed', pinned: one.fingerprint, signedRequests: 0 },
      certificate: { fingerprint: two.fingerprint },
    });
    expect(device.requests).toEqual([]);
  });

  it('that change between the question and the login hold the login back', async () => {
    const override: StrictOptions['override'] = (_request, response) => {
      response.setHeader('connection', 'close');
      return false;
    };
    const first = await start({ tls: one.tls, override });
    const second = await start({ tls: two.tls });
    let dialled = 0;
    // The device closes its connection after the 401, and somebody else is at its address by then.
    const port = await startRaw((socket) => {
      dialled += 1;
      const other = connect(dialled === 1 ? first.port : second.port, '127.0.0.1');
      other.on('error', () => socket.destroy());
      other.on('close', () => socket.destroy());
      socket.on('close', () => other.destroy());
      socket.pipe(other).pipe(socket);
    });
    const result = await client.request(requestTo(port, { isTls: true, credentials }));
    expect(result).toMatchObject({ kind: 'certificate-changed', pinned: one.fingerprint });
    expect(second.requests).toEqual([]);
  });

  it('make Basic possible without consent', async () => {
    const device = await start({ tls: one.tls, challenge: () => ['Basic realm="x"'] });
    await client.request(requestTo(device.port, { isTls: true, credentials }));
    expect(device.heard).toHaveLength(1);
  });
});

describe('where it goes', () => {
  it.each(['8.8.8.8', '2001:db8::1', '224.0.0.251', '255.255.255.255', '0.0.0.0', '::1'])(
    'never to %s',
    async (host) => {
      const result = await client.request(requestTo(80, { host, credentials }));
      expect(result).toMatchObject({ kind: 'unreachable', isSent: false, address: null });
      expect(isLanHost(host)).toBe(false);
    },
  );

  it('to a name only where it leads to the LAN', async () => {
    const device = await start();
    const names: Readonly<Record<string, readonly string[]>> = {
      'camera.home': ['127.0.0.1'],
      'mixed.example': ['93.184.216.34', '127.0.0.1'],
      'far.example': ['93.184.216.34'],
      'empty.example': [],
    };
    const resolve = (name: string) => {
      const found = names[name];
      return found === undefined ? Promise.reject(new Error('ENOTFOUND')) : Promise.resolve(found);
    };
    const byName = createNodeHttpClient({ resolve });
    const ask = (host: string) => byName.request(requestTo(device.port, { host, credentials }));
    expect(await ask('camera.home')).toMatchObject({ kind: 'ok', address: '127.0.0.1' });
    expect(await ask('mixed.example')).toMatchObject({ kind: 'ok', address: '127.0.0.1' });
    expect(await ask('far.example')).toMatchObject({ kind: 'unreachable', why: 'not-lan' });
    expect(await ask('empty.example')).toMatchObject({ kind: 'unreachable', why: 'no-name' });
    expect(await ask('nobody.example')).toMatchObject({ kind: 'unreachable', why: 'no-name' });
    expect(await ask('no such/name')).toMatchObject({ kind: 'unreachable', why: 'no-name' });
  });

  it("to where a training site carries it, under the device's own name", async () => {
    const seen: string[] = [];
    const override: StrictOptions['override'] = (request) => {
      seen.push(request.headers.host ?? '');
      return false;
    };
    const device = await start({ override });
    const dial = (_address: string, port: number) =>
      Promise.resolve(port === 80 ? { host: '127.0.0.1', port: device.port } : null);
    const trained = createNodeHttpClient({ dial });
    const ask = (port: number) =>
      trained.request(requestTo(port, { host: '192.168.1.64', credentials }));
    expect(await ask(80)).toMatchObject({ kind: 'ok', address: '192.168.1.64' });
    expect(seen).toEqual(['192.168.1.64', '192.168.1.64']);
    expect(await ask(8000)).toMatchObject({ kind: 'unreachable', why: 'no-route' });
  });

  it.each([
    ['http://127.0.0.1:9/doc/page/login.asp', true],
    ['/doc/page/login.asp', true],
    ['https://127.0.0.1/', true],
    ['http://192.168.1.99/', false],
    ['http://127.0.0.1.evil.example/', false],
  ])('not where %s points', async (location, isSameHost) => {
    const override: StrictOptions['override'] = (_request, response) => {
      response.writeHead(302, { location });
      response.end();
      return true;
    };
    const device = await start({ override });
    const result = await client.request(requestTo(device.port, { credentials }));
    expect(result).toMatchObject({ kind: 'redirect', location, isSameHost, signedRequests: 0 });
    expect(device.requests).toHaveLength(1);
  });

  it('not where an answer to the login points', async () => {
    const override: StrictOptions['override'] = (request, response) => {
      if (request.headers.authorization === undefined) return false;
      response.writeHead(307, { location: 'http://192.168.1.99/steal' });
      response.end();
      return true;
    };
    const device = await start({ override });
    const result = await client.request(requestTo(device.port, { credentials }));
    expect(result).toMatchObject({ kind: 'redirect', isSameHost: false, signedRequests: 1 });
    expect(device.requests).toHaveLength(2);
  });
});

describe('how much and how long', () => {
  const reply = (text: string) => startRaw((socket) => socket.once('data', () => socket.end(text)));

  it('reads as much as it may and no more', async () => {
    const override: StrictOptions['override'] = (_request, response) => {
      response.end('x'.repeat(1000));
      return true;
    };
    const device = await start({ override });
    expect(await client.request(requestTo(device.port, { maxBytes: 1000 }))).toMatchObject({
      ...{ kind: 'ok', status: 200, signedRequests: 0 },
      body: new Uint8Array(1000).fill(120),
    });
    expect(await client.request(requestTo(device.port, { maxBytes: 999 }))).toMatchObject({
      ...{ kind: 'too-large', limitBytes: 999 },
    });
  });

  it('gives up on headers without end', async () => {
    const port = await reply(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`);
    expect((await client.request(requestTo(port))).kind).toBe('too-large');
  });

  it('does not wait for ever, whatever has come so far', async () => {
    const silent = await startRaw(() => undefined);
    const slow = await startRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab');
    });
    for (const port of [silent, slow]) {
      const startedAt = performance.now();
      const result = await client.request(requestTo(port, { timeoutMs: 150, credentials }));
      expect(result).toMatchObject({ kind: 'timeout', isSent: true });
      expect(performance.now() - startedAt).toBeLessThan(1500);
    }
  });

  it('can be canceled', async () => {
    const port = await startRaw(() => undefined);
    const controller = new AbortController();
    const running = client.request(requestTo(port, { signal: controller.signal }));
    controller.abort();
    expect((await running).kind).toBe('canceled');
    const late = await client.request(requestTo(port, { signal: controller.signal }));
    expect(late).toMatchObject({ kind: 'canceled', isSent: false });
  });

  it.each([
    ['SSH-2.0-dropbear\r\n', 'not-http'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab', 'unreachable'],
    ['', 'unreachable'],
  ])('%j is told apart', async (text, kind) => {
    const port = await reply(text);
    expect((await client.request(requestTo(port))).kind).toBe(kind);
  });

  it('tells a closed port, and TLS where there is none', async () => {
    const port = await startRaw(() => undefined);
    await Promise.all(closers.splice(0).map((close) => close()));
    expect(await client.request(requestTo(port))).toMatchObject({
      ...{ kind: 'unreachable', why: 'refused', isSent: false },
    });
    const plain = await start();
    expect(await client.request(requestTo(plain.port, { isTls: true }))).toMatchObject({
      ...{ kind: 'unreachable', isSent: false },
    });
    const secure = await start({ tls: one.tls });
    expect((await client.request(requestTo(secure.port))).kind).not.toBe('ok');
  });
});

describe('mistakes of a caller', () => {
  it.each(['', 'ISAPI', '/a b', '/a\r\nX: y', '/ä', '/a"b', '/a\\b'])('path %j', async (path) => {
    await expect(client.request(requestTo(1, { path }))).rejects.toThrow(RangeError);
  });
  it.each(['ad:min', 'admin\n'])('user %j', async (user) => {
    const bad = { user, password: 'x' };
    await expect(client.request(requestTo(1, { credentials: bad }))).rejects.toThrow(RangeError);
  });
});

describe('an answer', () => {
  it.each([
    [
      403,
      '<ResponseStatus><statusCode>4</statusCode><subStatusCode>notSupport</subStatusCode></ResponseStatus>',
      'ok',
    ],
    [
      401,
      '<ResponseStatus><statusCode>4</statusCode><subStatusCode>lowPrivilege</subStatusCode></ResponseStatus>',
      'ok',
    ],
    [
      200,
      '<userCheck><statusValue>401</statusValue><retryLoginTime>3</retryLoginTime></userCheck>',
      'wrong-password',
    ],
    [200, '<userCheck><statusValue>200</statusValue></userCheck>', 'ok'],
    [
      403,
      '<userCheck><statusValue>401</statusValue><lockStatus>locked</lockStatus><unlockTime>61</unlockTime></userCheck>',
      'locked',
    ],
  ] as const)('%d with %s after a login', async (status, text, kind) => {
    const override: StrictOptions['override'] = (request, response) => {
      if (request.headers.authorization === undefined) return false;
      response.writeHead(status);
      response.end(text);
      return true;
    };
    const device = await start({ override });
    const result = await client.request(requestTo(device.port, { credentials }));
    expect(result.kind).toBe(kind);
    if (result.kind === 'locked') expect(result.told.lockMinutes).toBe(2);
  });

  it('of an inactive device with 401 and no way in keeps its reason', async () => {
    const text =
      '<ResponseStatus><statusCode>4</statusCode><subStatusCode>notActivated</subStatusCode></ResponseStatus>';
    const override: StrictOptions['override'] = (_request, response) => {
      response.writeHead(401);
      response.end(text);
      return true;
    };
    const device = await start({ override });
    const result = await client.request(requestTo(device.port, { credentials }));
    expect(result).toMatchObject({ kind: 'ok', status: 401, signedRequests: 0 });
  });
});
