import { describe, expect, it } from 'vitest';
import { AppError } from '../../../main/contract/errors.ts';
import { createAppRig } from '../../helpers/app-rig.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';

const camera = (host: number) => ({ model: 'DS-2CD2385G1-I', address: `192.168.1.${host}` });
const full = new AppError('store.disk-full', { path: '/data/untether.db' });

async function discovered() {
  const rig = createAppRig({ devices: [camera(20), camera(21)] });
  await rig.ask('discovery.probe', {});
  await rig.clock.advance(3000);
  return rig;
}

describe('persistence', () => {
  it('writes what was found within a second, in few transactions, and nothing when nothing changes', async () => {
    const rig = await discovered();
    expect(rig.store.records.size).toBe(2);
    expect(rig.store.written.filter(({ kind }) => kind === 'found')).toHaveLength(2);
    const { transactions } = rig.store;
    expect(transactions).toBeLessThanOrEqual(12);
    await rig.clock.advance(20_000);
    expect(rig.store.transactions).toBe(transactions);
  });

  it('does not write every device at each search: one that was only heard again can wait', async () => {
    const rig = createAppRig({
      devices: Array.from({ length: 30 }, (_, index) => camera(20 + index)),
      config: { discovery: 'continuous' },
    });
    await rig.clock.advance(14_000);
    const { transactions } = rig.store;
    await rig.clock.advance(60_000);
    expect(rig.store.transactions - transactions).toBeLessThanOrEqual(4);
    const times = [...rig.store.records.values()].map(({ lastSeenAt }) => lastSeenAt ?? 0);
    expect(rig.clock.now() - Math.min(...times)).toBeLessThan(60_000);
    const { rows } = await rig.ask('devices.snapshot', {});
    await rig.api.close();
    for (const { id, lastSeenAt } of rows) {
      expect(rig.store.records.get(id)?.lastSeenAt).toBe(lastSeenAt);
    }
  });

  it('begins where the last run ended', async () => {
    const { store } = await discovered();
    const again = createAppRig({ store });
    const { rows } = await again.ask('devices.snapshot', {});
    expect(rows).toHaveLength(2);
    const [row] = rows;
    if (row === undefined) throw new Error('no row');
    const { events } = await again.ask('devices.get', { id: row.id });
    expect(events.map(({ kind }) => kind)).toContain('found');
  });

  it('keeps all in memory while the disk is full, says so, and writes it when it can', async () => {
    const rig = await discovered();
    rig.store.failWith(full);
    rig.fleet.add(camera(22));
    await rig.ask('discovery.probe', {});
    await rig.clock.advance(5000);
    expect(rig.store.records.size).toBe(2);
    const { rows, status } = await rig.ask('devices.snapshot', {});
    expect(rows).toHaveLength(3);
    expect(status.notices).toMatchObject([
      { code: 'store-write-failed', level: 'problem', params: { path: '/data/untether.db' } },
    ]);
    const fresh = rows.find((row) => row.ipv4Address === '192.168.1.22');
    if (fresh === undefined) throw new Error('no row');
    const { events } = await rig.ask('devices.events', { id: fresh.id });
    expect(events.map(({ kind }) => kind)).toContain('found');
    rig.store.failWith(null);
    await rig.clock.advance(31_000);
    expect(rig.store.records.size).toBe(3);
    expect(rig.store.written.filter(({ kind }) => kind === 'found')).toHaveLength(3);
    expect((await rig.ask('discovery.status', {})).notices).toEqual([]);
  });

  it('tries a failing disk less and less often, up to twice a minute', async () => {
    const rig = await discovered();
    const [row] = (await rig.ask('devices.snapshot', {})).rows;
    if (row === undefined) throw new Error('no row');
    rig.store.failWith(full);
    await rig.ask('devices.edit', { id: row.id, name: 'Gate' });
    const { transactions } = rig.store;
    await rig.clock.advance(60_000);
    const tries = rig.store.transactions - transactions;
    expect(tries).toBeGreaterThanOrEqual(4);
    expect(tries).toBeLessThanOrEqual(7);
  });

  it('writes the last changes on closing', async () => {
    const rig = await discovered();
    const [row] = (await rig.ask('devices.snapshot', {})).rows;
    if (row === undefined) throw new Error('no row');
    await rig.api.call('devices.edit', { id: row.id, name: 'Gate' });
    await rig.api.close();
    expect(rig.store.records.get(row.id)?.name).toBe('Gate');
  });

  it('shows what the store found when it opened', async () => {
    const store = createMemoryStore();
    const demo = createAppRig({ store, config: { isDemo: true } });
    expect((await demo.ask('discovery.status', {})).notices).toMatchObject([
      { code: 'demo', level: 'info' },
    ]);
  });
});
