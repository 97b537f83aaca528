import { describe, expect, it } from 'vitest';
import { decodeProxyChannels } from '../../../main/protocol/isapi/input-proxy.ts';
import { factoryResetPath, paths } from '../../../main/protocol/isapi/paths.ts';
import { decodeResponseStatus } from '../../../main/protocol/isapi/response-status.ts';
import { decodeSystemStatus } from '../../../main/protocol/isapi/system-status.ts';
import { trainingPassword } from '../../../main/simulator/account.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { createHttpSite, type HttpSite } from '../../helpers/http-site.ts';

const guest = { name: 'guard', password: 'Night-2026', level: 'Operator' } as const;
const camera: DeviceSpec = {
  ...{ model: 'DS-2CD2385G1-I', address: '192.168.1.40', bootMs: 2000, httpPort: 8080 },
  ...{ cloud: 'bound', users: [guest], deviceName: 'Gate' },
};
const recorder: DeviceSpec = {
  ...{ model: 'DS-7732NI-I4', address: '192.168.1.30', bootMs: 2000, hiddenCameras: 1 },
  channels: [{ address: '192.168.1.40' }],
};
const wordOf = (text: string) => decodeResponseStatus(text)?.subCode;
const config = (key: string) => `/ISAPI/System/configurationData?secretkey=${key}`;

async function reset(site: HttpSite, mode: string): Promise<void> {
  expect(wordOf(await site.put(`/ISAPI/System/factoryReset?mode=${mode}`, ''))).toBe('ok');
  await site.clock.advance(400);
  expect(site.device().isUp).toBe(false);
  await site.clock.advance(3000);
  expect(site.device().isUp).toBe(true);
}

describe('a reset', () => {
  it('full takes everything but what the cloud knows', async () => {
    const site = createHttpSite(camera);
    await reset(site, 'full');
    const device = site.device();
    expect(device.state).toMatchObject({ isActivated: false, account: null, users: [] });
    expect([device.address, device.state.ports.http]).toEqual(['192.168.1.64', 80]);
    expect([device.state.deviceName, device.isBound]).toEqual(['IP CAMERA', true]);
    expect(await site.text('/SDK/activateStatus')).toContain('<Activated>false');
    expect(await site.ask(paths.deviceInfo)).toMatchObject({ kind: 'ok', status: 403 });
  });

  it('is full when no mode is named, and takes a lease where the line does', async () => {
    const site = createHttpSite({ ...camera, model: 'DS-2CD2087G2H-LIU' });
    expect(wordOf(await site.put('/ISAPI/System/factoryReset', ''))).toBe('ok');
    await site.clock.advance(3000);
    expect(site.device().state.net.isDhcp).toBe(true);
    expect(site.device().address).toMatch(/^192\.168\.1\.[12]\d\d$/);
  });

  it.each(['basic', 'other'])('%s keeps network, users and password', async (mode) => {
    const site = createHttpSite(camera);
    await reset(site, mode);
    const { state } = site.device();
    expect([state.net.address, state.ports.http, state.users.length]).toEqual([
      '192.168.1.40',
      8080,
      1,
    ]);
    expect([state.deviceName, state.cloud]).toEqual(['IP CAMERA', 'bound']);
    const told = decodeSystemStatus(await site.text(paths.status));
    expect(told.ok && told.value.upSeconds).toBeLessThan(5);
  });

  it('basic takes the users where the vendor means it so', async () => {
    const site = createHttpSite({ ...camera, isUserKeptByBasic: false });
    expect(factoryResetPath('basic')).toContain('mode=basic');
    await reset(site, 'basic');
    expect(site.device().state.users).toEqual([]);
    expect(site.device().hasPassword(trainingPassword)).toBe(true);
  });

  it('of another kind is refused, and one with a wrong password too', async () => {
    const site = createHttpSite(camera);
    expect(wordOf(await site.put('/ISAPI/System/factoryReset?mode=all', ''))).toBe('badParameters');
    const withPassword = '/ISAPI/System/factoryReset?mode=full&loginPassword=no';
    expect(wordOf(await site.put(withPassword, ''))).toBe('loginPasswordError');
    await site.clock.advance(1000);
    expect(site.device().isUp).toBe(true);
  });

  it('leaves a recorder the cameras on its own ports', async () => {
    const site = createHttpSite(recorder);
    await reset(site, 'basic');
    const list = decodeProxyChannels(await site.text(paths.proxyChannels));
    expect(list.ok && list.value.channels.map(({ isPlugAndPlay }) => isPlugAndPlay)).toEqual([
      true,
    ]);
  });
});

