import { afterEach, describe, expect, it } from 'vitest';
import { createNodeHttpClient } from '../../main/adapters/node/http-client.ts';
import { requestTo } from '../helpers/http-request.ts';
import {
  type StrictDevice,
  type StrictOptions,
  startStrictDevice,
} from '../helpers/strict-device.ts';

const client = createNodeHttpClient();
const right = { user: 'admin', password: 'Strict-2026!' };
const wrong = { user: 'admin', password: 'not it' };

const opened: StrictDevice[] = [];
async function start(options: StrictOptions = {}): Promise<StrictDevice> {
  const device = await startStrictDevice(options);
  opened.push(device);
  return device;
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((device) => device.close()));
});

describe.each(['camera', 'recorder'] as const)('the %s dialect', (dialect) => {
  it.each(['MD5', 'SHA-256', 'MD5-sess', 'SHA-256-sess'] as const)('%s', async (algorithm) => {
    const device = await start({ dialect, algorithm });
    const path = '/ISAPI/System/deviceInfo?format=json&x=//y';
    const result = await client.request(requestTo(device.port, { credentials: right, path }));
    expect(device.heard.map(({ fault }) => fault)).toEqual([null]);
    expect(result).toMatchObject({ kind: 'ok', status: 200, signedRequests: 1 });
  });

  it('takes a password in UTF-8 with quotes and backslashes', async () => {
    const password = 'Zür"ich\\日本€';
    const device = await start({ dialect, password });
    const credentials = { user: 'admin', password };
    const result = await client.request(requestTo(device.port, { credentials }));
    expect(result.kind).toBe('ok');
  });

  it('tells the tries that are left, and the lock, and counts each call once', async () => {
    const device = await start({ dialect, maxAttempts: 3 });
    const told: unknown[] = [];
    for (let round = 0; round < 3; round += 1) {
      const result = await client.request(requestTo(device.port, { credentials: wrong }));
      told.push([result.kind, 'told' in result && result.told, result.signedRequests]);
    }
    const left = (attemptsLeft: number) => ({ attemptsLeft, lockMinutes: null, isLocked: false });
    expect(told).toEqual([
      ['wrong-password', left(2), 1],
      ['wrong-password', left(1), 1],
      ['locked', { attemptsLeft: 0, lockMinutes: 30, isLocked: true }, 1],
    ]);
    expect(device.wrongTries()).toBe(3);
  });

  it('sends no password to a device that says it is locked', async () => {
    const device = await start({ dialect, maxAttempts: 0 });
    const result = await client.request(requestTo(device.port, { credentials: right }));
    expect(result).toMatchObject({ kind: 'locked', signedRequests: 0 });
    expect(result).toMatchObject({ told: { lockMinutes: 30 } });
    expect(device.heard).toEqual([]);
  });

  it('serves 20 requests at once with 20 nonces', async () => {
    const device = await start({ dialect });
    const one = () => client.request(requestTo(device.port, { credentials: right }));
    const results = await Promise.all(Array.from({ length: 20 }, one));
    expect(results.map(({ kind }) => kind)).toEqual(new Array(20).fill('ok'));
    expect(device.heard.map(({ fault }) => fault)).toEqual(new Array(20).fill(null));
    expect(device.requests).toHaveLength(40);
  });

  it('sends the body with both requests', async () => {
    const device = await start({ dialect });
    const put = { method: 'PUT', body: '<IPAddress/>', credentials: right } as const;
    await client.request(requestTo(device.port, put));
    expect(device.requests.map(({ method, body }) => [method, body])).toEqual([
      ['PUT', '<IPAddress/>'],
      ['PUT', '<IPAddress/>'],
    ]);
  });
});

