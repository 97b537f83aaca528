import { describe, expect, test } from 'vitest';
import { type DeviceId, deviceId } from '../../../main/contract/device.ts';
import type { DeviceRecord } from '../../../main/domain/record.ts';
import type { HttpClient, HttpClientRequest } from '../../../main/ports/http-client.ts';
import { LockoutGuard } from '../../../main/services/lockout/guard.ts';
import {
  type BookDoor,
  createLoginMemory,
  type DeviceSession,
  Logins,
  type SessionOptions,
} from '../../../main/services/login/logins.ts';
import { trainingPassword } from '../../../main/simulator/account.ts';
import { createFleet } from '../../../main/simulator/fleet.ts';
import { createMemoryHttpClient } from '../../../main/simulator/net-http.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { openStore } from '../../../main/store/open.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';
import { createFakeRandom } from '../../helpers/fake-random.ts';
import { createMemoryLog } from '../../helpers/memory-log.ts';
import { createMemoryVault } from '../../helpers/memory-vault.ts';
import { deviceOf, usualFields } from '../provisioning/rig.ts';

const info = '/ISAPI/System/deviceInfo';
const id: DeviceId = deviceId.parse('d1');

interface RigOptions {
  readonly spec?: Partial<DeviceSpec>;
  readonly book?: BookDoor | null;
  readonly wrap?: (client: HttpClient) => HttpClient;
  /** It was never heard, so who it is is not known. */
  readonly isUnknown?: boolean;
}

function createRig(options: RigOptions = {}) {
  const { spec = {}, book = null, wrap = (client) => client, isUnknown = false } = options;
  const clock = createFakeClock();
  const address = '192.168.1.64';
  const fleet = createFleet({
    scenario: [{ model: 'DS-2CD2143G2-I', address, ...spec }],
    seed: 7,
    startedAt: clock.now(),
  });
  const http = createMemoryHttpClient({ fleet, clock });
  const { store } = openStore({ path: ':memory:', now: clock.now, log: createMemoryLog() });
  const vault = createMemoryVault();
  const memory = createLoginMemory();
  const states: string[] = [];
  const logins = new Logins({
    ...{ clock, vault, memory, client: wrap(http), bookOf: () => book },
    guard: new LockoutGuard({
      ...{ store: store.acts.lockouts, clock, random: createFakeRandom() },
      crypto: { fingerprint: (text) => Promise.resolve(text.length) },
      onChange: () => undefined,
    }),
    onState: (_device, state) => states.push(state),
  });
  const [device] = fleet.devices;
  if (device === undefined) throw new Error('no device');
  const record = deviceOf({
    ...usualFields,
    serial: isUnknown ? 'N/A' : device.serial,
    ipv4Address: address,
  });
  const open = async (options: SessionOptions = {}): Promise<DeviceSession> => {
    const session = await logins.session(record, options);
    if ('kind' in session) throw new Error(session.reason);
    return session;
  };
  const refusal = async (options: SessionOptions) => {
    const session = await logins.session(record, options);
    return 'kind' in session ? session.reason : null;
  };
  const settled = async <T>(promise: Promise<T>): Promise<T> => {
    await clock.advance(20_000);
    return promise;
  };
  const signed = () => http.sent.filter(({ isSigned }) => isSigned).length;
  return { logins, record, open, refusal, settled, http, signed, vault, memory, states, device };
}

const get = { method: 'GET', path: info } as const;

