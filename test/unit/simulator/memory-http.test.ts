import { X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createNodeHttpClient } from '../../../main/adapters/node/http-client.ts';
import type { HttpClientRequest, HttpClientResult } from '../../../main/ports/http-client.ts';
import { trainingPassword } from '../../../main/simulator/account.ts';
import { deviceCertificates } from '../../../main/simulator/certificates.ts';
import type { SimDevice } from '../../../main/simulator/device.ts';
import { createFleet, type Fleet } from '../../../main/simulator/fleet.ts';
import { createMemoryHttpClient } from '../../../main/simulator/net-http.ts';
import { startTrainingSite, type TrainingSite } from '../../../main/simulator/sockets.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';
import { createMemoryLog } from '../../helpers/memory-log.ts';

const right = { user: 'admin', password: trainingPassword };
const wrong = { user: 'admin', password: 'no' };
const info = '/ISAPI/System/deviceInfo';
const ip = '/ISAPI/System/Network/interfaces/1/ipAddress';
const camera = 'DS-2CD2143G2-I';

let site: TrainingSite | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

interface Case {
  readonly spec: Partial<DeviceSpec>;
  readonly ask?: Partial<HttpClientRequest>;
  readonly before?: (device: SimDevice) => void;
  /** How often it is asked; the last result counts. */
  readonly asks?: number;
  readonly isAnonymous?: true;
  /** The document is read first, and put back as it came. */
  readonly isPut?: true;
}

function base(device: SimDevice, { isAnonymous, ask }: Case): HttpClientRequest {
  return {
    ...{ host: device.address, port: 80, isTls: false, method: 'GET', path: info },
    ...{ timeoutMs: 5000, maxBytes: 262_144 },
    ...(isAnonymous === true ? {} : { credentials: right }),
    ...ask,
  };
}

const one = (spec: Partial<DeviceSpec>, startedAt?: number): Fleet =>
  createFleet({
    scenario: [{ model: camera, dnsName: 'cam7.training.lan', ...spec }],
    ...(startedAt === undefined ? {} : { startedAt }),
  });

type Send = (request: HttpClientRequest) => Promise<HttpClientResult>;

async function play(device: SimDevice, asked: Case, send: Send): Promise<HttpClientResult> {
  asked.before?.(device);
  const request = base(device, asked);
  for (let left = asked.asks ?? 1; left > 1; left -= 1) await send(request);
  const first = await send(request);
  if (asked.isPut !== true || first.kind !== 'ok') return first;
  return send({ ...request, method: 'PUT', body: first.body });
}

function inMemory(asked: Case): Promise<HttpClientResult> {
  const clock = createFakeClock();
  const fleet = one(asked.spec);
  const client = createMemoryHttpClient({ fleet, clock });
  return play(fleet.devices[0] as SimDevice, asked, async (request) => {
    const result = client.request(request);
    await clock.advance(10_000);
    return result;
  });
}

async function onSockets(asked: Case): Promise<HttpClientResult> {
  const fleet = one(asked.spec, Date.now());
  const opened = await startTrainingSite({
    ...{ fleet, bindAddress: '127.0.0.1', log: createMemoryLog() },
    ...{ sadpPort: 0, wsDiscoveryPort: 0 },
  });
  site = opened;
  const client = createNodeHttpClient({ dial: opened.dial, resolve: opened.resolve });
  return play(fleet.devices[0] as SimDevice, asked, (request) => client.request(request));
}

/** Without what differs by nature: the nonce-bearing headers and bodies that tell a clock. */
function essence(result: HttpClientResult): unknown {
  if (result.kind !== 'ok') return result;
  const { headers: _headers, body, ...rest } = result;
  return { ...rest, body: new TextDecoder().decode(body).slice(0, 200) };
}

const tls = { port: 443, isTls: true };
const swapped = deviceCertificates.swapped.fingerprint;