describe('a second try', () => {
  it('follows a stale nonce, once', async () => {
    const device = await start({ first: { count: 1, what: 'stale' } });
    const result = await client.request(requestTo(device.port, { credentials: right }));
    expect(result).toMatchObject({ kind: 'ok', signedRequests: 2 });
  });

  it('follows a refusal without a word and with another nonce, once', async () => {
    const device = await start({ dialect: 'recorder', first: { count: 1, what: 'nonce' } });
    const result = await client.request(requestTo(device.port, { credentials: right }));
    expect(result).toMatchObject({ kind: 'ok', signedRequests: 2 });
  });

  it.each(['stale', 'nonce'] as const)('is the last one: %s for ever', async (what) => {
    const device = await start({ first: { count: 99, what } });
    const result = await client.request(requestTo(device.port, { credentials: right }));
    expect(result).toMatchObject({ kind: 'login-unclear', signedRequests: 2 });
    expect(device.heard).toHaveLength(2);
  });

  it.each([
    ['a page', '<html><body>401</body></html>'],
    [
      'badAuthorization',
      '<ResponseStatus><statusCode>4</statusCode><subStatusCode>badAuthorization</subStatusCode></ResponseStatus>',
    ],
    ['a userCheck without numbers', '<userCheck><statusValue>401</statusValue></userCheck>'],
  ])('does not follow %s', async (_name, wrongBody) => {
    const device = await start({ wrongBody });
    const result = await client.request(requestTo(device.port, { credentials: wrong }));
    expect(result).toMatchObject({ kind: 'wrong-password', signedRequests: 1 });
    expect(result).toMatchObject({ told: { attemptsLeft: null, isLocked: false } });
  });

  it('does not follow a connection that breaks, which may have cost a try', async () => {
    const device = await start({ first: { count: 1, what: 'silent' } });
    const result = await client.request(requestTo(device.port, { credentials: right }));
    expect(result).toMatchObject({ kind: 'unreachable', why: 'reset', isSent: true });
    expect(device.heard).toHaveLength(1);
  });

  it('is asked for again, and can be held back', async () => {
    const device = await start({ first: { count: 9, what: 'nonce' } });
    let asked = 0;
    const mayTry = () => {
      asked += 1;
      return asked === 1;
    };
    const result = await client.request(requestTo(device.port, { credentials: right, mayTry }));
    expect(result).toMatchObject({ kind: 'held-back', signedRequests: 1 });
    expect(asked).toBe(2);
  });
});

describe('several challenges', () => {
  const realm = 'realm="IP Camera(E1518)"';
  it('takes SHA-256 from behind MD5 and Basic', async () => {
    const challenge = (nonce: string) => [
      'Basic realm="IP Camera(E1518)"',
      `Digest qop="auth", ${realm}, nonce="${nonce}", stale="FALSE"`,
      `Digest qop="auth", ${realm}, nonce="${nonce}", algorithm="SHA-256", stale="FALSE"`,
    ];
    const device = await start({ algorithm: 'SHA-256', challenge });
    const result = await client.request(requestTo(device.port, { credentials: right }));
    expect(result.kind).toBe('ok');
  });

  it('takes the digest out of one header that begins with Basic', async () => {
    const challenge = (nonce: string) => [
      `Basic realm="a, b", Digest qop="auth,auth-int", ${realm}, nonce="${nonce}"`,
    ];
    const device = await start({ challenge });
    const result = await client.request(requestTo(device.port, { credentials: right }));
    expect(result.kind).toBe('ok');
  });

  it('needs consent for Basic alone over plain HTTP, and sends nothing without it', async () => {
    const device = await start({ challenge: () => ['Basic realm="DS-2CD2132-I"'] });
    const request = requestTo(device.port, { credentials: right });
    const result = await client.request(request);
    expect(result).toMatchObject({ kind: 'needs-consent-basic', signedRequests: 0 });
    expect(device.heard).toEqual([]);
    await client.request({ ...request, isBasicAllowed: true });
    const sent = Buffer.from('admin:Strict-2026!').toString('base64');
    expect(device.heard.map(({ header }) => header)).toEqual([`Basic ${sent}`]);
  });

  it('never falls back to Basic where a digest it cannot do is offered', async () => {
    const challenge = () => ['Basic realm="x"', 'Digest realm="x", nonce="y", qop="auth-int"'];
    const device = await start({ challenge });
    const request = requestTo(device.port, { credentials: right, isBasicAllowed: true });
    const result = await client.request(request);
    expect(result).toMatchObject({ kind: 'unsupported-login', schemes: ['basic', 'digest'] });
    expect(device.heard).toEqual([]);
  });
});
