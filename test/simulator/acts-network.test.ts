import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../../main/simulator/net.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createActsSite, trainingPassword } from '../helpers/acts-site.ts';

const secrets = { all: trainingPassword };
const old = 'DS-2CD2385G1-I';
const modern = 'DS-2CD2143G2-I';
const recorder = 'DS-7608NI-K2/8P';
const at = (model: string, address: string, more: Partial<DeviceSpec> = {}): DeviceSpec => ({
  ...{ model, address, mask: '255.255.255.0', gateway: '0.0.0.0' },
  ...more,
});

describe('Edit IP', () => {
  test.each([old, modern, recorder, 'DS-KV6113-WPE1'])(
    'a %s in another subnet moves here without a change on the laptop, and is reachable then',
    async (model) => {
      const site = await createActsSite({
        devices: [at(model, '192.168.1.64', { gateway: '192.168.1.1' })],
        adapters: [memoryAdapter({ id: 'eth0', address: '10.0.0.5' })],
      });
      const [id] = await site.ids();
      if (id === undefined) throw new Error('one device');
      expect((await site.rows())[0]?.flags).toContain('other-subnet');
      const edit = { ipv4Address: '10.0.0.64', ipv4Gateway: '10.0.0.1' };
      const { row } = await site.ask('network.check', { id, edit });
      expect(row).toMatchObject({ problems: [], to: edit, from: { ipv4Address: '192.168.1.64' } });
      const job = await site.ask('network.set', { changes: [{ id, edit }], secrets });
      expect(job).toMatchObject({ kind: 'network', state: 'running' });
      const done = await site.ended(job);
      expect(done.items[0]).toMatchObject({
        ...{ verdict: 'verified', reason: 'read-back' },
        before: { ipv4Address: '192.168.1.64', ipv4Gateway: '192.168.1.1' },
        after: { ipv4Address: '10.0.0.64', ipv4Gateway: '10.0.0.1', commandPort: 8000 },
      });
      expect(site.fleet.devices[0]?.address).toBe('10.0.0.64');
      const [row2] = await site.rows();
      expect(row2).toMatchObject({ id, ipv4Address: '10.0.0.64' });
      expect(row2?.flags).not.toContain('other-subnet');
      const probe = site.network.tcpProbe('10.0.0.64', 8000, 100);
      await site.clock.advance(200);
      expect(await probe).toBe('open');
    },
  );

  test('only what was edited differs: ports and gateway stay as the device had them', async () => {
    const spec = at(modern, '192.168.1.64', { httpPort: 8081, gateway: '192.168.1.254' });
    const site = await createActsSite({ devices: [spec] });
    const [id] = await site.ids();
    if (id === undefined) throw new Error('one device');
    const before = structuredClone(site.fleet.devices[0]?.state.ports);
    const change = { id, edit: { ipv4Address: '192.168.1.70' } };
    await site.ended(await site.ask('network.set', { changes: [change], secrets }));
    const state = site.fleet.devices[0]?.state;
    expect(state?.ports).toEqual(before);
    expect(state?.net).toMatchObject({ address: '192.168.1.70', gateway: '192.168.1.254' });
  });

  test('a device that says yes and keeps its address ends amber, never green', async () => {
    const site = await createActsSite({
      devices: [at(modern, '192.168.1.64', { acts: ['lies'] })],
    });
    const [id] = await site.ids();
    if (id === undefined) throw new Error('one device');
    const change = { id, edit: { ipv4Address: '192.168.1.70' } };
    const job = await site.ended(await site.ask('network.set', { changes: [change], secrets }));
    expect(job.items[0]).toMatchObject({
      ...{ verdict: 'accepted', reason: 'not-applied' },
      ...{ params: { address: '192.168.1.64' }, after: null },
    });
    expect(job.canUndo).toBe(false);
    expect(site.changesHeard(0)).toEqual(['update_v31']);
  });

  test.each([
    ['silent-done', 'verified', 'read-back'],
    ['silent-undone', 'no-answer', 'silent'],
    ['garbled', 'verified', 'read-back'],
    ['refuses', 'refused', 'denied'],
    ['applies-late', 'verified', 'read-back'],
    ['twice', 'verified', 'read-back'],
    ['older-uuid', 'verified', 'read-back'],
    ['dhcp-instead', 'accepted', 'not-applied'],
    ['contradicts', 'unknown', 'conflicting-replies'],
    ['other-address', 'unknown', 'foreign-sender'],
    ['unknown-text', 'unknown', 'unknown-result'],
  ] as const)(
    'an answer that is "%s" ends %s, by what is read back',
    async (act, verdict, reason) => {
      const site = await createActsSite({ devices: [at(old, '192.168.1.64', { acts: [act] })] });
      const [id] = await site.ids();
      if (id === undefined) throw new Error('one device');
      const change = { id, edit: { ipv4Address: '192.168.1.70' } };
      const job = await site.ended(await site.ask('network.set', { changes: [change], secrets }));
      expect(job.items[0]).toMatchObject({ verdict, reason });
      expect(site.changesHeard(0)).toEqual(['update']);
      expect(job.items[0]?.rawResult).toBe(act === 'unknown-text' ? 'denied' : null);
    },
  );

  test('a device that left for good is not believed and not called unreachable', async () => {
    const site = await createActsSite({ devices: [at(old, '192.168.1.64')] });
    const [id] = await site.ids();
    const [device] = site.fleet.devices;
    if (id === undefined || device === undefined) throw new Error('one device');
    const change = { id, edit: { ipv4Address: '192.168.1.70' } };
    const started = await site.ask('network.set', { changes: [change], secrets });
    while (site.changesHeard(0).length === 0) await site.clock.advance(20);
    site.fleet.powerOff(device);
    const job = await site.ended(started);
    expect(['accepted', 'unknown']).toContain(job.items[0]?.verdict);
    expect(job.items[0]?.reason).toMatch(/no-read-back|silent/);
  });

  test('DHCP on: whatever address it gets counts as done and is told', async () => {
    const site = await createActsSite({ devices: [at(modern, '192.168.1.64')] });
    const [id] = await site.ids();
    if (id === undefined) throw new Error('one device');
    const change = { id, edit: { dhcpEnabled: true } };
    const job = await site.ended(await site.ask('network.set', { changes: [change], secrets }));
    const now = site.fleet.devices[0]?.address;
    expect(now).not.toBe('192.168.1.64');
    expect(job.items[0]).toMatchObject({
      ...{ verdict: 'verified', params: { from: '192.168.1.64', address: now } },
      after: { dhcpEnabled: true, ipv4Address: now },
    });
  });

  test('a static address on a leased device switches DHCP off along with it', async () => {
    const spec = at(modern, '192.168.1.101', { isDhcp: true });
    const site = await createActsSite({ devices: [spec] });
    const [id] = await site.ids();
    if (id === undefined) throw new Error('one device');
    const change = { id, edit: { ipv4Address: '192.168.1.30' } };
    const job = await site.ended(await site.ask('network.set', { changes: [change], secrets }));
    expect(job.items[0]).toMatchObject({ verdict: 'verified', after: { dhcpEnabled: false } });
  });

  test('values lost in a subnet nobody reaches are seen by multicast and put back', async () => {
    const site = await createActsSite({ devices: [at(old, '192.168.1.64')] });
    const [id] = await site.ids();
    if (id === undefined) throw new Error('one device');
    const edit = { ipv4Address: '172.20.9.9', ipv4Mask: '255.255.0.0', ipv4Gateway: '' };
    const check = await site.ask('network.check', { id, edit });
    expect(check.row.problems).toEqual([
      { code: 'unreachable-after', level: 'caution', params: {} },
    ]);
    const first = await site.ask('network.set', { changes: [{ id, edit }], secrets });
    const lost = await site.ended(first);
    expect(lost).toMatchObject({ canUndo: true, items: [{ verdict: 'verified' }] });
    const [row] = await site.rows();
    expect(row).toMatchObject({ ipv4Address: '172.20.9.9', presence: 'online' });
    expect(row?.flags).toContain('other-subnet');
    const undo = await site.ended(await site.ask('jobs.undo', { id: lost.id, secrets }));
    expect(undo).toMatchObject({ undoOf: lost.id, items: [{ verdict: 'verified' }] });
    expect(site.fleet.devices[0]?.state.net).toMatchObject({
      ...{ address: '192.168.1.64', mask: '255.255.255.0', gateway: '0.0.0.0' },
    });
    await expect(site.ask('jobs.undo', { id: lost.id, secrets })).rejects.toThrow(
      'job.nothing-to-undo',
    );
  });

  test('an address that something on the wire has is never given', async () => {
    const site = await createActsSite({ devices: [at(modern, '192.168.1.64')] });
    site.fleet.add(at(old, '192.168.1.70', { sadp: 'off' }));
    const { rows } = await site.ask('devices.snapshot', {});
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('one device');
    const edit = { ipv4Address: '192.168.1.70' };
    const { row } = await site.ask('network.check', { id, edit });
    const { mac } = site.fleet.devices[1] ?? {};
    expect(row.problems).toEqual([{ code: 'used-on-wire', level: 'stop', params: { by: mac } }]);
    const job = await site.ended(
      await site.ask('network.set', { changes: [{ id, edit }], secrets }),
    );
    expect(job.items[0]).toMatchObject({
      ...{ verdict: 'skipped', reason: 'address-taken' },
      params: { address: '192.168.1.70', by: mac },
    });
    expect(site.changesHeard(0)).toEqual([]);
  });

  test('an inactive device is told to be activated first, and gets nothing', async () => {
    const site = await createActsSite({
      devices: [at(modern, '192.168.1.64', { isActivated: false })],
    });
    const [id] = await site.ids();
    if (id === undefined) throw new Error('one device');
    const change = { id, edit: { ipv4Address: '192.168.1.70' } };
    const { row } = await site.ask('network.check', change);
    expect(row.problems).toMatchObject([{ code: 'not-activated', level: 'stop' }]);
    const job = await site.ended(await site.ask('network.set', { changes: [change], secrets }));
    expect(job.items[0]).toMatchObject({ verdict: 'refused', reason: 'not-activated' });
    expect(site.changesHeard(0)).toEqual([]);
  });

  test('a second run of the same edit finds nothing to do', async () => {
    const site = await createActsSite({ devices: [at(old, '192.168.1.64')] });
    const [id] = await site.ids();
    if (id === undefined) throw new Error('one device');
    const changes = [{ id, edit: { ipv4Address: '192.168.1.70' } }];
    await site.ended(await site.ask('network.set', { changes, secrets }));
    const again = await site.ended(await site.ask('network.set', { changes, secrets }));
    expect(again.items[0]).toMatchObject({ verdict: 'already', reason: 'already-so' });
    expect(site.changesHeard(0)).toEqual(['update']);
  });
});
