import { describe, expect, test } from 'vitest';
import type { DeviceHealth } from '../../main/contract/login.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActsSite, createActsSite, trainingPassword } from '../helpers/acts-site.ts';
import { inTime } from '../helpers/app-rig.ts';
import { createMemoryVault, type MemoryVault } from '../helpers/memory-vault.ts';

const secrets = { all: trainingPassword };
const minute = 60_000;
const modern = 'DS-2CD2143G2-I';
const recorder = 'DS-7608NI-K2/8P';

interface Site extends ActsSite {
  readonly vault: MemoryVault;
  /** Requests over HTTP that the n-th device heard; `isSigned`: only those with credentials. */
  heard(index: number, isSigned?: boolean): string[];
}

async function siteOf(...devices: readonly Partial<DeviceSpec>[]): Promise<Site> {
  const vault = createMemoryVault();
  const specs = devices.map((spec, index) => ({
    ...{ model: modern, address: `192.168.1.${30 + index}`, uptimeMs: 5 * 24 * 60 * minute },
    ...spec,
  }));
  const site = await createActsSite({ devices: specs, config: { vault } });
  const heard = (index: number, isSigned?: boolean): string[] =>
    site.http.sent
      .filter(({ address }) => address === site.fleet.devices[index]?.address)
      .filter((sent) => isSigned === undefined || sent.isSigned === isSigned)
      .map(({ method, path }) => `${method} ${path}`);
  return { ...site, vault, heard };
}

async function check(
  site: Site,
  given: { readonly all?: string } | null = secrets,
): Promise<DeviceHealth[]> {
  const ids = await site.ids();
  const input = given === null ? { ids } : { ids, secrets: given };
  return (await site.ask('health.check', input)).lines.map(({ health }) => health);
}

const codes = (health: DeviceHealth | undefined) => health?.findings.map(({ code }) => code);

