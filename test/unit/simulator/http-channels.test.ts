import { describe, expect, it } from 'vitest';
import {
  decodeProxyChannels,
  decodeProxyStatus,
  editProxyChannel,
} from '../../../main/protocol/isapi/input-proxy.ts';
import { paths, proxyChannelPath, userPath } from '../../../main/protocol/isapi/paths.ts';
import { decodeResponseStatus } from '../../../main/protocol/isapi/response-status.ts';
import { decodeUsers, editUserPassword } from '../../../main/protocol/isapi/users.ts';
import { trainingPassword } from '../../../main/simulator/account.ts';
import { createFleet } from '../../../main/simulator/fleet.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { createHttpSite, type HttpSite } from '../../helpers/http-site.ts';

const camera: DeviceSpec = {
  model: 'DS-2CD2143G2-I',
  address: '192.168.1.41',
  dnsName: 'cam7.training.lan',
};
const second: DeviceSpec = { model: 'DS-2CD2385G1-I', address: '192.168.1.42', bootMs: 1000 };
const recorder: DeviceSpec = {
  ...{ model: 'DS-7732NXI-K4', address: '192.168.1.30', hiddenCameras: 1 },
  channels: [
    { address: '192.168.1.41', name: 'Gate' },
    { address: '192.168.1.42', password: 'Before-2024' },
    { address: '192.168.1.99' },
    { hostName: 'cam7.training.lan', toldSerial: 'SOMEBODY-ELSE' },
  ],
};
const all = [recorder, camera, second];
const wordOf = (text: string) => decodeResponseStatus(text)?.subCode;

async function channelsOf(site: HttpSite) {
  const list = decodeProxyChannels(await site.text(paths.proxyChannels));
  if (!list.ok) throw new Error('not read');
  return list.value.channels;
}

async function statusOf(site: HttpSite): Promise<Readonly<Record<string, string | null>>> {
  const list = decodeProxyStatus(await site.text(paths.proxyStatus));
  if (!list.ok) throw new Error('not read');
  return Object.fromEntries(list.value.map(({ id, result }) => [id, result]));
}

async function edit(site: HttpSite, id: string, change: Parameters<typeof editProxyChannel>[1]) {
  const channel = (await channelsOf(site)).find((each) => each.id === id);
  const edited = editProxyChannel(channel?.text ?? '', change);
  if (!edited.ok) throw new Error('not edited');
  return wordOf(await site.put(proxyChannelPath(id), edited.value));
}

