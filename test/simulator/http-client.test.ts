import { afterEach, describe, expect, it } from 'vitest';
import { createNodeHttpClient } from '../../main/adapters/node/http-client.ts';
import type { HttpClientRequest } from '../../main/ports/http-client.ts';
import { decodeDeviceInfo } from '../../main/protocol/isapi/device-info.ts';
import { decodeEzviz, editEzvizEnabled } from '../../main/protocol/isapi/ezviz.ts';
import { decodeIpAddress, editIpAddress } from '../../main/protocol/isapi/ip-address.ts';
import { decodeNetworkInterfaces } from '../../main/protocol/isapi/network-interfaces.ts';
import { ipAddressPath, paths } from '../../main/protocol/isapi/paths.ts';
import { decodeResponseStatus } from '../../main/protocol/isapi/response-status.ts';
import { decodeStorage } from '../../main/protocol/isapi/storage.ts';
import { decodeSystemStatus } from '../../main/protocol/isapi/system-status.ts';
import { decodeTime } from '../../main/protocol/isapi/time.ts';
import { decodeUserCheck } from '../../main/protocol/isapi/user-check.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { SimDevice } from '../../main/simulator/device.ts';
import { createFleet } from '../../main/simulator/fleet.ts';
import { startTrainingSite, type TrainingSite } from '../../main/simulator/sockets.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createMemoryLog } from '../helpers/memory-log.ts';

const right = { user: 'admin', password: trainingPassword };

let site: TrainingSite | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

/** The client that the product has, on real sockets, against simulated devices that know nothing of it. */
async function meet(spec: DeviceSpec) {
  const fleet = createFleet({ scenario: [spec], startedAt: Date.now() });
  const opened = await startTrainingSite({
    ...{ fleet, bindAddress: '127.0.0.1', log: createMemoryLog() },
    ...{ sadpPort: 0, wsDiscoveryPort: 0 },
  });
  site = opened;
  const [device] = fleet.devices as readonly [SimDevice];
  const client = createNodeHttpClient({ dial: opened.dial });
  const ask = (path: string, more: Partial<HttpClientRequest> = {}) =>
    client.request({
      ...{ host: device.address, port: 80, isTls: false, method: 'GET', path },
      ...{ credentials: right, timeoutMs: 5000, maxBytes: 262_144, ...more },
    });
  const read = async (path: string): Promise<Uint8Array> => {
    const result = await ask(path);
    if (result.kind !== 'ok') throw new Error(`${path}: ${result.kind}`);
    return result.body;
  };
  return { device, fleet, ask, read };
}

describe.each([
  'DS-2CD2385G1-I',
  'DS-2CD2143G2-I',
  'DS-7732NI-I4',
  'DS-7208HUHI-K1',
  'DS-KV6113-WPE1',
])('%s', (model) => {
  it('is read with the codecs that devices are read with', async () => {
    const { device, read } = await meet({ model });
    expect(decodeDeviceInfo(await read(paths.deviceInfo))).toMatchObject({
      ok: true,
      value: { serial: device.serial, mac: device.mac, model },
    });
    expect(decodeUserCheck(await read(paths.userCheck))).toMatchObject({
      value: { statusValue: 200, isLocked: false },
    });
    expect(decodeNetworkInterfaces(await read(paths.networkInterfaces))).toMatchObject({
      value: [{ id: '1', mac: device.mac, ip: { address: device.address } }],
    });
    const status = decodeSystemStatus(await read(paths.status));
    const time = decodeTime(await read(paths.time));
    const told = [status.ok && status.value.deviceTimeAt, time.ok && time.value.time.at];
    for (const at of told) expect(Math.abs(Number(at) - Date.now())).toBeLessThan(5000);
  });

  it('tells of wrong passwords until it locks, over HTTP as over SADP', async () => {
    const { device, ask } = await meet({ model, maxAttempts: 3 });
    const wrong = { credentials: { user: 'admin', password: 'no' } };
    const results = [];
    for (let round = 0; round < 3; round += 1) results.push(await ask(paths.userCheck, wrong));
    const told = { attemptsLeft: 2, lockMinutes: null, isLocked: false };
    expect(results[0]).toMatchObject({ kind: 'wrong-password', told, signedRequests: 1 });
    expect(results[2]).toMatchObject({ kind: 'locked', told: { lockMinutes: 30 } });
    expect([device.attemptsLeft, device.isLocked(Date.now())]).toEqual([0, true]);
    expect(await ask(paths.userCheck)).toMatchObject({ kind: 'locked', signedRequests: 0 });
  });

  it('keeps what it does not know when its address is edited', async () => {
    const { read, ask } = await meet({ model });
    const path = ipAddressPath('1');
    const before = decodeIpAddress(await read(path));
    if (!before.ok) throw new Error('not read');
    const edited = editIpAddress(before.value.text, { gateway: '192.168.1.254' });
    if (!edited.ok) throw new Error('not edited');
    const result = await ask(path, { method: 'PUT', body: edited.value });
    if (result.kind !== 'ok') throw new Error(result.kind);
    const status = decodeResponseStatus(Buffer.from(result.body).toString('utf8'));
    expect(status?.kind).toBe(/^DS-7/.test(model) ? 'reboot-required' : 'ok');
  });
});