describe('a health check', () => {
  test('reads a sound camera whole, shows it in the row and offers the password', async () => {
    const site = await siteOf({ deviceName: 'Gate', cloud: 'on' });
    const [health] = await check(site);
    const [device] = site.fleet.devices;
    expect(health).toMatchObject({
      level: 'ok',
      findings: [],
      identity: { name: 'Gate', model: modern, serial: device?.serial, type: 'IPCamera' },
      clock: { mode: 'NTP' },
      channels: null,
      cloud: { isEnabled: true, isRegistered: true, isBound: false, announcesUnbind: null },
    });
    expect(Math.abs(health?.clock?.offsetMs ?? Infinity)).toBeLessThan(2000);
    expect(health?.upSeconds).toBeGreaterThanOrEqual(5 * 24 * 3600);
    const [row] = await site.rows();
    expect(row).toMatchObject({ login: 'proven', health: 'ok' });
    expect(site.vault.offers).toEqual([{ device: row?.id, userName: 'admin', state: 'proven' }]);
    const kept = await site.ask('health.get', { id: row?.id ?? ('' as never) });
    expect(kept.health).toEqual(health);
  });

  test('finds what is wrong with a recorder', async () => {
    const site = await siteOf(
      {
        model: recorder,
        clockSkewMs: 40 * minute,
        disks: ['ok', 'error'],
        uptimeMs: 10 * minute,
        isRiskPassword: true,
        channels: [
          { address: '192.168.1.31' },
          { address: '192.168.1.32', password: 'Wrong.123' },
          { address: '192.168.1.99' },
        ],
      },
      {},
      {},
    );
    const ids = await site.ids();
    const [id] = ids;
    if (id === undefined) throw new Error('no recorder');
    const { lines } = await site.ask('health.check', { ids: [id], secrets });
    const health = lines[0]?.health;
    expect(health?.level).toBe('problem');
    expect(codes(health)).toEqual([
      'clock-wrong',
      'disk-broken',
      'channel-wrong-password',
      'channel-offline',
      'weak-password',
      'restarted-lately',
    ]);
    const params = (code: string) => health?.findings.find((one) => one.code === code)?.params;
    expect(params('clock-wrong')).toMatchObject({ minutes: 40 });
    expect(params('channel-wrong-password')).toEqual({ count: 1, channels: '2' });
    expect(params('channel-offline')).toEqual({ count: 1, channels: '3' });
    expect(health?.channels).toEqual({ total: 3, offline: 2, analog: 0 });
    expect(health?.disks?.map(({ state }) => state)).toEqual(['ok', 'broken']);
  });

  test('a clock that is a day wrong is a problem', async () => {
    const site = await siteOf({ clockSkewMs: -26 * 60 * minute });
    const [health] = await check(site);
    expect(health?.findings).toMatchObject([{ code: 'clock-wrong', level: 'problem' }]);
  });

  test('an old camera that lacks most of it is read without calling that a fault', async () => {
    const site = await siteOf({
      model: 'DS-2CD2345FWD-I',
      webLacks: ['/ISAPI/System/status', '/ISAPI/Security/userCheck'],
    });
    const [health] = await check(site);
    expect(health).toMatchObject({ level: 'ok', upSeconds: null, disks: null });
    expect(codes(health)).not.toContain('partly-read');
  });

  test('a wrong password costs one try, sends nothing more, and is told', async () => {
    const site = await siteOf({}, {});
    const lines = await check(site, { all: 'Not.right1' });
    expect(lines.map(codes)).toEqual([['login-refused'], ['login-refused']]);
    expect(site.heard(0, true)).toHaveLength(1);
    // The second device never got the password that the first one refused.
    expect(site.heard(1)).toEqual([]);
    const rows = await site.rows();
    expect(rows.map(({ login }) => login)).toEqual(['refused', null]);
    expect(site.vault.offers).toEqual([]);
    await check(site, { all: 'Not.right1' });
    expect(site.heard(0, true)).toHaveLength(1);
  });

  test('once a password is proven, a device that refuses it stops nobody else', async () => {
    const site = await siteOf({}, { password: 'Another.9x' }, {});
    const lines = await check(site);
    expect(lines.map(({ level }) => level)).toEqual(['ok', 'problem', 'ok']);
    expect(site.heard(1, true)).toHaveLength(1);
  });

  test('without a password nothing is sent; with the saved one it is', async () => {
    const site = await siteOf({});
    expect(codes((await check(site, null))[0])).toEqual(['no-password']);
    expect(site.heard(0)).toEqual([]);
    const [id] = await site.ids();
    if (id === undefined) throw new Error('no device');
    site.vault.saved.set(id, { userName: 'admin', password: trainingPassword });
    expect((await check(site, null))[0]?.level).toBe('ok');
    site.vault.isLocked = true;
    expect(codes((await check(site, null))[0])).toEqual(['no-password']);
    // What was read before is kept, with its own time.
    expect((await site.ask('health.get', { id })).health?.level).toBe('ok');
  });

  test('an inactive and a locked device say so, and no password leaves', async () => {
    const site = await siteOf({ isActivated: false }, { lockedForMs: 20 * minute, wrongBefore: 5 });
    const lines = await check(site);
    expect(codes(lines[0])).toEqual(['not-activated']);
    expect(codes(lines[1])).toEqual(['locked']);
    expect([...site.heard(0, true), ...site.heard(1, true)]).toEqual([]);
  });

  test('a device that answers no more is unreachable, and what was read stays', async () => {
    const site = await siteOf({});
    await check(site);
    const [device] = site.fleet.devices;
    if (device === undefined) throw new Error('no device');
    device.state.power = 'off';
    const [health] = await check(site);
    expect(health).toMatchObject({ level: null, findings: [{ code: 'unreachable' }] });
    const [row] = await site.rows();
    expect(row?.health).toBe('ok');
  });

  test('another device at the address: nothing of it is kept', async () => {
    const site = await siteOf({}, {});
    const [first, second] = site.fleet.devices;
    if (first === undefined || second === undefined) throw new Error('no devices');
    // The first went away and the second took its address, before anybody asked again.
    first.state.power = 'off';
    second.state.net.address = first.state.net.address;
    const [id] = await site.ids();
    if (id === undefined) throw new Error('no device');
    const { lines } = await site.ask('health.check', { ids: [id], secrets });
    expect(lines[0]?.health).toMatchObject({
      level: 'problem',
      identity: null,
      findings: [{ code: 'other-device', params: { serial: second.serial } }],
    });
  });
});

describe('the cloud service over HTTP', () => {
  test('is told, feeds the list, and the unbind call is never made', async () => {
    const site = await siteOf({
      ...{ cloud: 'bound', verificationCode: 'ABCDEF' },
      told: { EZVIZBindStatus: null },
    });
    const [id] = await site.ids();
    if (id === undefined) throw new Error('no device');
    expect((await site.rows())[0]?.cloudBound).toBeNull();
    const { cloud } = await site.ask('cloud.read', { id, secrets });
    expect(cloud).toMatchObject({
      ...{ isEnabled: true, isRegistered: true, isBound: true, offlineReason: null },
      ...{ server: 'litedev.hik-connect.com', hasVerificationCode: true },
    });
    expect((await site.rows())[0]?.cloudBound).toBe(true);
    expect(site.http.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('a refusal is an error that says what to do', async () => {
    const site = await siteOf({});
    const [id] = await site.ids();
    if (id === undefined) throw new Error('no device');
    const answer = await inTime(site.clock, site.api.call('cloud.read', { id }));
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'login.failed', params: { problem: 'no-login' } },
    });
  });
});

