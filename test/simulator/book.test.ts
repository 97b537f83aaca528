import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../main/app/create-app.ts';
import type { Api } from '../../main/contract/api.ts';
import type { AppEvent } from '../../main/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../main/contract/methods.ts';
import { createFleet } from '../../main/simulator/fleet.ts';
import { createMemoryNetwork } from '../../main/simulator/net.ts';
import { inTime } from '../helpers/app-rig.ts';
import { createFakeClock, type FakeClock } from '../helpers/fake-clock.ts';
import { createFakeRandom } from '../helpers/fake-random.ts';
import { createMemoryLog } from '../helpers/memory-log.ts';

const camera = (host: number) => ({ model: 'DS-2CD2385G1-I', address: `192.168.1.${host}` });

describe('the device book on a real data file', () => {
  let dir = '';
  let clock: FakeClock = createFakeClock();
  const random = createFakeRandom();

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'untether-book-'));
    clock = createFakeClock();
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const fleet = createFleet({ scenario: [camera(20), camera(21), camera(22)], seed: 2 });

  async function open(): Promise<{ api: Api; events: AppEvent[] }> {
    const api = await createApp({
      ...{ host: 'test', version: '0.0.0', dataDir: dir, clock, random },
      network: createMemoryNetwork({ fleet, clock }),
      ...{ log: createMemoryLog(), isDemo: false, discovery: 'manual' },
    });
    const events: AppEvent[] = [];
    api.subscribe((event) => events.push(event));
    return { api, events };
  }

  async function ask<M extends MethodName>(
    api: Api,
    method: M,
    input: MethodInput<M>,
  ): Promise<MethodOutput<M>> {
    const envelope = await inTime(clock, api.call(method, input));
    if (!envelope.ok) throw new Error(`${envelope.error.code} ${envelope.error.message}`);
    return envelope.data;
  }

  async function discover(api: Api) {
    await ask(api, 'discovery.probe', {});
    await clock.advance(3000);
    return (await ask(api, 'devices.snapshot', {})).rows;
  }

  it('keeps names, notes, kinds and removals over a restart, and what devices said', async () => {
    const first = await open();
    const [one, two, three] = await discover(first.api);
    if (!one || !two || !three) throw new Error('three devices');
    const edit = { name: 'Gate', note: 'behind the barrier', kind: 'intercom' } as const;
    await ask(first.api, 'devices.edit', { id: one.id, ...edit });
    await ask(first.api, 'devices.remove', { ids: [two.id] });
    await first.api.close();
    const { api } = await open();
    const { rows } = await ask(api, 'devices.snapshot', {});
    expect(rows.map(({ id }) => id).toSorted()).toEqual([one.id, three.id].toSorted());
    expect(rows.find(({ id }) => id === one.id)).toMatchObject({
      ...{ ...edit, serial: one.serial, firmware: one.firmware, firstSeenAt: one.firstSeenAt },
    });
    const kinds = (await ask(api, 'devices.events', { id: two.id })).events.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['removed', 'found']);
    await ask(api, 'devices.restore', { ids: [two.id] });
    expect((await ask(api, 'devices.snapshot', {})).rows).toHaveLength(3);
    await api.close();
    expect(readdirSync(dir).filter((name) => name.includes('wal'))).toEqual([]);
  });

  it('lists removed devices only when asked, and finds by serial tail, MAC and name', async () => {
    const { api } = await open();
    const [one, two] = await discover(api);
    if (!one?.serial || !two?.mac) throw new Error('two devices');
    await ask(api, 'devices.remove', { ids: [two.id] });
    expect((await ask(api, 'devices.list', {})).devices).toHaveLength(2);
    expect((await ask(api, 'devices.list', { includeRemoved: true })).devices).toHaveLength(3);
    await ask(api, 'devices.edit', { id: one.id, name: 'North gate' });
    for (const wanted of [one.serial, one.serial.slice(-9), 'north GATE']) {
      expect((await ask(api, 'devices.find', { wanted })).device.id).toBe(one.id);
    }
    await expect(ask(api, 'devices.find', { wanted: 'zzzz' })).rejects.toThrow('device.not-found');
    await expect(ask(api, 'devices.find', { wanted: '192.168.1.20' })).rejects.toThrow(
      'device.not-found',
    );
    await ask(api, 'devices.edit', { id: one.id, name: 'Gate' });
    const [, , three] = (await ask(api, 'devices.list', { includeRemoved: true })).devices;
    if (!three) throw new Error('three devices');
    await ask(api, 'devices.edit', { id: three.id, name: 'Gate' });
    await expect(ask(api, 'devices.find', { wanted: 'gate' })).rejects.toThrow(
      /device\.ambiguous.*Gate DS-2CD2385G1-I/,
    );
    await api.close();
  });

  it('keeps a list per site: what is found goes to the site in use', async () => {
    const { api, events } = await open();
    expect(await discover(api)).toHaveLength(3);
    const home = (await ask(api, 'sites.list', {})).sites[0];
    if (!home) throw new Error('a site');
    expect(home).toMatchObject({ isCurrent: true, devices: 3 });
    const hotel = await ask(api, 'sites.create', { name: 'Hotel' });
    expect(hotel).toMatchObject({ isCurrent: false, devices: 0 });
    await expect(ask(api, 'sites.create', { name: 'hotel' })).rejects.toThrow('site.name-taken');
    expect(await ask(api, 'sites.use', { id: hotel.id })).toMatchObject({ isCurrent: true });
    expect((await ask(api, 'devices.snapshot', {})).rows).toEqual([]);
    // Those at home fall silent; their rows are no business of the list on the screen.
    const before = events.length;
    await clock.advance(180_000);
    const shown = events
      .slice(before)
      .flatMap((event) => (event.name === 'devices.changed' ? event.payload.upserts : []));
    expect(shown).toEqual([]);
    const layout = { order: ['mac'], hidden: [], widths: {}, sort: [], savedFilters: [] };
    await ask(api, 'layout.set', layout);
    await expect(ask(api, 'sites.delete', { id: home.id })).rejects.toThrow('site.not-empty');
    await ask(api, 'sites.use', { id: home.id });
    expect((await ask(api, 'layout.get', {})).order).not.toEqual(['mac']);
    expect((await ask(api, 'devices.snapshot', {})).rows).toHaveLength(3);
    await ask(api, 'sites.rename', { id: home.id, name: 'Shop' });
    await ask(api, 'sites.delete', { id: hotel.id });
    const told = events.flatMap((event) =>
      event.name === 'site.changed' ? [event.payload.name] : [],
    );
    expect(told).toEqual(['Hotel', home.name, 'Shop']);
    expect((await ask(api, 'sites.list', {})).sites).toMatchObject([{ name: 'Shop', devices: 3 }]);
    await api.close();
  });

  it('moves a device to the site where it is heard', async () => {
    const { api } = await open();
    await discover(api);
    const hotel = await ask(api, 'sites.create', { name: 'Hotel' });
    await ask(api, 'sites.use', { id: hotel.id });
    expect(await discover(api)).toHaveLength(3);
    const { sites } = await ask(api, 'sites.list', {});
    expect(sites.map(({ devices }) => devices)).toEqual([0, 3]);
    const { devices } = await ask(api, 'devices.list', {});
    expect(new Set(devices.map(({ site }) => site))).toEqual(new Set(['Hotel']));
    await api.close();
  });

  it('keeps settings over a restart and tells of each change', async () => {
    const first = await open();
    const changed = await ask(first.api, 'settings.set', { theme: 'dark', locale: 'it' });
    expect(changed).toMatchObject({ theme: 'dark', locale: 'it', density: 'compact' });
    await ask(first.api, 'settings.set', { locale: null });
    await ask(first.api, 'discovery.setAdapter', { id: 'eth0', enabled: false });
    expect(first.events.filter(({ name }) => name === 'settings.changed')).toHaveLength(3);
    await first.api.close();
    const { api } = await open();
    expect(await ask(api, 'settings.get', {})).toMatchObject({
      ...{ theme: 'dark', locale: null, adapters: { eth0: false } },
    });
    await expect(ask(api, 'discovery.probe', {})).rejects.toThrow('network.no-adapter');
    await api.close();
  });

  it('two cores on one file do not lose each other’s rows or settings', async () => {
    const app = await open();
    const cli = await open();
    await discover(app.api);
    await discover(cli.api);
    await ask(app.api, 'settings.set', { theme: 'dark' });
    await ask(cli.api, 'settings.set', { density: 'normal' });
    await app.api.close();
    await cli.api.close();
    const { api } = await open();
    expect((await ask(api, 'devices.snapshot', {})).rows).toHaveLength(3);
    expect(await ask(api, 'settings.get', {})).toMatchObject({ theme: 'dark', density: 'normal' });
    await api.close();
  });
});