describe('where a device is met', () => {
  const target = (facts: object, book: BookDoor | null = null) =>
    createRig({ book }).logins.target(deviceOf({ ...usualFields, ...facts }) as DeviceRecord);

  test('at its address and HTTP port, with what was kept of it', () => {
    expect(target({ httpPort: 8080 })).toMatchObject({
      host: '192.168.1.64',
      port: 8080,
      isTls: false,
    });
  });

  test('at its HTTPS port when HTTP is off, and nowhere without an address', () => {
    expect(target({ httpPort: 0, httpsPort: 444 })).toMatchObject({ port: 444, isTls: true });
    expect(target({ httpPort: undefined })).toMatchObject({ port: 80 });
    expect(target({ ipv4Address: '0.0.0.0' })).toBeNull();
  });

  test('as the device book says, whatever the scan says', () => {
    const book = { host: 'cam7.lan', httpPort: 81, isTls: true, userName: 'ann' };
    expect(target({}, { ...book, pin: 'aa', isBasicAllowed: true })).toEqual({
      ...{ host: 'cam7.lan', port: 81, isTls: true, pin: 'aa', isBasicAllowed: true },
    });
  });
});

describe('which credential', () => {
  test('the typed one before the saved one, and never a second', async () => {
    const rig = createRig();
    rig.vault.saved.set(id, { userName: 'admin', password: trainingPassword });
    const session = await rig.open({ password: 'Not.right1' });
    expect(session).toMatchObject({ userName: 'admin', source: 'typed' });
    expect(await rig.settled(session.request(get))).toMatchObject({ reason: 'wrong-password' });
    expect(rig.signed()).toBe(1);
  });

  test('the saved one with its own user, and not for another user', async () => {
    const rig = createRig();
    rig.vault.saved.set(id, { userName: 'ann', password: 'x' });
    expect(await rig.open()).toMatchObject({ userName: 'ann', source: 'vault' });
    expect(await rig.refusal({ userName: 'admin' })).toBe('no-login');
  });

  test('none: no login, or a vault that is locked', async () => {
    const rig = createRig();
    expect(await rig.refusal({})).toBe('no-login');
    rig.vault.isLocked = true;
    expect(await rig.refusal({})).toBe('vault-locked');
    expect(rig.http.sent).toEqual([]);
  });

  test('a user name that HTTP cannot carry is refused before anything is sent', async () => {
    expect(await createRig().refusal({ userName: 'a:b', password: 'x' })).toBe('invalid-values');
  });
});

describe('one session', () => {
  test('proves a login once, shows it and offers it', async () => {
    const rig = createRig();
    const session = await rig.open({ password: trainingPassword });
    const both = Promise.all([session.request(get), session.request(get)]);
    const [one, two] = await rig.settled(both);
    expect(one).toMatchObject({ kind: 'ok', status: 200 });
    expect(two.kind === 'ok' && two.text).toContain('<serialNumber>');
    expect(session.login).toBe('proven');
    expect(rig.states).toEqual(['proven']);
    expect(rig.vault.offers).toHaveLength(1);
    // One after the other: each question, its challenge, its answer.
    expect(rig.http.sent.map(({ isSigned }) => isSigned)).toEqual([false, true, false, true]);
  });

  test('after a refusal every further request says the same and sends nothing', async () => {
    const rig = createRig();
    const session = await rig.open({ password: 'Not.right1' });
    const all = Promise.all([get, get, get].map((request) => session.request(request)));
    const answers = await rig.settled(all);
    expect(new Set(answers.map((answer) => answer.kind === 'failed' && answer.reason))).toEqual(
      new Set(['wrong-password']),
    );
    expect(rig.http.sent).toHaveLength(2);
    expect(rig.states).toEqual(['refused']);
    expect(rig.vault.offers).toEqual([]);
    expect(answers[0]).toMatchObject({ verdict: 'wrong-password', isSent: false });
    expect(answers[0]?.kind === 'failed' && answers[0].attemptsLeft).toBeGreaterThan(0);
  });

  test('the same wrong password is not sent by a later session either', async () => {
    const rig = createRig();
    await rig.settled((await rig.open({ password: 'Not.right1' })).request(get));
    const later = await rig.settled((await rig.open({ password: 'Not.right1' })).request(get));
    expect(later).toMatchObject({ verdict: 'skipped', reason: 'same-password' });
    expect(rig.signed()).toBe(1);
  });

  test('a page that asks for no login proves none', async () => {
    const rig = createRig({ isUnknown: true });
    const session = await rig.open({ password: 'whatever' });
    const answer = await rig.settled(
      session.request({ method: 'GET', path: '/SDK/activateStatus' }),
    );
    expect(answer).toMatchObject({ kind: 'ok', status: 200 });
    expect(rig.states).toEqual([]);
  });

  test('a device that takes only a readable password gets none without consent', async () => {
    const rig = createRig({ spec: { model: 'DS-2CD2132-I' } });
    const session = await rig.open({ password: trainingPassword });
    expect(await rig.settled(session.request(get))).toMatchObject({ reason: 'basic-only' });
    expect(rig.signed()).toBe(0);
  });

  test('a change whose answer never comes may have arrived, and the session goes on', async () => {
    const rig = createRig({ spec: { webFaults: ['deaf-to-writes'] } });
    const session = await rig.open({ password: trainingPassword });
    const put = session.request({ method: 'PUT', path: '/ISAPI/System/reboot', timeoutMs: 1000 });
    expect(await rig.settled(put)).toMatchObject({ reason: 'silent', isSent: true });
  });

  test('a failure of reaching it is told with its address and ends nothing', async () => {
    const rig = createRig();
    rig.device.state.power = 'off';
    const session = await rig.open({ password: trainingPassword });
    const answer = await rig.settled(session.request(get));
    expect(answer).toMatchObject({
      ...{ verdict: 'no-answer', reason: 'unreachable', isSent: false },
      params: { address: '192.168.1.64' },
    });
    rig.device.state.power = 'up';
    expect(await rig.settled(session.request(get))).toMatchObject({ kind: 'ok' });
  });
});