describe('the quiet schedule', () => {
  async function proven(...devices: readonly Partial<DeviceSpec>[]): Promise<Site> {
    const site = await siteOf(...devices);
    await check(site);
    return site;
  }

  /** The site goes on being heard, as it does while somebody looks at the window. */
  async function pass(site: Site, ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= minute) {
      await site.ask('discovery.probe', {});
      await site.clock.advance(Math.min(left, minute));
    }
  }

  test('looks at each device with a saved login every quarter of an hour, quietly', async () => {
    const site = await proven({}, {});
    const before = site.heard(0, true).length;
    await pass(site, 40 * minute);
    const perCheck = before;
    for (const index of [0, 1]) {
      const looks = (site.heard(index, true).length - before) / perCheck;
      expect(looks).toBeGreaterThanOrEqual(2);
      expect(looks).toBeLessThanOrEqual(4);
    }
    // It must not keep the vault from locking by itself.
    expect(site.vault.asked).toBe(0);
    const [id] = await site.ids();
    if (id === undefined) throw new Error('no device');
    const { isOn, nextAt } = await site.ask('health.get', { id });
    expect(isOn).toBe(true);
    expect(nextAt).toBeGreaterThan(site.clock.now());
  });

  test('never looks at two at once', async () => {
    const site = await proven({}, {}, {}, {});
    const from = site.http.sent.length;
    await pass(site, 20 * minute);
    const order = site.http.sent.slice(from).map(({ address }) => address);
    const turns = order.filter((address, index) => address !== order[index - 1]);
    expect(new Set(turns).size).toBe(4);
    expect(turns.length).toBeLessThanOrEqual(12);
    for (const address of new Set(order)) {
      const first = order.indexOf(address);
      expect(order.slice(first, first + 10).every((one) => one === address)).toBe(true);
    }
  });

  test('after a refusal it sends no password until a person proves a login', async () => {
    const site = await proven({});
    const [id] = await site.ids();
    if (id === undefined) throw new Error('no device');
    site.vault.saved.set(id, { userName: 'admin', password: 'Changed.77' });
    const before = site.heard(0, true).length;
    await pass(site, 40 * minute);
    expect(site.heard(0, true).length - before).toBe(1);
    expect((await site.rows())[0]).toMatchObject({ login: 'refused', health: 'problem' });
    const plain = site.heard(0, false).filter((what) => what === 'GET /SDK/activateStatus');
    expect(plain.length).toBeGreaterThan(0);
    await check(site);
    expect((await site.rows())[0]?.login).toBe('proven');
    const again = site.heard(0, true).length;
    await pass(site, 40 * minute);
    expect(site.heard(0, true).length).toBeGreaterThan(again);
  });

  test('notices without a login that a device was reset', async () => {
    const site = await proven({});
    const [id] = await site.ids();
    const [device] = site.fleet.devices;
    if (id === undefined || device === undefined) throw new Error('no device');
    site.vault.saved.set(id, { userName: 'admin', password: 'Changed.77' });
    await pass(site, 20 * minute);
    device.state.isActivated = false;
    await pass(site, 20 * minute);
    const { health } = await site.ask('health.get', { id });
    expect(codes(health ?? undefined)).toEqual(['not-activated']);
  });

  test('is switched off by a person, waits for a locked vault, and leaves removed devices alone', async () => {
    const site = await proven({}, {}, {});
    const [off, gone] = await site.ids();
    if (off === undefined || gone === undefined) throw new Error('no devices');
    await site.ask('health.setOn', { ids: [off], isOn: false });
    await site.ask('devices.remove', { ids: [gone] });
    const before = [0, 1, 2].map((index) => site.heard(index).length);
    await pass(site, 40 * minute);
    const grown = [0, 1, 2].map((index) => site.heard(index).length - (before[index] ?? 0));
    expect(grown.slice(0, 2)).toEqual([0, 0]);
    expect(grown[2]).toBeGreaterThan(0);
    expect(await site.ask('health.get', { id: off })).toMatchObject({ isOn: false, nextAt: null });
    site.vault.isLocked = true;
    const locked = site.http.sent.length;
    await pass(site, 40 * minute);
    expect(site.http.sent.length).toBe(locked);
  });

  test('does nothing by itself on the command line', async () => {
    const vault = createMemoryVault();
    const site = await createActsSite({
      devices: [{ model: modern, address: '192.168.1.30' }],
      config: { vault, host: 'cli' },
    });
    const ids = await site.ids();
    await site.ask('health.check', { ids, secrets });
    const before = site.http.sent.length;
    await site.clock.advance(60 * minute);
    expect(site.http.sent.length).toBe(before);
  });
});
