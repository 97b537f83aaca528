import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeHttpClient } from '../../main/adapters/node/http-client.ts';
import { decodeDeviceInfo } from '../../main/protocol/isapi/device-info.ts';
import { requestTo } from '../helpers/http-request.ts';
import {
  type RealServer,
  startApache,
  startLighttpd,
  whyNoApache,
  whyNoLighttpd,
} from '../helpers/web-servers.ts';

const account = { user: 'admin', password: 'Pä€sswörd-1', realm: 'IP Camera(E1518)' };
const client = createNodeHttpClient();

/** Runs in CI in any case: there a missing server is a failure. */
function mayRun(why: string | null): boolean {
  if (why === null || process.env['CI'] === 'true') return true;
  process.stderr.write(`real server skipped: ${why}\n`);
  return false;
}

interface Case {
  readonly name: string;
  readonly start: () => Promise<RealServer>;
  readonly whyNot: () => string | null;
}

const cases: readonly Case[] = [
  { name: 'apache2, MD5', start: () => startApache(account), whyNot: whyNoApache },
  ...(['MD5', 'SHA-256', 'MD5|SHA-256'] as const).map((algorithm) => ({
    name: `lighttpd, ${algorithm}`,
    start: () => startLighttpd(account, algorithm),
    whyNot: whyNoLighttpd,
  })),
];

describe.each(cases)('$name', ({ start, whyNot }) => {
  const canRun = mayRun(whyNot());
  let server: RealServer | null = null;
  const port = () => server?.port ?? 0;
  beforeAll(async () => {
    if (canRun) server = await start();
  });
  afterAll(() => server?.close());

  it.skipIf(!canRun)('lets the right password in with one signed request', async () => {
    const result = await client.request(requestTo(port(), { credentials: account }));
    expect(result).toMatchObject({ kind: 'ok', status: 200, signedRequests: 1 });
    const info = result.kind === 'ok' ? decodeDeviceInfo(result.body) : null;
    expect(info).toMatchObject({ ok: true, value: { model: 'real-server' } });
  });

  it.skipIf(!canRun)('tries a wrong password once and no more', async () => {
    const credentials = { user: account.user, password: 'not it' };
    const result = await client.request(requestTo(port(), { credentials }));
    expect(result).toMatchObject({ kind: 'wrong-password', signedRequests: 1 });
  });

  it.skipIf(!canRun)('signs the query too', async () => {
    const path = '/ISAPI/System/deviceInfo?format=json&url=http://a//b';
    const result = await client.request(requestTo(port(), { credentials: account, path }));
    expect(result).toMatchObject({ kind: 'ok', status: 200 });
  });

  it.skipIf(!canRun)('serves 20 requests at once, each signed once', async () => {
    const all = Array.from({ length: 20 }, () =>
      client.request(requestTo(port(), { credentials: account })),
    );
    const results = await Promise.all(all);
    expect(results.map(({ kind }) => kind)).toEqual(new Array(20).fill('ok'));
    expect(results.map(({ signedRequests }) => signedRequests)).toEqual(new Array(20).fill(1));
  });

  it.skipIf(!canRun)('asks for a login when there is none', async () => {
    const result = await client.request(requestTo(port()));
    expect(result).toMatchObject({ kind: 'needs-login', schemes: ['digest'], signedRequests: 0 });
  });
});

describe('apache2 with nonces that live 2 s', () => {
  const canRun = mayRun(whyNoApache());
  let server: RealServer | null = null;
  beforeAll(async () => {
    if (canRun) server = await startApache(account, { nonceLifeSeconds: 2 });
  });
  afterAll(() => server?.close());

  it.skipIf(!canRun)('signs anew when the server calls the nonce stale', async () => {
    const asked: number[] = [];
    const result = await client.request(
      requestTo(server?.port ?? 0, {
        credentials: account,
        timeoutMs: 10_000,
        mayTry: () => {
          // The server is another process: stopping this one lets the first nonce grow old.
          if (asked.push(asked.length) === 1) {
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3200);
          }
          return true;
        },
      }),
    );
    expect(result).toMatchObject({ kind: 'ok', status: 200, signedRequests: 2 });
    expect(asked).toEqual([0, 1]);
  });
});
