import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../main/contract/device.ts';
import type { PlanRow } from '../../main/contract/job.ts';
import { memoryAdapter } from '../../main/simulator/net.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActsSite, badPlan, createActsSite, trainingPassword } from '../helpers/acts-site.ts';

const secrets = { all: trainingPassword };
const models = ['DS-2CD2385G1-I', 'DS-2CD2143G2-I', 'DS-7608NI-K2/8P'];
const at = (address: string, more: Partial<DeviceSpec> = {}, index = 0): DeviceSpec => ({
  ...{ model: models[index % models.length] ?? '', address },
  ...{ mask: '255.255.255.0', gateway: '0.0.0.0' },
  ...more,
});
const crowd = (count: number, address = '192.168.1.64'): DeviceSpec[] =>
  Array.from({ length: count }, (_, index) => at(address, {}, index));

function changesOf(rows: readonly PlanRow[]) {
  return rows.flatMap(({ device, to, name }) =>
    device === null || Object.keys(to).length === 0
      ? []
      : [{ id: device.id, edit: to, ...(name === null ? {} : { name }) }],
  );
}

function stops(rows: readonly PlanRow[]): string[] {
  return rows.flatMap(({ problems }) =>
    problems.filter(({ level }) => level === 'stop').map(({ code }) => code),
  );
}

function macAt({ fleet }: ActsSite, host: number): string | undefined {
  return fleet.addressOwners(`192.168.1.${host}`)[0]?.mac;
}

describe('devices at one address', () => {
  test('eight at the factory address get eight free ones, one after the other', async () => {
    const site = await createActsSite({ devices: crowd(8) });
    const { groups } = await site.ask('network.proposeResolve', {});
    expect(groups).toHaveLength(1);
    const rows = groups[0]?.rows ?? [];
    expect(groups[0]?.address).toBe('192.168.1.64');
    expect(rows.map(({ to }) => to.ipv4Address)).toEqual(
      Array.from({ length: 8 }, (_, index) => `192.168.1.${65 + index}`),
    );
    expect(stops(rows)).toEqual([]);
    const input = { changes: changesOf(rows), secrets, isOneByOne: true };
    const job = await site.ended(await site.ask('network.set', input));
    expect(job).toMatchObject({ parallel: 1, counts: { verified: 8 } });
    const after = await site.rows();
    expect(new Set(after.map(({ ipv4Address }) => ipv4Address)).size).toBe(8);
    expect(after.some(({ flags }) => flags.includes('duplicate-address'))).toBe(false);
    for (const { address } of site.fleet.devices) {
      expect(site.fleet.addressOwners(address)).toHaveLength(1);
    }
  });

  test('the one that fails is named, and nobody after it is touched', async () => {
    const devices = crowd(4).map((spec, index) =>
      index === 1 ? { ...spec, acts: ['lies'] as const } : spec,
    );
    const site = await createActsSite({ devices });
    const { groups } = await site.ask('network.proposeResolve', {});
    const rows = groups[0]?.rows ?? [];
    const input = { changes: changesOf(rows), secrets, isOneByOne: true };
    const job = await site.ended(await site.ask('network.set', input));
    expect(site.item(job, 1)).toMatchObject({ verdict: 'accepted', reason: 'not-applied' });
    const liar = job.items.findIndex(({ verdict }) => verdict === 'accepted');
    const later = job.items.slice(liar + 1).map(({ reason }) => reason);
    expect(later.every((reason) => reason === 'group-stopped')).toBe(true);
  });

  test('from an address of the site the device that answers for it stays', async () => {
    const site = await createActsSite({
      devices: [...crowd(3, '192.168.1.30'), at('192.168.1.31', {}, 1)],
    });
    const { groups, skipped } = await site.ask('network.proposeResolve', {});
    const rows = groups[0]?.rows ?? [];
    const winner = site.fleet.addressOwners('192.168.1.30')[0]?.serial;
    const staying = rows.filter(({ to }) => to.ipv4Address === undefined);
    expect(staying.map(({ device }) => device?.serial)).toEqual([winner]);
    const moving = rows.flatMap(({ to }) => to.ipv4Address ?? []);
    expect(moving).toEqual(['192.168.1.32', '192.168.1.33']);
    expect(skipped.map(({ address }) => address)).toEqual(['192.168.1.31']);
  });

  test('a factory crowd in a foreign subnet is brought into the one of this computer', async () => {
    const site = await createActsSite({
      devices: crowd(3),
      adapters: [memoryAdapter({ id: 'eth0', address: '10.0.0.5' })],
    });
    const { groups } = await site.ask('network.proposeResolve', {});
    const rows = groups[0]?.rows ?? [];
    expect(rows.map(({ to }) => to.ipv4Address)).toEqual(['10.0.0.64', '10.0.0.65', '10.0.0.66']);
    const input = { changes: changesOf(rows), secrets, isOneByOne: true };
    const job = await site.ended(await site.ask('network.set', input));
    expect(job.counts).toEqual({ verified: 3 });
  });

  test('two groups side by side never get one address', async () => {
    const site = await createActsSite({ devices: [...crowd(4), ...crowd(4, '192.168.1.62')] });
    const { groups } = await site.ask('network.proposeResolve', {});
    const targets = groups.flatMap(({ rows }) => rows.flatMap(({ to }) => to.ipv4Address ?? []));
    expect(targets).toHaveLength(7);
    expect(new Set(targets).size).toBe(7);
    expect(stops(groups.flatMap(({ rows }) => rows))).toEqual([]);
  });

  test('only groups of the chosen devices are proposed', async () => {
    const site = await createActsSite({
      devices: [...crowd(2), ...crowd(2, '192.168.1.90')],
    });
    const [first] = await site.ids();
    const { groups } = await site.ask('network.proposeResolve', { ids: [first as DeviceId] });
    expect(groups.map(({ address }) => address)).toEqual(['192.168.1.64']);
  });
});

