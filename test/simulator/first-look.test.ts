import { describe, expect, it } from 'vitest';
import type { DeviceRow } from '../../main/contract/device.ts';
import { memoryAdapter } from '../../main/simulator/net.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createAppRig } from '../helpers/app-rig.ts';

const cameras = (count: number, part: Partial<DeviceSpec> = {}): DeviceSpec[] =>
  Array.from({ length: count }, (_, index) => ({
    model: 'DS-2CD2385G1-I',
    address: `192.168.1.${20 + index}`,
    ...part,
  }));

const laptop = [
  memoryAdapter({ id: 'eth0', address: '192.168.1.10' }),
  memoryAdapter({ id: 'wlan0', kind: 'wifi', address: '192.168.50.7' }),
  memoryAdapter({ id: 'tun0', kind: 'vpn', kindReason: 'name:tun0', address: '10.8.0.2' }),
];

const viaAdapters = (row: DeviceRow) => [...new Set(row.via.map(({ adapter }) => adapter))];

describe('first look: 12 devices, a laptop with cable, Wi-Fi and VPN', () => {
  const start = () =>
    createAppRig({
      devices: [...cameras(10, { wires: ['eth0'] }), ...cameras(2, { wires: ['wlan0'] })].map(
        (spec, index) => ({ ...spec, address: `192.168.1.${20 + index}` }),
      ),
      adapters: laptop,
      config: { discovery: 'continuous' },
    });

  it('shows the first rows within 3 s and all twelve within 10 s, each with its adapter', async () => {
    const rig = start();
    await rig.clock.advance(3000);
    expect(rig.events.some((event) => event.name === 'devices.changed')).toBe(true);
    await rig.clock.advance(7000);
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows).toHaveLength(12);
    expect(rows.every((row) => row.presence === 'online' && row.vendor === 'hikvision')).toBe(true);
    const byCable = rows.filter((row) => viaAdapters(row).includes('eth0'));
    const byWifi = rows.filter((row) => viaAdapters(row).includes('wlan0'));
    expect([byCable.length, byWifi.length]).toEqual([10, 2]);
  });

  it('leaves the VPN out by default and sends nothing by it', async () => {
    const rig = start();
    await rig.clock.advance(20_000);
    const { adapters } = await rig.ask('discovery.status', {});
    const states = adapters.map(({ id, enabled, enabledBy, state }) => [
      id,
      enabled,
      enabledBy,
      state,
    ]);
    expect(states).toEqual([
      ['eth0', true, 'default', 'listening'],
      ['wlan0', true, 'default', 'listening'],
      ['tun0', false, 'default', 'off'],
    ]);
    expect(rig.network.sent.filter(({ adapterId }) => adapterId === 'tun0')).toEqual([]);
    expect(adapters.map(({ devices }) => devices)).toEqual([10, 2, 0]);
  });

  it('asks in three rounds by three ways on each adapter, never twice with one Uuid', async () => {
    const rig = start();
    const began = rig.clock.now();
    await rig.clock.advance(1000);
    const sadp = rig.network.sent.filter(
      ({ port, adapterId }) => port === 37020 && adapterId === 'eth0',
    );
    const plan = sadp.map(({ at, target }) => `${at - began} ${target.kind}`);
    const ways = ['multicast', 'subnet-broadcast', 'limited-broadcast'];
    expect(plan).toEqual([0, 200, 600].flatMap((at) => ways.map((way) => `${at} ${way}`)));
    const texts = rig.network.sent
      .filter(({ port }) => port === 37020)
      .map(({ data }) => new TextDecoder().decode(data));
    const uuids = texts.map((text) => /<Uuid>([0-9A-F-]{36})<\/Uuid>/.exec(text)?.[1]);
    expect(new Set(uuids).size).toBe(18);
    expect(uuids).not.toContain(undefined);
    const { counters } = await rig.ask('discovery.status', {});
    expect(counters.probes).toBe(18);
  });

  it('searches again every 15 s and marks what fell silent', async () => {
    const rig = start();
    await rig.clock.advance(16_000);
    const before = rig.network.sent.length;
    await rig.clock.advance(15_000);
    expect(rig.network.sent.length).toBeGreaterThan(before);
    const [device] = rig.fleet.devices;
    if (device === undefined) throw new Error('no device');
    rig.fleet.powerOff(device);
    await rig.clock.advance(180_000);
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows).toHaveLength(12);
    expect(rows.filter((row) => row.presence === 'offline')).toHaveLength(1);
  });

  it('brings a new cable into the search by itself', async () => {
    const rig = start();
    await rig.clock.advance(5000);
    rig.fleet.add({ model: 'DS-2CD2143G2-I', address: '172.16.5.20', wires: ['eth1'] });
    rig.network.setAdapters([...laptop, memoryAdapter({ id: 'eth1', address: '172.16.5.9' })]);
    await rig.clock.advance(3000);
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows.find((row) => row.ipv4Address === '172.16.5.20')?.via[0]?.adapter).toBe('eth1');
    rig.network.setAdapters(laptop);
    await rig.clock.advance(1000);
    const { adapters } = await rig.ask('discovery.status', {});
    expect(adapters.find(({ id }) => id === 'eth1')?.state).toBe('gone');
  });
});

describe('another subnet', () => {
  it('lists a camera at 192.168.1.64 for a laptop at 10.0.0.5', async () => {
    const rig = createAppRig({
      devices: [{ model: 'DS-2CD2385G1-I', address: '192.168.1.64' }],
      adapters: [memoryAdapter({ id: 'eth0', address: '10.0.0.5', prefix: 8 })],
      config: { discovery: 'continuous' },
    });
    await rig.clock.advance(3000);
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows).toHaveLength(1);
    expect(rows[0]?.flags).toContain('other-subnet');
    expect(rows[0]?.via).toMatchObject([{ adapter: 'eth0', source: 'sadp' }]);
    // Nothing was dialled: it cannot be reached, and trying would only go to the gateway.
    expect(rig.network.dialled).toEqual([]);
  });
});