describe('a backup', () => {
  async function backup(site: HttpSite, key = 'Sealed-1'): Promise<Uint8Array> {
    const result = await site.ask(config(key));
    if (result.kind !== 'ok') throw new Error(result.kind);
    expect(result.headers.get('content-type')).toBe('application/octet-stream');
    return result.body;
  }

  it('brings back name, address, password, users and the cloud switch, after a boot', async () => {
    const site = createHttpSite(camera);
    const file = await backup(site);
    const shown = new TextDecoder('latin1').decode(file);
    for (const secret of [trainingPassword, guest.password, 'Gate', '192.168.1.40'])
      expect(shown).not.toContain(secret);
    const device = site.device();
    Object.assign(device.state, {
      deviceName: 'Other',
      cloud: 'off',
      isSecretlyBound: true,
      users: [],
    });
    site.fleet.readdress(device, { address: '192.168.1.99' });
    expect(wordOf(await site.put(config('Sealed-1'), file))).toBe('ok');
    expect(device.address).toBe('192.168.1.99');
    await site.clock.advance(3000);
    expect(device.state).toMatchObject({ deviceName: 'Gate', cloud: 'bound' });
    expect([device.address, device.state.users.length]).toEqual(['192.168.1.40', 1]);
    expect(await site.text(paths.deviceInfo)).toContain('Gate');
  });

  it('brings a password back that was changed since', async () => {
    const site = createHttpSite(camera);
    const file = await backup(site);
    site.device().setPassword('Since-then-1');
    const credentials = { user: 'admin', password: 'Since-then-1' };
    await site.text(config('Sealed-1'), { method: 'PUT', body: file, credentials });
    await site.clock.advance(3000);
    expect(site.device().hasPassword(trainingPassword)).toBe(true);
  });

  it('brings a recorder its cameras and their passwords', async () => {
    const site = createHttpSite([recorder, camera]);
    const file = await backup(site);
    await site.text(`${paths.proxyChannels}/2`, { method: 'DELETE' });
    await site.put(config('Sealed-1'), file);
    await site.clock.advance(3000);
    expect(await site.text(`${paths.proxyChannels}/2/status`)).toContain('>connect<');
  });

  it('is refused with another key, damaged, or of another model or firmware', async () => {
    const site = createHttpSite(camera);
    const file = await backup(site);
    expect(wordOf(await site.put(config('Sealed-2'), file))).toBe('importErrorData');
    const damaged = file.map((byte, index) => (index === file.length - 20 ? byte ^ 1 : byte));
    expect(wordOf(await site.put(config('Sealed-1'), damaged))).toBe('importErrorData');
    expect(wordOf(await site.put(config('Sealed-1'), file.subarray(0, 20)))).toBe(
      'importErrorData',
    );
    const other = createHttpSite({ ...camera, model: 'DS-2CD2345FWD-I' });
    expect(wordOf(await other.put(config('Sealed-1'), file))).toBe('badDevType');
    const older = createHttpSite({ ...camera, firmware: 'V5.5.0build 170101' });
    expect(wordOf(await older.put(config('Sealed-1'), file))).toBe('badVersion');
    expect(await site.ask(config('x'.repeat(33)))).toMatchObject({ status: 400 });
  });
});
