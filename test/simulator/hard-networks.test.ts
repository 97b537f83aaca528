import { describe, expect, it } from 'vitest';
import { isLanAddress } from '../../main/contract/ip.ts';
import { type DoctorCheckId, doctorCheckIds } from '../../main/contract/network.ts';
import { memoryAdapter } from '../../main/simulator/net.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type AppRig, createAppRig } from '../helpers/app-rig.ts';

const camera = (host: number, part: Partial<DeviceSpec> = {}): DeviceSpec => ({
  model: 'DS-2CD2385G1-I',
  address: `192.168.1.${host}`,
  ...part,
});

async function checkOf(rig: AppRig, id: DoctorCheckId) {
  const { checks } = await rig.ask('doctor.run', {});
  const check = checks.find((one) => one.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check;
}

async function sweep(rig: AppRig, cidr: string) {
  await rig.ask('sweep.start', { cidr });
  for (let second = 0; second < 300; second += 1) {
    await rig.clock.advance(1000);
    const { sweep: status } = await rig.ask('sweep.status', {});
    if (status !== null && status.state !== 'running') return status;
  }
  throw new Error('the sweep did not end');
}

describe('multicast is lost (Windows, public profile)', () => {
  const start = () =>
    createAppRig({
      devices: [
        camera(20, { hears: ['unicast'], answers: 'unicast' }),
        camera(21, { hears: ['unicast'], answers: 'unicast', isActivated: false }),
        camera(22, { sadp: 'off' }),
        camera(23, { sadp: 'link-layer', model: 'DS-2CD2132-I' }),
        camera(24, { model: 'router-web' }),
      ].map((spec) => ({ ...spec, isOnvifOn: false })),
      prepare: (network) =>
        network.setFacts({
          platform: 'win32',
          firewall: [{ adapter: 'eth0', profile: 'Public', isOn: true }],
          evidence: ['firewall profile of eth0 read with netsh'],
        }),
    });

  it('finds devices by sweep: SADP asked directly, ports and web answers for the rest', async () => {
    const rig = start();
    await rig.ask('discovery.probe', {});
    await rig.clock.advance(3000);
    expect((await rig.ask('devices.snapshot', {})).rows).toEqual([]);
    const status = await sweep(rig, '192.168.1.0/24');
    expect(status).toMatchObject({
      ...{ cidr: '192.168.1.0/24', state: 'done' },
      ...{ total: 253, done: 253, found: 4, others: 1 },
    });
    const { rows } = await rig.ask('devices.snapshot', {});
    const byAddress = new Map(rows.map((row) => [row.ipv4Address, row]));
    expect([...byAddress.keys()].toSorted()).toEqual(
      [20, 21, 22, 23, 24].map((host) => `192.168.1.${host}`),
    );
    expect(byAddress.get('192.168.1.20')).toMatchObject({
      ...{ vendor: 'hikvision', model: 'DS-2CD2385G1-I', activated: true, presence: 'online' },
      via: [{ source: 'sweep', adapter: 'eth0' }],
    });
    expect(byAddress.get('192.168.1.21')?.flags).toContain('inactive');
    // By ports and web answers only: no serial, but address, MAC and the family.
    expect(byAddress.get('192.168.1.22')).toMatchObject({ vendor: 'hikvision', serial: null });
    expect(byAddress.get('192.168.1.22')?.mac).toMatch(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/);
    expect(byAddress.get('192.168.1.23')?.vendor).toBe('hikvision');
    expect(byAddress.get('192.168.1.24')?.vendor).toBe('other');
  });

  it('the doctor names the firewall, and knows that the sweep found something', async () => {
    const rig = start();
    expect(await checkOf(rig, 'replies')).toMatchObject({
      ...{ verdict: 'problem', finding: 'replies-none', advice: 'sweep' },
    });
    await sweep(rig, '192.168.1.0/26');
    expect(await checkOf(rig, 'firewall')).toMatchObject({
      ...{ verdict: 'problem', finding: 'firewall-public', advice: 'allow-in-firewall' },
      params: { adapters: 'eth0' },
      evidence: expect.arrayContaining(['eth0: profile Public, firewall on']),
    });
    expect(await checkOf(rig, 'replies')).toMatchObject({
      ...{ verdict: 'warning', finding: 'replies-sweep-only', advice: 'check-multicast' },
    });
  });

  it('the doctor searches first and waits for answers', async () => {
    const rig = createAppRig({ devices: [camera(20, { replyDelayMs: 900 })] });
    expect(await checkOf(rig, 'replies')).toMatchObject({ verdict: 'ok', finding: 'replies-ok' });
    const { checks } = await rig.ask('doctor.run', {});
    expect(checks.map(({ id }) => id)).toEqual([...doctorCheckIds]);
  });

  it('sends no credential: bare connections and two plain paths', async () => {
    const rig = start();
    await sweep(rig, '192.168.1.0/27');
    const paths = new Set(rig.network.dialled.map(({ path }) => path));
    expect(paths).toContain('/SDK/activateStatus');
    for (const path of paths) expect([null, '/', '/SDK/activateStatus']).toContain(path);
  });
});

describe('another program holds the port', () => {
  const start = () =>
    createAppRig({
      devices: [
        camera(20),
        camera(21, { answers: 'both' }),
        camera(22, { answers: 'unicast' }),
        camera(23, { hears: ['unicast'], answers: 'unicast' }),
      ],
      config: { discovery: 'continuous' },
      prepare: (network) => network.setMode('ephemeral', 'SADP Tool.exe'),
    });

  it('names the holder and still lists devices that answer directly', async () => {
    const rig = start();
    await rig.clock.advance(5000);
    const { rows, status } = await rig.ask('devices.snapshot', {});
    expect(status.port).toEqual({ number: 37020, mode: 'ephemeral', holder: 'SADP Tool.exe' });
    expect(status.notices).toMatchObject([
      { code: 'port-ephemeral', params: { port: 37020, holder: 'SADP Tool.exe' } },
    ]);
    const heard = rows.filter((row) => row.via.some(({ source }) => source === 'sadp'));
    // .23 hears no multicast: it was asked by its address.
    expect(heard.map((row) => row.ipv4Address).toSorted()).toEqual([
      '192.168.1.21',
      '192.168.1.22',
      '192.168.1.23',
    ]);
    expect(await checkOf(rig, 'port-holder')).toMatchObject({
      ...{ verdict: 'warning', finding: 'port-held-by', advice: 'close-other-program' },
      params: { holder: 'SADP Tool.exe' },
    });
  });

  it('takes the port back within a minute of the other program closing', async () => {
    const rig = start();
    await rig.clock.advance(5000);
    rig.network.setMode('shared');
    await rig.clock.advance(75_000);
    const { rows, status } = await rig.ask('devices.snapshot', {});
    expect(status.port.mode).toBe('shared');
    expect(status.notices).toEqual([]);
    expect(rows).toHaveLength(4);
  });

  it('says so when nothing at all can be opened, and a sweep works on', async () => {
    const rig = createAppRig({
      devices: [camera(20)],
      prepare: (network) => network.setMode('closed'),
    });
    await expect(rig.ask('discovery.probe', {})).rejects.toThrow('network.port-closed');
    const { notices } = await rig.ask('discovery.status', {});
    expect(notices).toMatchObject([{ code: 'port-closed', level: 'problem' }]);
    expect(await sweep(rig, '192.168.1.0/27')).toMatchObject({ state: 'done', found: 1 });
  });
});

describe('nothing leaves the LAN', () => {
  it('sends to private, multicast and broadcast addresses only, whatever the devices say', async () => {
    const rig = createAppRig({
      devices: [
        camera(20),
        camera(21, { address: '8.8.4.4', mask: '255.255.255.0', gateway: '8.8.4.1' }),
        camera(22, { isOnvifOn: true }),
      ],
      adapters: [
        memoryAdapter({ id: 'eth0', address: '192.168.1.10' }),
        memoryAdapter({ id: 'eth1', address: '8.8.4.10' }),
      ],
      config: { discovery: 'continuous' },
      prepare: (network) => network.setMode('ephemeral', null),
    });
    await rig.clock.advance(70_000);
    await sweep(rig, '192.168.1.0/26');
    await expect(rig.ask('sweep.start', { cidr: '8.8.4.0/24' })).rejects.toThrow(
      'input.public-range',
    );
    await rig.ask('doctor.run', {});
    const strangers = rig.network.dialled.filter(({ address }) => !isLanAddress(address));
    expect(strangers).toEqual([]);
    const unicasts = rig.network.sent.flatMap(({ target }) =>
      target.kind === 'unicast' && !isLanAddress(target.address) ? [target.address] : [],
    );
    expect(unicasts).toEqual([]);
    expect((await rig.ask('app.info', {})).bytesOutsideLan).toBe(0);
  });
});

describe('reachability', () => {
  it('flags a device that answers the group but whose address leads nowhere', async () => {
    const rig = createAppRig({ devices: [camera(20), camera(21)] });
    const { network } = rig;
    const tcpProbe = network.tcpProbe;
    let isDead = true;
    network.tcpProbe = (address, ...rest) =>
      isDead && address === '192.168.1.21' ? Promise.resolve('silent') : tcpProbe(address, ...rest);
    const flagged = async () => {
      await rig.ask('discovery.probe', {});
      await rig.clock.advance(5000);
      const { rows } = await rig.ask('devices.snapshot', {});
      return rows.filter((row) => row.flags.includes('unreachable')).map((row) => row.ipv4Address);
    };
    expect(await flagged()).toEqual(['192.168.1.21']);
    isDead = false;
    await rig.clock.advance(60_000);
    expect(await flagged()).toEqual([]);
  });

  it('dials no public address, even in a subnet of our own', async () => {
    const rig = createAppRig({
      devices: [camera(20, { address: '8.8.4.4' }), camera(21)],
      adapters: [
        memoryAdapter({ id: 'eth0', address: '192.168.1.10' }),
        memoryAdapter({ id: 'eth1', address: '8.8.4.10' }),
      ],
    });
    await rig.ask('discovery.probe', {});
    await rig.clock.advance(5000);
    expect((await rig.ask('devices.snapshot', {})).rows).toHaveLength(2);
    expect(rig.network.dialled.map(({ address }) => address)).toEqual(['192.168.1.21']);
  });

  it('dials each device once a minute at most', async () => {
    const rig = createAppRig({
      devices: [camera(20), camera(77)],
      config: { discovery: 'continuous' },
    });
    await rig.clock.advance(10_000);
    const dialled = rig.network.dialled.length;
    expect(dialled).toBe(2);
    await rig.clock.advance(45_000);
    expect(rig.network.dialled.length).toBe(2);
    await rig.clock.advance(30_000);
    expect(rig.network.dialled.length).toBe(4);
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows.every((row) => !row.flags.includes('unreachable'))).toBe(true);
  });
});
