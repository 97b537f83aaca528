import { describe, expect, it } from 'vitest';
import type { Channel, ChannelStatus, Datagram } from '../../../main/ports/network.ts';
import { createFleet, type Fleet } from '../../../main/simulator/fleet.ts';
import {
  createMemoryNetwork,
  type MemoryNetwork,
  type MemoryNetworkOptions,
  memoryAdapter,
} from '../../../main/simulator/net.ts';
import { createFakeClock, type FakeClock } from '../../helpers/fake-clock.ts';
import { bytes, request, text } from './helpers.ts';

interface Setup {
  readonly clock: FakeClock;
  readonly fleet: Fleet;
  readonly network: MemoryNetwork;
  readonly channel: Channel;
  readonly got: Datagram[];
  readonly batches: number[];
  readonly statuses: ChannelStatus[];
}

async function setup(
  options: Partial<MemoryNetworkOptions> & { port?: number; adapterIds?: readonly string[] } = {},
): Promise<Setup> {
  const clock = createFakeClock();
  const fleet = options.fleet ?? createFleet({ scenario: 'small-shop' });
  const network = createMemoryNetwork({ clock, ...options, fleet });
  const got: Datagram[] = [];
  const batches: number[] = [];
  const statuses: ChannelStatus[] = [];
  const channel = await network.openChannel({
    group: '239.255.255.250',
    port: options.port ?? 37020,
    adapterIds: options.adapterIds ?? ['eth0'],
    onDatagrams: (batch) => {
      got.push(...batch);
      batches.push(batch.length);
    },
    onStatus: (status) => statuses.push(status),
  });
  return { clock, fleet, network, channel, got, batches, statuses };
}

const everybody = { kind: 'multicast' } as const;

