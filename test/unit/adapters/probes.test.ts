import { execFileSync } from 'node:child_process';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server as TcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { probeHttp } from '../../../main/adapters/node/http-probe.ts';
import { isLoopbackAddress, LanGuard } from '../../../main/adapters/node/lan-guard.ts';
import { Limiter } from '../../../main/adapters/node/limiter.ts';
import { probeTcp, toProbeResult } from '../../../main/adapters/node/tcp-probe.ts';

const servers: (Server | TcpServer)[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

function listen(server: Server | TcpServer): Promise<number> {
  servers.push(server);
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
}

/** Answers each connection with these bytes as they are. */
function raw(text: string, isEnded = true): Promise<number> {
  return listen(
    createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => (isEnded ? socket.end(text) : socket.write(text)));
    }),
  );
}

function get(port: number, rest: Partial<Parameters<typeof probeHttp>[0]> = {}) {
  return probeHttp({
    address: '127.0.0.1',
    port,
    isTls: false,
    path: '/SDK/activateStatus',
    timeoutMs: 2_000,
    maxBytes: 4_096,
    ...rest,
  });
}

function http(handle: RequestListener): Promise<number> {
  return listen(createHttpServer(handle));
}

/** Key and certificate of a device that signs for itself; `null` where there is no openssl. */
function selfSigned(): string | null {
  const args = 'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=camera -keyout - -out -';
  try {
    return execFileSync('openssl', args.split(' '), { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    process.stdout.write(`no TLS test: ${String(error)}\n`);
    return null;
  }
}

describe('probeTcp', () => {
  const target = { host: '127.0.0.1', timeoutMs: 2_000, isOnLink: true };

  it('tells open and refused, and sends nothing', async () => {
    let bytes = 0;
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const server = createServer((socket) => {
      socket.on('data', (data) => {
        bytes += data.length;
      });
      socket.on('close', () => closed());
    });
    const port = await listen(server);
    expect(await probeTcp({ ...target, port })).toBe('open');
    await isClosed;
    expect(bytes).toBe(0);
    await new Promise((resolve) => server.close(resolve));
    servers.splice(0);
    expect(await probeTcp({ ...target, port })).toBe('refused');
  });

  it('is silent for a caller who has given up', async () => {
    const port = await raw('');
    const signal = AbortSignal.abort();
    expect(await probeTcp({ ...target, port, signal })).toBe('silent');
  });

  it.each([
    ['ECONNREFUSED', true, 'refused'],
    ['ECONNRESET', true, 'refused'],
    ['ENETUNREACH', true, 'no-route'],
    ['EADDRNOTAVAIL', true, 'no-route'],
    ['EHOSTUNREACH', true, 'silent'],
    ['EHOSTUNREACH', false, 'no-route'],
    ['ETIMEDOUT', true, 'silent'],
    ['EHOSTDOWN', true, 'silent'],
  ] as const)('maps %s (in our subnet: %s) to %s', (code, isOnLink, expected) => {
    expect(toProbeResult(code, isOnLink)).toBe(expected);
  });
});

describe('probeHttp', () => {
  it('gives status, joined lower-case headers and the body', async () => {
    let seen = {};
    const port = await http((request, response) => {
      seen = { method: request.method, url: request.url, headers: request.headers };
      response.setHeader('X-One', ['a', 'b']);
      response.writeHead(401, { 'WWW-Authenticate': 'Digest realm="DS"' }).end('né');
    });
    const reply = await get(port);
    expect(reply?.status).toBe(401);
    expect(reply?.body).toBe('né');
    expect(reply?.headers.get('x-one')).toBe('a, b');
    expect(reply?.headers.get('www-authenticate')).toBe('Digest realm="DS"');
    const headers = { host: `127.0.0.1:${port}`, accept: '*/*', connection: 'close' };
    expect(seen).toEqual({ method: 'GET', url: '/SDK/activateStatus', headers });
  });

  it('asks a device that signs its own certificate and knows only TLS 1.0', async (context) => {
    const pem = selfSigned();
    if (pem === null) return context.skip();
    const old = {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1',
      ciphers: 'DEFAULT:@SECLEVEL=0',
    } as const;
    const server = createTlsServer({ key: pem, cert: pem, ...old }, (_request, response) => {
      response.end('secure');
    });
    expect(await get(await listen(server), { isTls: true })).toMatchObject({ body: 'secure' });
  });

  it('does not follow a redirect', async () => {
    let requests = 0;
    const port = await http((_request, response) => {
      requests += 1;
      response.writeHead(302, { location: '/doc/page/login.asp' }).end();
    });
    expect((await get(port))?.headers.get('location')).toBe('/doc/page/login.asp');
    expect(requests).toBe(1);
  });

  it('stops at maxBytes of a body without end', async () => {
    const port = await http((_request, response) => {
      const pour = () => {
        while (response.write('x'.repeat(1_000)));
      };
      response.on('drain', pour);
      pour();
    });
    expect((await get(port, { maxBytes: 1_500 }))?.body).toHaveLength(1_500);
  });

  it('keeps what came when the time is up in the middle of a body', async () => {
    const port = await raw('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf', false);
    expect(await get(port, { timeoutMs: 300 })).toMatchObject({ status: 200, body: 'half' });
  });

  it('bears sloppy headers', async () => {
    const port = await raw('HTTP/1.1 200 OK\r\nServer: App\u0001webs/\r\nX-B: 1\n\r\nbody');
    expect(await get(port)).toMatchObject({ status: 200, body: 'body' });
  });

  it.each([
    ['something that is no HTTP', 'SSH-2.0-dropbear\r\n'],
    ['nothing', ''],
    ['endless headers', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`],
  ])('gives null for %s', async (_name, text) => {
    expect(await get(await raw(text))).toBeNull();
  });

  it('gives null for silence, a closed port, a giving up and a path that cannot be sent', async () => {
    const mute = await listen(createServer(() => undefined).on('connection', (s) => s.resume()));
    expect(await get(mute, { timeoutMs: 200 })).toBeNull();
    expect(await get(mute, { isTls: true, timeoutMs: 200 })).toBeNull();
    expect(await get(1)).toBeNull();
    expect(await get(mute, { signal: AbortSignal.abort() })).toBeNull();
    const giveUp = new AbortController();
    const pending = get(mute, { signal: giveUp.signal });
    giveUp.abort();
    expect(await pending).toBeNull();
    expect(await get(mute, { path: '/a b\r\nX: 1' })).toBeNull();
  });
});

describe('Limiter', () => {
  it('never runs more than it may and runs everything', async () => {
    const limiter = new Limiter(3);
    let running = 0;
    let most = 0;
    const task = async (fails: boolean) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (fails) throw new Error('task');
      return 1;
    };
    const all = Array.from({ length: 20 }, (_, at) => limiter.run(() => task(at % 4 === 0)));
    const settled = await Promise.allSettled(all);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(15);
    expect(most).toBe(3);
    expect(running).toBe(0);
  });
});

describe('LanGuard', () => {
  it('counts what goes outside and only that', () => {
    const guard = new LanGuard();
    guard.sent('192.168.1.64', 100);
    guard.sent('239.255.255.250', 100);
    guard.sent('255.255.255.255', 100);
    guard.sent('203.0.113.255', 100, true);
    expect(guard.bytesOutside).toBe(0);
    guard.sent('203.0.113.5', 7);
    expect(guard.bytesOutside).toBe(7);
    expect(guard.mayReach('203.0.113.5')).toBe(false);
    expect(guard.mayReach('camera.local')).toBe(false);
  });

  it('takes only literal addresses for loopback', () => {
    expect(isLoopbackAddress('127.0.0.5')).toBe(true);
    expect(isLoopbackAddress('127.0.0.1.example.com')).toBe(false);
    expect(isLoopbackAddress('192.168.1.1')).toBe(false);
  });
});