describe('devices that differ', () => {
  it.each(['sha256', 'md5-sha256', 'digest-basic'] as const)('%s', async (webLogin) => {
    const { ask } = await meet({ model: 'DS-7732NI-I4', webLogin });
    expect(await ask(paths.deviceInfo)).toMatchObject({ kind: 'ok', signedRequests: 1 });
  });

  it('old ones want consent for Basic', async () => {
    const { ask } = await meet({ model: 'DS-2CD2132-I' });
    expect((await ask(paths.deviceInfo)).kind).toBe('needs-consent-basic');
    expect((await ask(paths.deviceInfo, { isBasicAllowed: true })).kind).toBe('ok');
  });

  it('a stale nonce is answered anew and costs no try', async () => {
    const { device, ask } = await meet({ model: 'DS-2CD2385G1-I', nonceLifeMs: -1 });
    expect(await ask(paths.deviceInfo)).toMatchObject({ kind: 'login-unclear', signedRequests: 2 });
    expect(device.attemptsLeft).toBe(7);
  });

  it('20 at once, each with a nonce of its own', async () => {
    const { ask } = await meet({ model: 'DS-KV6113-WPE1' });
    const results = await Promise.all(Array.from({ length: 20 }, () => ask(paths.deviceInfo)));
    expect(results.map(({ kind }) => kind)).toEqual(new Array(20).fill('ok'));
  });

  it('a password and a name in UTF-8', async () => {
    const credentials = { user: 'Jörg', password: 'Pä€ss-2026' };
    const { ask } = await meet({
      model: 'DS-2CD2143G2-I',
      userName: credentials.user,
      password: credentials.password,
    });
    expect((await ask(paths.deviceInfo, { credentials })).kind).toBe('ok');
  });

  it('inactive ones say so', async () => {
    const { ask } = await meet({ model: 'DS-2CD2143G2-I', isActivated: false });
    const result = await ask(paths.deviceInfo);
    expect(result).toMatchObject({ kind: 'ok', status: 403, signedRequests: 0 });
  });

  it('a change that ends the connection was sent', async () => {
    const { read, ask } = await meet({ model: 'DS-2CD2385G1-I', addressEdit: 'silent' });
    const body = Buffer.from(await read(ipAddressPath('1'))).toString('utf8');
    const result = await ask(ipAddressPath('1'), { method: 'PUT', body });
    expect(result).toMatchObject({ kind: 'unreachable', why: 'reset', isSent: true });
  });

  it('the cloud is switched off and its binding stays', async () => {
    const { device, read, ask } = await meet({ model: 'DS-2CD2143G2-I', cloud: 'bound' });
    const document = decodeEzviz(await read(paths.ezviz));
    if (!document.ok) throw new Error('not read');
    expect(document.value.state).toMatchObject({ isEnabled: true, isBound: true });
    const off = editEzvizEnabled(document.value.text, false);
    await ask(paths.ezviz, { method: 'PUT', body: off.ok ? off.value : '' });
    await expect.poll(() => device.state.cloud).toBe('off');
    expect(device.isBound).toBe(true);
  });

  it('recorders tell their disks', async () => {
    const { read } = await meet({ model: 'DS-7732NI-I4' });
    const storage = decodeStorage(await read(paths.storage));
    expect(storage.ok && storage.value.disks).toHaveLength(4);
  });
});
