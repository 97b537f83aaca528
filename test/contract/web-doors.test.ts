import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startWebServer, type WebServer } from '../../main/host/web/server.ts';
import { silentLog } from '../../main/ports/log.ts';
import { createFakeApi, type FakeApi } from '../helpers/fake-api.ts';
import { cookieFor, rawRequest, rawSocket } from '../helpers/http.ts';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

let dir: string;
let api: FakeApi;
let server: WebServer;
let cookie: string;
let now: number;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'untether-web-'));
  const page = join(dir, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(page, 'assets', 'app-1.js'), 'export {};');
  writeFileSync(join(dir, 'secret.json'), '{"secret":true}');
  symlinkSync(join(dir, 'secret.json'), join(page, 'link.json'));
  api = createFakeApi();
  now = 1_000_000;
  server = await startWebServer({
    api,
    rendererDir: page,
    port: 0,
    log: silentLog,
    now: () => now,
  });
  cookie = await cookieFor(server.url);
});

afterEach(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

function headers(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { cookie, origin: server.origin, 'content-type': 'application/json', ...changes };
}

function post(
  changes: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '{"input":{}}',
  path = '/api/devices.list',
) {
  return rawRequest({
    port: server.port,
    path,
    method: 'POST',
    headers: headers(changes),
    body,
  });
}

function get(path: string, changes: Readonly<Record<string, string>> = {}) {
  return rawRequest({ port: server.port, path, headers: { cookie, ...changes } });
}

function codeOf(body: string): unknown {
  return JSON.parse(body).error.code;
}

describe('the one-time link', () => {
  test('gives a cookie that no script can read and no other site can send', async () => {
    const reply = await fetch(server.newLink(), { redirect: 'manual' });
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe('/');
    expect(reply.headers.get('set-cookie')).toMatch(
      new RegExp(`^untether-${server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
  });

  test('works once', async () => {
    const link = server.newLink();
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(303);
    const again = await fetch(link, { redirect: 'manual' });
    expect(again.status).toBe(401);
    expect(await again.text()).toContain('This link no longer works');
    expect(again.headers.get('set-cookie')).toBeNull();
  });

  test('ends after ten minutes', async () => {
    const link = server.newLink();
    now += 10 * 60_000;
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(401);
  });

  test('ends when the next one is made', async () => {
    const link = server.newLink();
    server.newLink();
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(401);
  });

  test('is not used up by a browser that loads ahead, by HEAD or by a wrong token', async () => {
    const link = server.newLink();
    const path = link.slice(server.origin.length);
    const ahead = { 'sec-purpose': 'prefetch;prerender' };
    expect((await rawRequest({ port: server.port, path, headers: ahead })).status).toBe(401);
    expect((await rawRequest({ port: server.port, path, method: 'HEAD' })).status).toBe(401);
    expect((await fetch(`${link}x`, { redirect: 'manual' })).status).toBe(401);
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(303);
  });

  test('leads home when the browser is in already', async () => {
    const reply = await get('/login?t=old');
    expect([reply.status, reply.headers['location']]).toEqual([303, '/']);
  });

  test('says why in the language of the browser', async () => {
    const reply = await rawRequest({
      port: server.port,
      path: '/login',
      headers: { 'accept-language': 'it-IT,it;q=0.9' },
    });
    expect(reply.body).toContain('lang="it"');
    expect(reply.body).toContain('premi Invio');
  });
});

describe('who is let in', () => {
  test('a caller without a session gets no page and no answer', async () => {
    const page = await rawRequest({ port: server.port, path: '/' });
    expect(page.status).toBe(401);
    expect(page.body).toContain('Untether needs its link');
    const call = await post({ cookie: '' });
    expect([call.status, codeOf(call.body)]).toEqual([401, 'auth.untrusted']);
    const wrong = await post({ cookie: `untether-${server.port}=${'a'.repeat(43)}` });
    expect(wrong.status).toBe(401);
    expect(api.calls).toHaveLength(0);
  });

  test.each([
    'evil.example',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example:{port}',
    '127.0.0.1:{port}.',
    '0.0.0.0:{port}',
  ])('Host %j is refused with 421', async (host) => {
    const reply = await get('/', { host: host.replace('{port}', String(server.port)) });
    expect(reply.status).toBe(421);
  });

  test.each(['127.0.0.1:{port}', 'localhost:{port}', '[::1]:{port}'])(
    'Host %j is ours',
    async (host) => {
      const reply = await get('/', { host: host.replace('{port}', String(server.port)) });
      expect(reply.status).toBe(200);
    },
  );

  test('listens on both loopback addresses', async () => {
    const host = `[::1]:${server.port}`;
    const reply = await rawRequest({
      port: server.port,
      path: '/',
      host: '::1',
      headers: { host },
    });
    expect(reply.status).toBe(401);
  });

  test.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1:1',
    'https://127.0.0.1:{port}',
    'http://localhost:{port}',
    '',
  ])('Origin %j is refused with 403', async (origin) => {
    const reply = await post({ origin: origin.replace('{port}', String(server.port)) });
    expect([reply.status, codeOf(reply.body)]).toEqual([403, 'auth.untrusted']);
    expect(api.calls).toHaveLength(0);
  });

  test('a POST without Origin is refused', async () => {
    const { origin: _left, ...rest } = headers();
    const reply = await rawRequest({
      port: server.port,
      path: '/api/devices.list',
      method: 'POST',
      headers: rest,
      body: '{"input":{}}',
    });
    expect(reply.status).toBe(403);
  });
});

describe('what a call looks like', () => {
  test('hands method and input on and gives the envelope back', async () => {
    const reply = await post({}, '{"input":{"a":[1,"ü"]}}');
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual({
      ok: true,
      data: { method: 'devices.list', input: { a: [1, 'ü'] } },
    });
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  test('a refusal by the core is an answer, not an HTTP error', async () => {
    const reply = await rawRequest({
      port: server.port,
      path: '/api/refuse',
      method: 'POST',
      headers: headers(),
      body: '{"input":{}}',
    });
    expect([reply.status, codeOf(reply.body)]).toEqual([200, 'device.not-found']);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'content type %j is refused with 415',
    async (type) => {
      const reply = await post({ 'content-type': type });
      expect([reply.status, codeOf(reply.body)]).toEqual([415, 'input.bad-json']);
    },
  );

  test.each(['', '{', '[]', 'null', '"input"', '{"inputs":{}}', '\u0000'])(
    'body %j is refused with 400',
    async (body) => {
      const reply = await post({}, body);
      expect([reply.status, codeOf(reply.body)]).toEqual([400, 'input.bad-json']);
    },
  );

  test('a body over 1 MiB is refused with 413, with or without its length told', async () => {
    const big = `{"input":"${'x'.repeat(1024 * 1024)}"}`;
    for (const changes of [{}, { 'transfer-encoding': 'chunked' }]) {
      const reply = await post(changes, big);
      expect([reply.status, codeOf(reply.body)]).toEqual([413, 'input.too-large']);
    }
    expect(api.calls).toHaveLength(0);
  });

  test('a method that takes a file may bring one', async () => {
    const big = JSON.stringify({ input: { base64: 'A'.repeat(3 * 1024 * 1024), passphrase: 'x' } });
    const path = '/api/vault.import';
    const reply = await post({}, big, path);
    expect(reply.status).toBe(200);
    expect(api.calls).toHaveLength(1);
    for (const name of ['vault.status', 'toString', '__proto__']) {
      expect((await post({}, big, `/api/${name}`)).status).toBe(413);
    }
  });

  test('only POST calls a method', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
      const reply = await rawRequest({
        port: server.port,
        path: '/api/devices.list',
        method,
        headers: headers(),
      });
      expect([method, reply.status]).toEqual([method, 405]);
    }
    expect(api.calls).toHaveLength(0);
  });

  test('a fault inside is told by reference, without a stack or a path', async () => {
    api.answerWith(() => Promise.reject(new Error('secret at /home/me/file.ts')));
    const reply = await post();
    expect([reply.status, codeOf(reply.body)]).toEqual([500, 'internal.unexpected']);
    expect(reply.body).not.toMatch(/secret|file\.ts|\bat\b .*:\d/);
  });
});

describe('the page', () => {
  test('comes with its policy and no permission to anybody else', async () => {
    const reply = await get('/');
    expect(reply.status).toBe(200);
    const policy = String(reply.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port}`);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(reply.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('assets may be kept, the page may not', async () => {
    const asset = await get('/assets/app-1.js?v=1');
    expect(asset.headers['cache-control']).toContain('immutable');
    expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get('/')).headers['cache-control']).toBe('no-store');
  });

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%5c..%5csecret.json',
    '/assets/../../secret.json',
    '/%252e%252e/secret.json',
    '/link.json',
    '/%00',
    '/%zz',
    '/c:/windows/win.ini',
  ])('%s does not leave its folder', async (path) => {
    const reply = await get(path);
    expect(reply.status).toBe(403);
    expect(reply.body).not.toContain('secret');
  });

  test.each(['/nothing.js', '/assets', '/package.json', '/index.html/x'])(
    '%s is not there',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test('HEAD has no body, other methods are refused', async () => {
    const options = { port: server.port, path: '/', headers: { cookie } };
    const head = await rawRequest({ ...options, method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
    expect((await rawRequest({ ...options, method: 'POST' })).status).toBe(405);
  });

  test('a request that is no HTTP does no harm', async () => {
    expect(await rawSocket(server.port, 'rubbish\r\n\r\n')).not.toContain('200');
    expect(await rawSocket(server.port, 'GET / HTTP/1.0\r\n\r\n')).toContain('421');
    expect(
      await rawSocket(
        server.port,
        `GET http://x/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      ),
    ).toContain('421');
    expect((await get('/')).status).toBe(200);
  });
});
