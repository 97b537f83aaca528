import { describe, expect, it } from 'vitest';
import { memoryAdapter } from '../../main/simulator/net.ts';
import { createAppRig } from '../helpers/app-rig.ts';

const wired = memoryAdapter({ id: 'eth0', address: '192.168.1.10' });
const continuous = { config: { discovery: 'continuous' as const } };

describe('notices', () => {
  it('names an adapter that refuses the group; the other works on', async () => {
    const rig = createAppRig({
      ...continuous,
      devices: [{ model: 'DS-2CD2385G1-I', address: '192.168.1.20' }],
      adapters: [wired, memoryAdapter({ id: 'wlan0', kind: 'wifi', address: '10.0.0.7' })],
      prepare: (network) => network.setAdapterProblem('wlan0', 'join-failed'),
    });
    await rig.clock.advance(3000);
    const { rows, status } = await rig.ask('devices.snapshot', {});
    expect(rows).toHaveLength(1);
    expect(status.notices).toMatchObject([
      { id: 'adapter-failed:wlan0', params: { adapter: 'wlan0', problem: 'join-failed' } },
    ]);
    await rig.ask('discovery.dismiss', { id: 'adapter-failed:wlan0' });
    await rig.clock.advance(60_000);
    expect((await rig.ask('discovery.status', {})).notices).toEqual([]);
    rig.network.setAdapterProblem('wlan0', null);
    await rig.clock.advance(16_000);
    rig.network.setAdapterProblem('wlan0', 'join-failed');
    await rig.clock.advance(16_000);
    expect((await rig.ask('discovery.status', {})).notices).toHaveLength(1);
  });

  it('says when no adapter can be used, and takes it back when one comes', async () => {
    const rig = createAppRig({ ...continuous, adapters: [] });
    await rig.clock.advance(1000);
    expect((await rig.ask('discovery.status', {})).notices).toMatchObject([{ code: 'no-adapter' }]);
    await expect(rig.ask('discovery.probe', {})).rejects.toThrow('network.no-adapter');
    await expect(rig.ask('sweep.start', { cidr: '10.0.0.0/24' })).rejects.toThrow(
      'network.no-adapter',
    );
    rig.network.setAdapters([wired]);
    await rig.clock.advance(2000);
    const { notices, adapters } = await rig.ask('discovery.status', {});
    expect([notices, adapters[0]?.state]).toEqual([[], 'listening']);
  });

  it('warns where Linux drops replies of foreign subnets', async () => {
    const rig = createAppRig({
      ...continuous,
      prepare: (network) =>
        network.setFacts({ rpFilter: new Map([['eth0', 1]]), defaultRoutes: ['wlan0'] }),
    });
    await rig.clock.advance(1000);
    expect((await rig.ask('discovery.status', {})).notices).toMatchObject([
      { id: 'rp-filter:eth0', params: { adapter: 'eth0', value: 1 } },
    ]);
    const { checks } = await rig.ask('doctor.run', {});
    expect(checks.find(({ id }) => id === 'rp-filter')).toMatchObject({
      ...{ verdict: 'warning', finding: 'rp-filter-drops', advice: 'relax-rp-filter' },
    });
  });

  it('tells of dropped datagrams until five minutes pass without more', async () => {
    const rig = createAppRig(continuous);
    await rig.clock.advance(2000);
    rig.network.setFacts({ droppedDatagrams: 40 });
    await rig.clock.advance(2000);
    const { notices, counters } = await rig.ask('discovery.status', {});
    expect(notices).toMatchObject([{ code: 'datagrams-dropped', params: { dropped: 40 } }]);
    expect(counters.dropped).toBe(40);
    await rig.clock.advance(6 * 60_000);
    expect((await rig.ask('discovery.status', {})).notices).toEqual([]);
  });

  it('holds a flood of invented devices off and keeps the real ones', async () => {
    const rig = createAppRig({
      ...continuous,
      devices: [{ model: 'DS-2CD2385G1-I', address: '192.168.1.20' }],
    });
    await rig.clock.advance(40_000);
    for (let index = 0; index < 26_000; index += 1) {
      const serial = `DS-2CD${index}-I20260101AAWR${String(100_000_000 + index)}`;
      const mac = `44-19-b6-${[16, 8, 0].map((s) => ((index >> s) & 255).toString(16).padStart(2, '0')).join('-')}`;
      rig.network.inject({
        fromAddress: '192.168.1.99',
        adapterId: null,
        data: new TextEncoder().encode(
          `<ProbeMatch><Uuid>X</Uuid><Types>inquiry</Types><MAC>${mac}</MAC><DeviceSN>${serial}</DeviceSN><IPv4Address>10.1.2.3</IPv4Address></ProbeMatch>`,
        ),
      });
    }
    await rig.clock.advance(3000);
    const { rows, status } = await rig.ask('devices.snapshot', {});
    expect(rows.length).toBeLessThanOrEqual(20_000);
    expect(rows.some((row) => row.ipv4Address === '192.168.1.20')).toBe(true);
    const flood = status.notices.find(({ code }) => code === 'flood');
    expect(Number(flood?.params['refused'])).toBeGreaterThan(0);
  }, 30_000);
});