describe('addresses from a start', () => {
  async function twenty(): Promise<ActsSite> {
    const cameras = Array.from({ length: 20 }, (_, index) =>
      at(`192.168.1.${130 + index}`, {}, index),
    );
    const site = await createActsSite({ devices: cameras });
    // Other equipment: it never speaks SADP, but it answers on the wire.
    for (const host of [51, 53, 54, 60, 70]) {
      site.fleet.add(at(`192.168.1.${host}`, { sadp: 'off', isActivated: true }));
    }
    return site;
  }

  test('the five that are taken are left out and named, and no clash arises', async () => {
    const site = await twenty();
    const { rows: listed } = await site.ask('devices.snapshot', {});
    const ids = listed.map(({ id }) => id);
    const input = { ids, first: '192.168.1.50', mask: '255.255.255.0', gateway: '192.168.1.1' };
    const { rows, skipped } = await site.ask('network.assign', input);
    expect(skipped).toEqual(
      [51, 53, 54, 60, 70].map((host) => ({ address: `192.168.1.${host}`, by: macAt(site, host) })),
    );
    expect(rows).toHaveLength(20);
    expect(stops(rows)).toEqual([]);
    expect(rows[0]?.to).toEqual({ ipv4Address: '192.168.1.50', ipv4Gateway: '192.168.1.1' });
    const set = { changes: changesOf(rows), secrets };
    const job = await site.ended(await site.ask('network.set', set));
    expect(job.counts).toEqual({ verified: 20 });
    for (const { address } of site.fleet.devices) {
      expect(site.fleet.addressOwners(address)).toHaveLength(1);
    }
  });

  test('mask and gateway come from the site when they are not given', async () => {
    const site = await createActsSite({
      devices: [
        at('192.168.1.130', { gateway: '192.168.1.254' }),
        at('192.168.1.131', { gateway: '192.168.1.254' }, 1),
        at('10.9.9.9', {}, 2),
      ],
    });
    const ids = await site.ids();
    const { rows } = await site.ask('network.assign', {
      ids: [ids[2] as DeviceId],
      first: '192.168.1.253',
    });
    expect(rows[0]).toMatchObject({
      to: { ipv4Address: '192.168.1.253', ipv4Gateway: '192.168.1.254' },
      problems: [],
    });
  });

  test('when the subnet is used up the rest stays without an address', async () => {
    const site = await createActsSite({ devices: crowd(4) });
    const ids = await site.ids();
    const input = { ids, first: '192.168.1.253', gateway: '192.168.1.1' };
    const { rows } = await site.ask('network.assign', input);
    expect(rows.map(({ to }) => to.ipv4Address)).toEqual([
      ...['192.168.1.253', '192.168.1.254'],
      ...[undefined, undefined],
    ]);
    expect(stops(rows)).toEqual(['no-free-address', 'no-free-address']);
  });

  test.each([
    [{ first: 'nonsense' }, 'bad-address'],
    [{ first: '192.168.1.50', mask: '255.0.255.0' }, 'bad-mask'],
    [{ first: '192.168.1.50', gateway: '192.168.9.1' }, 'gateway-outside'],
    [{ first: '224.1.1.1' }, 'bad-address'],
  ])('%o is refused: %s', async (input, problem) => {
    const site = await createActsSite({ devices: crowd(1) });
    const ids = await site.ids();
    await expect(site.ask('network.assign', { ids, ...input })).rejects.toThrow(
      badPlan(problem, 1),
    );
  });
});

describe('a plan that moves devices into each other’s places', () => {
  test('runs in the order that frees each address before it is taken', async () => {
    const devices = [20, 21, 22].map((host, index) => at(`192.168.1.${host}`, {}, index));
    const site = await createActsSite({ devices });
    const ids = await site.ids();
    const changes = ids.map((id, index) => ({
      id,
      edit: { ipv4Address: `192.168.1.${21 + index}` },
    }));
    const job = await site.ended(await site.ask('network.set', { changes, secrets }));
    expect(job).toMatchObject({ parallel: 1, counts: { verified: 3 } });
    expect(site.fleet.devices.map(({ address }) => address)).toEqual(
      [21, 22, 23].map((host) => `192.168.1.${host}`),
    );
  });

  test('a circle and a doubled address are refused before anything is sent', async () => {
    const site = await createActsSite({
      devices: [at('192.168.1.20'), at('192.168.1.21', {}, 1)],
    });
    const [a, b] = await site.ids();
    if (a === undefined || b === undefined) throw new Error('two devices');
    const set = (first: string, second: string) =>
      site.ask('network.set', {
        changes: [
          { id: a, edit: { ipv4Address: first } },
          { id: b, edit: { ipv4Address: second } },
        ],
        secrets,
      });
    await expect(set('192.168.1.21', '192.168.1.20')).rejects.toThrow(badPlan('used-by-device', 1));
    await expect(set('192.168.1.99', '192.168.1.99')).rejects.toThrow(
      badPlan('doubled-in-plan', 1),
    );
    await expect(set('192.168.1.0', '192.168.1.99')).rejects.toThrow(badPlan('network-address', 1));
    expect(site.changesHeard(0)).toEqual([]);
  });
});