describe('HTTPS', () => {
  const moves =
    (location: string, isSameHost: boolean) =>
    (client: HttpClient): HttpClient => ({
      request: async (request: HttpClientRequest) => {
        if (request.isTls) return client.request(request);
        const trace = { address: request.host, certificate: null, signedRequests: 0 };
        return { ...trace, kind: 'redirect', location, isSameHost };
      },
    });

  test('a device that leads to its own HTTPS is followed, and its certificate becomes the pin', async () => {
    const rig = createRig({ wrap: moves('https://192.168.1.64/', true) });
    const session = await rig.open({ password: trainingPassword });
    expect(await rig.settled(session.request(get))).toMatchObject({ kind: 'ok' });
    expect(await rig.settled(session.request(get))).toMatchObject({ kind: 'ok' });
    expect(new Set(rig.http.sent.map(({ port }) => port))).toEqual(new Set([443]));
    expect(rig.memory.pin(id)).toHaveLength(64);
  });

  test('another certificate later ends it before a byte is sent', async () => {
    const rig = createRig({ wrap: moves('https://192.168.1.64/', true) });
    await rig.settled((await rig.open({ password: trainingPassword })).request(get));
    const before = rig.http.sent.length;
    rig.device.state.certificate = 'swapped';
    const answer = await rig.settled((await rig.open({ password: trainingPassword })).request(get));
    expect(answer).toMatchObject({ verdict: 'refused', reason: 'certificate-changed' });
    expect(rig.http.sent).toHaveLength(before);
    rig.logins.setPin(id, null);
    const again = await rig.settled((await rig.open({ password: trainingPassword })).request(get));
    expect(again).toMatchObject({ kind: 'ok' });
  });

  test('another host is never followed', async () => {
    const rig = createRig({ wrap: moves('https://192.168.1.99/', false) });
    const session = await rig.open({ password: trainingPassword });
    const answer = await rig.settled(session.request(get));
    expect(answer).toMatchObject({
      reason: 'unreachable',
      params: { location: 'https://192.168.1.99/' },
    });
    expect(rig.http.sent).toEqual([]);
  });
});