describe('cameras of a recorder', () => {
  it('are told with where they are, and what they said', async () => {
    const site = createHttpSite(all);
    const [hidden, gate, other, gone, named] = await channelsOf(site);
    expect(hidden).toMatchObject({ id: '1', isPlugAndPlay: true, address: '192.168.254.2' });
    expect(gate).toMatchObject({
      name: 'Gate',
      serial: site.device(1).serial,
      model: camera.model,
    });
    expect([other?.serial, gone?.serial]).toEqual([null, null]);
    expect(named).toMatchObject({ hostName: 'cam7.training.lan', serial: 'SOMEBODY-ELSE' });
    expect(await site.text(paths.proxyChannels)).not.toContain('<password>');
  });

  it('are told without serial by older recorders', async () => {
    const old = { ...recorder, model: 'DS-7608NI-K2/8P', firmware: 'V3.4.106build 190709' };
    const [, gate] = await channelsOf(createHttpSite([old, camera, second]));
    expect(gate).toMatchObject({ address: '192.168.1.41', serial: null, model: null });
  });

  it('show in their status how they are reached, from one moment to the next', async () => {
    const site = createHttpSite(all);
    expect(await statusOf(site)).toEqual({
      1: 'connected',
      2: 'connected',
      3: 'wrong-password',
      4: 'absent',
      5: 'connected',
    });
    site.device(2).setPassword('Before-2024');
    site.fleet.readdress(site.device(1), { address: '192.168.1.99' });
    expect(await statusOf(site)).toEqual({
      1: 'connected',
      2: 'absent',
      3: 'connected',
      4: 'connected',
      5: 'connected',
    });
    site.fleet.powerOff(site.device(2));
    expect((await statusOf(site))[3]).toBe('offline');
    site.device(1).setPassword(null);
    expect(await site.text(`${proxyChannelPath('4')}/status`)).toContain('>notActivated<');
  });

  it('a password changed at the camera is one the recorder does not have', async () => {
    const site = createHttpSite(all);
    const to = { host: '192.168.1.41' };
    const users = decodeUsers(await site.text(paths.users, to));
    const edited =
      users.ok && users.value[0] ? editUserPassword(users.value[0], 'Fresh-Pass-26') : null;
    if (edited?.ok !== true) throw new Error('not edited');
    await site.text(userPath('1'), { ...to, method: 'PUT', body: edited.value });
    expect((await statusOf(site))[2]).toBe('wrong-password');
    expect(await edit(site, '2', { password: 'Fresh-Pass-26' })).toBe('ok');
    expect((await statusOf(site))[2]).toBe('connected');
  });

  it('an edit without the password loses it', async () => {
    const site = createHttpSite(all);
    const [, gate] = await channelsOf(site);
    expect(wordOf(await site.put(proxyChannelPath('2'), gate?.text ?? ''))).toBe('ok');
    expect((await statusOf(site))[2]).toBe('wrong-password');
    expect(await edit(site, '2', { password: trainingPassword })).toBe('ok');
    expect((await statusOf(site))[2]).toBe('connected');
  });

  it('an edit to a new address, and what is refused', async () => {
    const site = createHttpSite(all);
    expect(await edit(site, '4', { address: '192.168.1.42', password: 'x' })).toBe(
      'IPCIPNotUnique',
    );
    expect(await edit(site, '4', { address: '192.168.1.30', password: 'x' })).toBe(
      'channelIpAddrConflictWithDev',
    );
    expect(
      await edit(site, '4', { address: '192.168.1.41', port: 8001, password: trainingPassword }),
    ).toBe('ok');
    expect((await statusOf(site))[4]).toBe('connected');
    expect(await site.ask(proxyChannelPath('17'))).toMatchObject({ status: 404 });
  });

  it('one is taken away and added; a camera on an own port comes back', async () => {
    const site = createHttpSite(all);
    const [, gate] = await channelsOf(site);
    for (const id of ['1', '2']) {
      expect(wordOf(await site.text(proxyChannelPath(id), { method: 'DELETE' }))).toBe('ok');
    }
    expect((await channelsOf(site)).map(({ id }) => id)).toEqual(['3', '4', '5']);
    const password = `<userName>admin</userName><password>${trainingPassword}</password>`;
    const body = (gate?.text ?? '').replace('<userName>admin</userName>', password);
    const added = decodeResponseStatus(
      await site.text(paths.proxyChannels, { method: 'POST', body }),
    );
    expect(added).toMatchObject({ kind: 'ok', id: '1' });
    expect((await statusOf(site))[1]).toBe('connected');
    const freed = createHttpSite(all);
    await freed.text(proxyChannelPath('1'), { method: 'DELETE' });
    await freed.clock.advance(21_000);
    expect((await channelsOf(freed)).map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('a search tells who is there; one model tells the passwords too', async () => {
    const search = '/ISAPI/ContentMgmt/InputProxy/search';
    const leaking = await createHttpSite(all).text(search);
    expect(leaking).toContain(`<password>${trainingPassword}</password>`);
    const decent = await createHttpSite([
      { ...recorder, model: 'DS-7732NI-I4' },
      camera,
      second,
    ]).text(search);
    expect(decent).not.toContain('password');
    expect(decent.match(/<VideoSourceDescriptor\b/g)).toHaveLength(2);
    expect(decent).toContain('<activated>true</activated>');
  });

  it('is nothing a camera knows of', async () => {
    const site = createHttpSite(camera);
    expect(await site.ask(paths.proxyChannels)).toMatchObject({ kind: 'ok', status: 403 });
  });

  it('do not fit without end', () => {
    const channels = Array.from({ length: 9 }, (_, nth) => ({ address: `10.0.0.${nth + 1}` }));
    const make = () => createFleet({ scenario: [{ model: 'DS-7608NI-K2/8P', channels }] });
    expect(make).toThrow(RangeError);
  });
});

describe('recorders of the made-up places', () => {
  it.each([
    [
      'small-shop',
      'DS-7608NI-K2/8P',
      ['connect', 'connect', 'connect', 'errorUserNameOrPasswd', 'notExist'],
    ],
    [
      'hotel',
      'DS-7732NXI-K4',
      ['connect', 'connect', 'connect', 'errorUserNameOrPasswd', 'notExist', 'connect'],
    ],
  ] as const)('%s', async (scenario, model, expected) => {
    const site = createHttpSite(scenario);
    const nvr = site.fleet.devices.find((device) => device.model === model);
    const text = await site.text(paths.proxyStatus, { host: nvr?.address ?? '' });
    const words = [...text.matchAll(/chanDetectResult>(\w+)</g)];
    expect(words.map(([, word]) => word)).toEqual(expected);
  });

  it('are found by their names', async () => {
    for (const scenario of ['small-shop', 'hotel'] as const) {
      const fleet = createFleet({ scenario });
      const addresses = await fleet.resolve('NVR.training.lan.');
      expect(
        fleet.addressOwners(addresses[0] ?? '').map(({ identity }) => identity.model.kind),
      ).toContain('recorder');
      expect(await fleet.resolve('nobody.training.lan')).toEqual([]);
    }
  });
});