const cases: readonly (readonly [string, HttpClientResult['kind'], Case])[] = [
  ['the right password', 'ok', { spec: {} }],
  ['SHA-256 beside MD5', 'ok', { spec: { webLogin: 'md5-sha256' } }],
  ['a recorder', 'ok', { spec: { model: 'DS-7732NI-I4' } }],
  ['no credentials', 'needs-login', { spec: {}, isAnonymous: true }],
  ['a wrong password', 'wrong-password', { spec: {}, ask: { credentials: wrong } }],
  ['a wrong password too often', 'locked', { spec: { maxAttempts: 3 }, ask: { credentials: wrong }, asks: 3 }],
  ['a lock that shows without a login', 'locked', { spec: { lockedForMs: 60_000 } }],
  ['a page without numbers', 'wrong-password', { spec: { refusals: 'failed' }, ask: { credentials: wrong } }],
  ['a nonce that is stale at once', 'login-unclear', { spec: { nonceLifeMs: -1 } }],
  ['a nonce that may not be used', 'wrong-password', { spec: { nonceUses: 0 } }],
  ['Basic alone', 'needs-consent-basic', { spec: { model: 'DS-2CD2132-I' } }],
  ['Basic with consent', 'ok', { spec: { model: 'DS-2CD2132-I' }, ask: { isBasicAllowed: true } }],
  ['a try held back', 'held-back', { spec: {}, ask: { mayTry: () => false } }],
  ['an inactive device', 'ok', { spec: { isActivated: false } }],
  ['a page that is too large', 'too-large', { spec: {}, ask: { maxBytes: 100 } }],
  ['a connection that dies with a PUT', 'unreachable', { spec: { addressEdit: 'silent' }, ask: { path: ip }, isPut: true }],
  ['silence after a PUT', 'timeout', { spec: { webFaults: ['deaf-to-writes'] }, ask: { path: ip, timeoutMs: 400 }, isPut: true }],
  ['a PUT', 'ok', { spec: {}, ask: { path: ip }, isPut: true }],
  ['HTTPS at first use', 'ok', { spec: {}, ask: tls }],
  ['HTTPS on a port of its own', 'ok', { spec: { httpsPort: 8444 }, ask: { port: 8444, isTls: true } }],
  ['HTTPS with its pin', 'ok', { spec: {}, ask: { ...tls, pinnedCertificate: deviceCertificates.usual.fingerprint.toUpperCase() } }],
  ['another certificate', 'certificate-changed', { spec: {}, ask: { ...tls, pinnedCertificate: swapped } }],
  ['a certificate that was swapped', 'certificate-changed', { spec: {}, ask: { ...tls, pinnedCertificate: deviceCertificates.usual.fingerprint }, before: (device) => device.swapCertificate() }],
  ['the swapped certificate', 'ok', { spec: { certificate: 'swapped' }, ask: { ...tls, pinnedCertificate: swapped } }],
  ['HTTPS on an HTTP port', 'unreachable', { spec: {}, ask: { isTls: true } }],
  ['HTTP on an HTTPS port', 'unreachable', { spec: {}, ask: { port: 443 } }],
  ['a port of another service', 'unreachable', { spec: {}, ask: { port: 8000 } }],
  ['nobody there', 'unreachable', { spec: {}, ask: { host: '192.168.1.9' } }],
  ['a device without power', 'unreachable', { spec: { isPowered: false } }],
  ['an address elsewhere', 'unreachable', { spec: {}, ask: { host: '8.8.8.8' } }],
  ['a name', 'ok', { spec: {}, ask: { host: 'CAM7.training.lan' } }],
  ['a name nobody has', 'unreachable', { spec: {}, ask: { host: 'cam8.training.lan' } }],
  ['a redirect', 'redirect', { spec: { webFaults: ['redirects'] } }],
  ['a device that takes a connection and says nothing', 'timeout', { spec: { webFaults: ['deaf'] }, ask: { timeoutMs: 200 } }],
  ['a device that is slow', 'ok', { spec: { webFaults: ['slow'], webDelayMs: 50 } }],
  ['a device that is too slow', 'timeout', { spec: { webFaults: ['slow'] }, ask: { timeoutMs: 200 } }],
  ['an error inside a 200', 'wrong-password', { spec: { webFaults: ['error-in-200'] }, ask: { credentials: wrong } }],
  ['somebody who changed his mind before', 'canceled', { spec: {}, ask: { signal: AbortSignal.abort() } }],
]; // biome-ignore format: one line a case