describe('the network in memory', () => {
  it('brings every device’s multicast answer, in batches, when its time has come', async () => {
    const { clock, fleet, channel, got, batches } = await setup();
    expect(await channel.send('eth0', everybody, request())).toBeNull();
    expect(got).toEqual([]);
    await clock.advance(300);
    const addresses = got.filter((one) => one.adapterId === null).map((one) => one.fromAddress);
    expect(addresses.sort()).toEqual(fleet.devices.map((device) => device.address).sort());
    expect(got.every((one) => one.fromPort === 37020 && one.receivedAt <= clock.now())).toBe(true);
    expect(batches.length).toBeLessThanOrEqual(got.length);
  });

  it('brings a unicast answer on the socket of the adapter that asked', async () => {
    const { clock, channel, got } = await setup();
    await channel.send('eth0', { kind: 'unicast', address: '192.168.1.101' }, request());
    await clock.advance(300);
    expect(got.map((one) => one.adapterId).sort()).toEqual(['eth0', null]);
  });

  it('loses unicast answers that have no way back, but not multicast ones', async () => {
    const fleet = createFleet({
      scenario: [{ model: 'DS-2CD2385G1-I', address: '10.9.9.64', answers: 'both' }],
    });
    const near = await setup({ fleet });
    await near.channel.send('eth0', everybody, request());
    await near.clock.advance(300);
    expect(near.got.map((one) => one.adapterId)).toEqual([null]);
    const routed = await setup({ fleet, offLink: 'routed' });
    await routed.channel.send('eth0', everybody, request());
    await routed.clock.advance(300);
    expect(routed.got).toHaveLength(2);
  });

  it('knows the three broadcasts apart', async () => {
    const fleet = createFleet({
      scenario: [
        { model: 'DS-2CD2385G1-I', address: '192.168.1.5' },
        { model: 'DS-2CD2345FWD-I', address: '10.0.0.5' },
        { model: 'DS-2CD2320D-I', address: '192.168.1.6', hears: ['multicast', 'unicast'] },
      ],
    });
    const { clock, channel, got } = await setup({ fleet });
    const heard = async (kind: 'multicast' | 'subnet-broadcast' | 'limited-broadcast') => {
      got.length = 0;
      await channel.send('eth0', { kind }, request());
      await clock.advance(300);
      return got.map((one) => one.fromAddress).sort();
    };
    expect(await heard('multicast')).toEqual(['10.0.0.5', '192.168.1.5', '192.168.1.6']);
    expect(await heard('limited-broadcast')).toEqual(['10.0.0.5', '192.168.1.5']);
    expect(await heard('subnet-broadcast')).toEqual(['192.168.1.5']);
  });

  it('has one device win a shared address', async () => {
    const { clock, channel, got } = await setup();
    await channel.send('eth0', { kind: 'unicast', address: '192.168.1.64' }, request());
    await clock.advance(300);
    expect(new Set(got.map((one) => text(one.data))).size).toBe(1);
  });

  it('loses, doubles and delays as told, the same way each time', async () => {
    const run = async () => {
      const fleet = createFleet({ scenario: 'campus', devices: 400 });
      const faults = { lossPercent: 20, duplicatePercent: 50, jitterMs: 500, seed: 3 };
      const { clock, channel, got } = await setup({ fleet, faults });
      // The request itself may be the lost one.
      for (let round = 0; round < 4; round += 1) await channel.send('eth0', everybody, request());
      await clock.advance(10_000);
      return got.map((one) => `${one.receivedAt} ${one.fromAddress}`);
    };
    const first = await run();
    expect(first.length).toBeGreaterThan(600);
    expect(await run()).toEqual(first);
  });

  it('with the port taken brings unicast answers only', async () => {
    const { clock, network, channel, got, statuses } = await setup();
    network.setMode('ephemeral', 'sadptool.exe');
    expect(statuses.at(-1)).toMatchObject({ mode: 'ephemeral', holder: 'sadptool.exe' });
    await channel.send('eth0', everybody, request());
    await clock.advance(300);
    expect(got.map((one) => one.adapterId)).toEqual(['eth0', 'eth0']);
    expect((await network.facts()).portHolder).toBe('sadptool.exe');
    network.setMode('closed');
    expect(await channel.send('eth0', everybody, request())).toBe('bind-failed');
  });

  it('carries Hello of a device that came up', async () => {
    const { clock, fleet, network, got } = await setup();
    fleet.reboot(fleet.find('I81EM'), clock.now());
    await clock.advance(80_000);
    expect(got.map((one) => text(one.data).includes('<Hello>'))).toEqual([true]);
    await network.close();
  });

  it('boots devices to the end even when the clock is set back', async () => {
    const { clock, fleet } = await setup();
    const device = fleet.find('I81EM');
    fleet.reboot(device, clock.now());
    clock.jump(0);
    await clock.advance(80_000);
    expect(device.isUp).toBe(true);
  });

  it('keeps wires apart', async () => {
    const scenario = [
      { model: 'DS-2CD2385G1-I', address: '192.168.1.5', wires: ['eth0'] },
      { model: 'DS-2CD2345FWD-I', address: '10.0.0.5', wires: ['eth1'] },
    ];
    const adapters = [
      memoryAdapter({ id: 'eth0', address: '192.168.1.10' }),
      memoryAdapter({ id: 'eth1', address: '10.0.0.10', prefix: 8 }),
    ];
    const both = ['eth0', 'eth1'];
    const { clock, channel, got } = await setup({
      fleet: createFleet({ scenario }),
      adapters,
      adapterIds: both,
    });
    await channel.send('eth1', everybody, request());
    await clock.advance(300);
    expect(got.map((one) => one.fromAddress)).toEqual(['10.0.0.5']);
  });

  it('takes adapters that come, go and fail', async () => {
    const { clock, network, channel, got, statuses } = await setup();
    const told: number[] = [];
    const stop = network.onAdaptersChanged((list) => told.push(list.length));
    network.setAdapterProblem('eth0', 'join-failed', 'ENODEV');
    expect(statuses.at(-1)?.adapters).toEqual([
      { id: 'eth0', isListening: false, problem: 'join-failed', detail: 'ENODEV' },
    ]);
    expect(await channel.send('eth0', everybody, request())).toBe('join-failed');
    network.setAdapterProblem('eth0', null);
    network.setAdapters([memoryAdapter({ id: 'eth0' })]);
    expect(await channel.send('eth0', everybody, request())).toBe('no-ipv4');
    network.setAdapters([]);
    expect(await channel.send('eth0', everybody, request())).toBe('gone');
    expect(told).toEqual([1, 0]);
    stop();
    network.setAdapters([memoryAdapter({ id: 'usb0', address: '192.168.1.11' })]);
    expect(told).toEqual([1, 0]);
    await channel.setAdapters(['usb0']);
    expect(await channel.send('usb0', everybody, request())).toBeNull();
    await clock.advance(300);
    expect(got.length).toBeGreaterThanOrEqual(6);
  });

  it('fails the next sends on demand and keeps a record of all', async () => {
    const { network, channel } = await setup();
    network.failNext('permission', 2);
    const results = [];
    for (let round = 0; round < 3; round += 1)
      results.push(await channel.send('eth0', everybody, request()));
    expect(results).toEqual(['permission', 'permission', null]);
    expect(network.sent.map((one) => one.problem)).toEqual(results);
    expect(text(network.sent[2]?.data)).toContain('inquiry');
  });

  it('delivers what a test puts in, and drops what is too long', async () => {
    const { clock, network, channel, got } = await setup();
    network.inject({ data: bytes('rubbish'), fromAddress: '192.168.1.99', adapterId: null });
    network.inject({ data: new Uint8Array(70_000), fromAddress: '192.168.1.99', adapterId: null });
    network.inject({ data: bytes('x'), fromAddress: '192.168.1.99', adapterId: null, port: 3702 });
    await clock.advance(20);
    expect(got.map((one) => text(one.data))).toEqual(['rubbish']);
    expect(channel.status().oversize).toBe(1);
    await channel.close();
    network.inject({ data: bytes('late'), fromAddress: '192.168.1.99', adapterId: null });
    await clock.advance(20);
    expect(got).toHaveLength(1);
  });

  it('counts bytes that would leave the LAN', async () => {
    const { network, channel } = await setup({ offLink: 'silent' });
    await channel.send('eth0', { kind: 'unicast', address: '192.168.1.9' }, request());
    expect(network.bytesOutsideLan()).toBe(0);
    await channel.send('eth0', { kind: 'unicast', address: '203.0.113.9' }, request());
    expect(network.bytesOutsideLan()).toBe(request().length);
  });
});