describe('adapter choices', () => {
  it('persists what the operator chose, gives it back to the rule, refuses unknown adapters', async () => {
    const rig = createAppRig({
      ...continuous,
      adapters: [wired, memoryAdapter({ id: 'docker0', kind: 'virtual', address: '172.17.0.1' })],
    });
    await rig.clock.advance(1000);
    const on = await rig.ask('discovery.setAdapter', { id: 'docker0', enabled: true });
    expect(on.adapters[1]).toMatchObject({ enabled: true, enabledBy: 'operator' });
    expect(rig.store.settings.get().adapters).toEqual({ docker0: true });
    await rig.clock.advance(1000);
    expect(rig.network.sent.some(({ adapterId }) => adapterId === 'docker0')).toBe(true);
    const off = await rig.ask('discovery.setAdapter', { id: 'docker0', enabled: null });
    expect(off.adapters[1]).toMatchObject({ enabled: false, enabledBy: 'default' });
    expect(rig.store.settings.get().adapters).toEqual({});
    await expect(rig.ask('discovery.setAdapter', { id: 'eth7', enabled: true })).rejects.toThrow(
      'network.adapter-not-found',
    );
    expect(rig.events.filter(({ name }) => name === 'settings.changed')).toHaveLength(2);
  });

  it('uses only the adapters named for this run, and refuses a name that is not there', () => {
    const start = (only: readonly string[]) =>
      createAppRig({
        adapters: [wired, memoryAdapter({ id: 'tun0', kind: 'vpn', address: '10.8.0.2' })],
        config: { only },
      });
    expect(() => start(['eth9'])).toThrow('network.adapter-not-found');
    const rig = start(['10.8.0.2']);
    return rig.ask('discovery.probe', {}).then(({ adapters }) => {
      expect(adapters.map(({ enabled }) => enabled)).toEqual([false, true]);
    });
  });
});

describe('ONVIF as a third source', () => {
  it('finds a device whose SADP is off, and another maker, with each by its adapter', async () => {
    const rig = createAppRig({
      devices: [
        { model: 'DS-2CD2385G1-I', address: '192.168.1.20', sadp: 'off', isOnvifOn: true },
        { model: 'Acme IPC-200', address: '192.168.1.30', isOnvifOn: true },
      ],
    });
    await rig.ask('discovery.probe', {});
    await rig.clock.advance(3000);
    const { rows } = await rig.ask('devices.snapshot', {});
    const told = rows.map(({ ipv4Address, vendor, via }) => [ipv4Address, vendor, via[0]?.source]);
    expect(told.toSorted()).toEqual([
      ['192.168.1.20', 'hikvision', 'onvif'],
      ['192.168.1.30', 'other', 'onvif'],
    ]);
    expect(rows.every((row) => row.via[0]?.adapter === 'eth0')).toBe(true);
  });

  it('is asked once a minute in continuous mode, and again with each Refresh', async () => {
    const rig = createAppRig(continuous);
    await rig.clock.advance(125_000);
    const asked = () => rig.network.sent.filter(({ port }) => port === 3702).length;
    expect(asked()).toBe(3);
    await rig.ask('discovery.probe', {});
    expect(asked()).toBe(4);
  });
});

describe('manual mode', () => {
  it('opens nothing and sends nothing until it is asked to', async () => {
    const rig = createAppRig({ devices: [{ model: 'DS-2CD2385G1-I', address: '192.168.1.20' }] });
    await rig.ask('devices.list', {});
    await rig.ask('discovery.status', {});
    await rig.clock.advance(60_000);
    expect(rig.network.sent).toEqual([]);
    expect((await rig.ask('discovery.status', {})).isRunning).toBe(false);
    await rig.ask('discovery.probe', {});
    await rig.ask('discovery.probe', {});
    await rig.clock.advance(60_000);
    // The second press joined the first search, and nothing is repeated by itself.
    expect(rig.network.sent.filter(({ port }) => port === 37020)).toHaveLength(9);
    expect((await rig.ask('devices.list', {})).devices).toHaveLength(1);
  });
});
