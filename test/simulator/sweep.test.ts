import { describe, expect, it } from 'vitest';
import type { SweepStatus } from '../../main/contract/network.ts';
import { memoryAdapter } from '../../main/simulator/net.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type AppRig, createAppRig } from '../helpers/app-rig.ts';

const silentCamera = (host: number, part: Partial<DeviceSpec> = {}): DeviceSpec => ({
  model: 'DS-2CD2385G1-I',
  address: `192.168.1.${host}`,
  ...{ sadp: 'off', isOnvifOn: false },
  ...part,
});

const statuses = (rig: AppRig): SweepStatus[] =>
  rig.events.flatMap((event) => (event.name === 'sweep.changed' ? [event.payload] : []));

describe('a sweep', () => {
  it('keeps at most 64 addresses under way and reports at most five times a second', async () => {
    const rig = createAppRig();
    await rig.ask('sweep.start', { cidr: '192.168.1.0/24' });
    await rig.clock.advance(50);
    const first = new Set(rig.network.dialled.map(({ address }) => address));
    expect(first.size).toBe(64);
    await rig.clock.advance(20_000);
    expect(statuses(rig).at(-1)).toMatchObject({ state: 'done', done: 253, found: 0, others: 0 });
    const told = statuses(rig);
    expect(told.map(({ done }) => done)).toEqual(
      told.map(({ done }) => done).toSorted((a, b) => a - b),
    );
    const [began, ended] = [told[0]?.startedAt ?? 0, told.at(-1)?.endedAt ?? 0];
    expect(told.length).toBeLessThanOrEqual(Math.ceil((ended - began) / 200) + 2);
  });

  it('stops at once when cancelled, keeps what was found, and can be started again', async () => {
    const rig = createAppRig({ devices: [silentCamera(2)] });
    const { id } = await rig.ask('sweep.start', { cidr: '192.168.1.0/24' });
    await expect(rig.ask('sweep.start', { cidr: '10.0.0.0/24' })).rejects.toThrow('sweep.running');
    // Within a burst of results, so that a report of progress is still to come.
    await rig.clock.advance(808);
    const ended = await rig.ask('sweep.cancel', {});
    expect(ended).toMatchObject({ id, state: 'cancelled', found: 1 });
    expect(ended.done).toBeLessThan(253);
    const dialled = rig.network.dialled.length;
    await rig.clock.advance(10_000);
    expect(rig.network.dialled.length).toBe(dialled);
    expect(rig.clock.pending).toBeLessThan(10);
    expect(statuses(rig).filter(({ state }) => state !== 'running')).toEqual([ended]);
    expect((await rig.ask('sweep.status', {})).sweep).toEqual(ended);
    await expect(rig.ask('sweep.cancel', {})).rejects.toThrow('sweep.not-found');
    expect((await rig.ask('sweep.start', { cidr: '192.168.1.2' })).total).toBe(1);
  });

  it('takes a maker from what answers, never from the MAC alone', async () => {
    const rig = createAppRig({
      devices: [
        // A web server that tells nothing, behind a MAC of the maker and behind another one.
        silentCamera(20, { model: 'router-web', mac: '44:19:b6:00:00:20' }),
        silentCamera(21, { model: 'router-web', mac: '02:00:00:00:00:21' }),
        silentCamera(22, { mac: '02:00:00:00:00:22' }),
      ],
    });
    const { httpProbe } = rig.network;
    rig.network.httpProbe = (request) =>
      request.address === '192.168.1.22'
        ? httpProbe(request)
        : Promise.resolve({ status: 200, headers: new Map(), body: '<html>hello</html>' });
    await rig.ask('sweep.start', { cidr: '192.168.1.0/27' });
    await rig.clock.advance(10_000);
    const { rows } = await rig.ask('devices.snapshot', {});
    const vendors = new Map(rows.map((row) => [row.ipv4Address, row.vendor]));
    expect(vendors.get('192.168.1.21')).toBe('other');
    expect(vendors.get('192.168.1.22')).toBe('hikvision');
    // The maker's prefix leaves it open; the registry may show it as a likely one, not the sweep.
    expect(vendors.get('192.168.1.20')).not.toBe('other');
    expect((await rig.ask('sweep.status', {})).sweep).toMatchObject({ found: 1, others: 2 });
  });

  it('reads from the web port whether a device is activated', async () => {
    const rig = createAppRig({
      devices: [silentCamera(20, { isActivated: false }), silentCamera(21)],
    });
    await rig.ask('sweep.start', { cidr: '192.168.1.16/28' });
    await rig.clock.advance(10_000);
    const { rows } = await rig.ask('devices.snapshot', {});
    const activated = new Map(rows.map((row) => [row.ipv4Address, row.activated]));
    expect([activated.get('192.168.1.20'), activated.get('192.168.1.21')]).toEqual([false, true]);
    expect(rows.every((row) => row.httpPort === 80 && row.commandPort === 8000)).toBe(true);
  });

  it('asks a routed range by the adapter with the default route', async () => {
    const rig = createAppRig({
      devices: [
        { model: 'DS-2CD2385G1-I', address: '10.50.0.20', wires: ['eth1'], answers: 'unicast' },
      ],
      adapters: [
        memoryAdapter({ id: 'eth0', address: '192.168.1.10' }),
        memoryAdapter({ id: 'eth1', address: '172.16.0.9' }),
      ],
      network: { offLink: 'routed' },
      prepare: (network) => network.setFacts({ defaultRoutes: ['eth1'] }),
    });
    await rig.ask('sweep.start', { cidr: '10.50.0.16/28' });
    await rig.clock.advance(10_000);
    const unicasts = rig.network.sent.filter(({ target }) => target.kind === 'unicast');
    expect(new Set(unicasts.map(({ adapterId }) => adapterId))).toEqual(new Set(['eth1']));
    const { rows, sweep } = await rig.ask('devices.snapshot', {});
    expect(sweep?.found).toBe(1);
    expect(rows).toMatchObject([{ model: 'DS-2CD2385G1-I', ipv4Address: '10.50.0.20' }]);
  });

  it('survives a network that throws, and says that it failed', async () => {
    const rig = createAppRig();
    rig.network.tcpProbe = () => Promise.reject(new Error('socket limit'));
    await rig.ask('sweep.start', { cidr: '192.168.1.0/28' });
    await rig.clock.advance(5000);
    expect((await rig.ask('sweep.status', {})).sweep).toMatchObject({ state: 'failed' });
    expect(
      rig.log.lines.some(({ fields }) => String(fields['error']).includes('socket limit')),
    ).toBe(true);
  });

  it('finds one device once: a sweep adds a way to what SADP found', async () => {
    const rig = createAppRig({
      devices: [{ model: 'DS-2CD2385G1-I', address: '192.168.1.20', answers: 'both' }],
    });
    await rig.ask('discovery.probe', {});
    await rig.clock.advance(3000);
    await rig.ask('sweep.start', { cidr: '192.168.1.0/27' });
    await rig.clock.advance(10_000);
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows).toHaveLength(1);
    expect(rows[0]?.via.map(({ source }) => source).toSorted()).toEqual(['sadp', 'sweep']);
    // It told everything by SADP: its web server is left alone.
    expect(rig.network.dialled.filter(({ path }) => path !== null)).toEqual([]);
  });
});