describe('TCP and HTTP in memory', () => {
  it.each([
    ['192.168.1.101', 80, 'open'],
    ['192.168.1.101', 81, 'refused'],
    ['192.168.1.222', 80, 'silent'],
    ['10.1.1.1', 80, 'no-route'],
  ])('%s port %i is %s', async (address, port, result) => {
    const { clock, network } = await setup();
    const probe = network.tcpProbe(address, port, 800);
    await clock.advance(800);
    expect(await probe).toBe(result);
    expect(network.dialled).toMatchObject([{ address, port, path: null }]);
  });

  it('ends at once when cancelled', async () => {
    const { network } = await setup();
    const control = new AbortController();
    const probe = network.tcpProbe('192.168.1.222', 80, 60_000, control.signal);
    control.abort();
    expect(await probe).toBe('silent');
  });

  it('answers a GET with lower-case headers and a cut body', async () => {
    const { clock, network } = await setup();
    const asked = {
      address: '192.168.1.101',
      port: 80,
      isTls: false,
      path: '/',
      timeoutMs: 500,
      maxBytes: 15,
    };
    const get = async (patch: Partial<typeof asked>) => {
      const reply = network.httpProbe({ ...asked, ...patch });
      await clock.advance(500);
      return reply;
    };
    const page = await get({});
    expect(page?.headers.get('server')).toBe('App-webs/');
    expect(page?.body).toBe('<!doctype html>');
    expect((await get({ port: 443, isTls: true }))?.status).toBe(200);
    expect(await get({ port: 443 })).toBeNull();
    expect(await get({ address: '192.168.1.222' })).toBeNull();
    expect(await get({ address: '10.1.1.1' })).toBeNull();
  });

  it('knows the neighbours it can see', async () => {
    const { fleet, network } = await setup();
    expect(await network.neighbourMac('192.168.1.20')).toBe(fleet.find('DS-7608NI-K2/8P').mac);
    expect(await network.neighbourMac('192.168.1.222')).toBeNull();
    expect(await network.neighbourMac('10.0.0.1')).toBeNull();
  });
});