describe('the client in memory and the one on sockets agree', () => {
  it.each(cases)('%s: %s', async (_name, kind, asked) => {
    const [memory, sockets] = [await inMemory(asked), await onSockets(asked)];
    expect(memory.kind).toBe(kind);
    expect(essence(memory)).toEqual(essence(sockets));
  });
});

describe('a device on sockets', () => {
  it('shows another certificate from the moment it is swapped', async () => {
    const pinned = { ...tls, pinnedCertificate: deviceCertificates.usual.fingerprint };
    let swap = (): void => undefined;
    const swapped = (device: SimDevice): void => {
      swap = () => device.swapCertificate();
    };
    const results: string[] = [];
    const mayTry = (): boolean => {
      results.push('asked');
      // Between the request without a login and the one with it.
      swap();
      return true;
    };
    const asked: Case = { spec: {}, ask: { ...pinned, mayTry }, before: swapped, asks: 2 };
    expect(await onSockets(asked)).toMatchObject({
      kind: 'certificate-changed',
      signedRequests: 0,
    });
    expect(results).toEqual(['asked']);
    expect(await inMemory(asked)).toMatchObject({ kind: 'certificate-changed', signedRequests: 0 });
  });

  it('speaks what belongs to a port after its doors were changed', async () => {
    const fleet = one({}, Date.now());
    const device = fleet.devices[0] as SimDevice;
    site = await startTrainingSite({
      ...{ fleet, bindAddress: '127.0.0.1', log: createMemoryLog() },
      ...{ sadpPort: 0, wsDiscoveryPort: 0 },
    });
    const client = createNodeHttpClient({ dial: site.dial });
    const asked = base(device, { spec: {} });
    expect((await client.request({ ...asked, ...tls })).kind).toBe('ok');
    Object.assign(device.state.ports, { http: 443, https: 80 });
    expect((await client.request({ ...asked, port: 443 })).kind).toBe('ok');
    expect((await client.request({ ...asked, port: 80, isTls: true })).kind).toBe('ok');
  });
});

describe('the client in memory', () => {
  const meet = (spec: Partial<DeviceSpec> = {}) => {
    const clock = createFakeClock();
    const fleet = one(spec);
    const device = fleet.devices[0] as SimDevice;
    return { clock, device, client: createMemoryHttpClient({ fleet, clock }) };
  };

  it('tells what left, and nothing of what was in it', async () => {
    const { clock, device, client } = meet();
    const asked = client.request(base(device, { spec: {} }));
    await clock.advance(100);
    expect(await asked).toMatchObject({ kind: 'ok', signedRequests: 1 });
    expect(client.sent.map(({ path, isSigned }) => [path, isSigned])).toEqual([
      [info, false],
      [info, true],
    ]);
    expect(JSON.stringify(client.sent)).not.toContain('ntether2026');
  });

  it('waits on its clock alone', async () => {
    const { clock, device, client } = meet({ webFaults: ['deaf'] });
    let result: HttpClientResult | null = null;
    void client.request(base(device, { spec: {} })).then((each) => {
      result = each;
    });
    await clock.advance(4999);
    expect(result).toBeNull();
    await clock.advance(1);
    expect(result).toMatchObject({ kind: 'timeout', isSent: true });
    expect(clock.pending).toBe(0);
  });

  it('is stopped in the middle', async () => {
    const { clock, device, client } = meet({ webFaults: ['slow'] });
    const stop = new AbortController();
    const asked = client.request({ ...base(device, { spec: {} }), signal: stop.signal });
    await clock.advance(1000);
    stop.abort();
    expect(await asked).toMatchObject({ kind: 'canceled', isSent: true });
  });

  it('refuses what cannot stand in HTTP', async () => {
    const { device, client } = meet();
    const request = base(device, { spec: {} });
    await expect(client.request({ ...request, path: 'x' })).rejects.toThrow(RangeError);
    const credentials = { user: 'a:b', password: 'x' };
    await expect(client.request({ ...request, credentials })).rejects.toThrow(RangeError);
  });

  it('knows a certificate by the sum of what is shown', () => {
    for (const pair of Object.values(deviceCertificates)) {
      const shown = new X509Certificate(pair.certificatePem);
      expect(pair.fingerprint).toBe(shown.fingerprint256.replaceAll(':', '').toLowerCase());
      expect(pair.validToAt).toBe(Date.parse(shown.validTo));
    }
  });
});
