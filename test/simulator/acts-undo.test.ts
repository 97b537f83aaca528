import { describe, expect, test } from 'vitest';
import type { NetworkEdit } from '../../main/contract/job.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActsSite, createActsSite, trainingPassword } from '../helpers/acts-site.ts';

const secrets = { all: trainingPassword };
const models = ['DS-2CD2385G1-I', 'DS-2CD2143G2-I', 'DS-7608NI-K2/8P'];
const at = (host: number, index: number, more: Partial<DeviceSpec> = {}): DeviceSpec => ({
  ...{ model: models[index % models.length] ?? '', address: `192.168.1.${host}` },
  ...{ mask: '255.255.255.0', gateway: '192.168.1.1' },
  ...more,
});

async function set(site: ActsSite, edits: readonly NetworkEdit[]) {
  const ids = await site.ids();
  const changes = edits.flatMap((edit, index) => {
    const id = ids[index];
    return id === undefined ? [] : [{ id, edit }];
  });
  return await site.ended(await site.ask('network.set', { changes, secrets }));
}

async function undo(site: ActsSite, id: string) {
  return await site.ended(await site.ask('jobs.undo', { id, secrets }));
}

describe('put back', () => {
  test('from DHCP to the static values, and from a static address to DHCP', async () => {
    const site = await createActsSite({ devices: [at(20, 0), at(101, 1, { isDhcp: true })] });
    const job = await set(site, [{ dhcpEnabled: true }, { ipv4Address: '192.168.1.30' }]);
    expect(job.counts).toEqual({ verified: 2 });
    const back = await undo(site, job.id);
    expect(back.counts).toEqual({ verified: 2 });
    expect(site.fleet.devices[0]?.state.net).toMatchObject({
      isDhcp: false,
      address: '192.168.1.20',
    });
    expect(site.fleet.devices[1]?.state.net).toMatchObject({ isDhcp: true });
  });

  test('in the order that frees the addresses, when devices took each other’s places', async () => {
    const site = await createActsSite({ devices: [at(20, 0), at(21, 1), at(22, 2)] });
    const edits = [21, 22, 23].map((host) => ({ ipv4Address: `192.168.1.${host}` }));
    const job = await set(site, edits);
    const back = await undo(site, job.id);
    expect(back).toMatchObject({ parallel: 1, counts: { verified: 3 } });
    expect(site.fleet.devices.map(({ address }) => address)).toEqual(
      [20, 21, 22].map((host) => `192.168.1.${host}`),
    );
  });

  test('only what the job changed: a port edited later stays', async () => {
    const site = await createActsSite({ devices: [at(20, 0)] });
    const job = await set(site, [{ ipv4Address: '192.168.1.40' }]);
    await set(site, [{ httpPort: 8181 }]);
    await undo(site, job.id);
    const state = site.fleet.devices[0]?.state;
    expect(state?.net.address).toBe('192.168.1.20');
    expect(state?.ports.http).toBe(8181);
  });

  test('not where the old address belongs to somebody else by now', async () => {
    const site = await createActsSite({ devices: [at(20, 0)] });
    const job = await set(site, [{ ipv4Address: '192.168.1.40' }]);
    site.fleet.add(at(20, 1, { sadp: 'off' }));
    const back = await undo(site, job.id);
    expect(back.items[0]).toMatchObject({ verdict: 'skipped', reason: 'address-taken' });
    expect(site.fleet.devices[0]?.address).toBe('192.168.1.40');
  });

  test('nothing of a job that changed nothing, or of another kind', async () => {
    const site = await createActsSite({ devices: [at(20, 0)] });
    const [id] = await site.ids();
    if (id === undefined) throw new Error('one device');
    const same = await set(site, [{ ipv4Address: '192.168.1.20' }]);
    expect(same.canUndo).toBe(false);
    const lamp = await site.ended(await site.ask('devices.locate', { ids: [id] }));
    for (const job of [same, lamp]) {
      await expect(site.ask('jobs.undo', { id: job.id, secrets })).rejects.toThrow(
        'job.nothing-to-undo',
      );
    }
    await expect(site.ask('jobs.undo', { id: 'none', secrets })).rejects.toThrow('job.not-found');
  });
});
