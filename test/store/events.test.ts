import { describe, expect, test } from 'vitest';
import { type DeviceEvent, type DeviceId, deviceId } from '../../main/contract/device.ts';
import { openDb } from '../../main/store/sqlite.ts';
import { Core, open, openFresh, serialA, serialB, t0, tempFile } from './helpers.ts';

const a = deviceId.parse('a');
const b = deviceId.parse('b');

function event(id: DeviceId, index: number): DeviceEvent {
  return { deviceId: id, at: t0 + index, kind: 'updated', params: { fields: `f${index}` } };
}

function many(id: DeviceId, count: number): DeviceEvent[] {
  return Array.from({ length: count }, (_, index) => event(id, index));
}

describe('events', () => {
  test('are listed newest first, of one device or of all', () => {
    const { events } = openFresh();
    events.append([event(a, 1), event(b, 2), event(a, 3)]);
    expect(events.list({ limit: 10 }).map((one) => one.at - t0)).toEqual([3, 2, 1]);
    expect(events.list({ deviceId: a, limit: 1 })).toEqual([event(a, 3)]);
    expect(events.list({ limit: 2 })).toHaveLength(2);
  });

  test('of one site', () => {
    const core = new Core(openFresh());
    const here = core.see({ serial: serialA });
    const there = core.see({ serial: serialB });
    core.registry.moveSite([there], 'elsewhere', t0);
    core.flush();
    const siteId = core.store.sites.current().id;
    expect(core.store.events.list({ siteId, limit: 9 }).map((one) => one.deviceId)).toEqual([here]);
    expect(core.store.events.list({ siteId, deviceId: there, limit: 9 })).toEqual([]);
  });

  test('a device keeps its newest 500 or so, whatever the others do', () => {
    const { events } = openFresh();
    events.append(many(b, 3));
    events.append(many(a, 1_300));
    const kept = events.list({ deviceId: a, limit: 2_000 });
    expect(kept.length).toBeGreaterThanOrEqual(500);
    expect(kept.length).toBeLessThan(525);
    expect(kept[0]).toEqual(event(a, 1_299));
    expect(events.list({ deviceId: b, limit: 10 })).toHaveLength(3);
  });

  test('many short runs do not let a device grow either', () => {
    const path = tempFile();
    for (let run = 0; run < 40; run += 1) open(path).store.events.append(many(a, 20));
    expect(open(path).store.events.list({ deviceId: a, limit: 2_000 }).length).toBeLessThan(560);
  });

  test('a row of a later version or with broken particulars does not stop the list', () => {
    const path = tempFile();
    const { store } = open(path);
    store.events.append([event(a, 1)]);
    const db = openDb(path);
    const insert = db.prepare(
      'INSERT INTO events (device_id, at, kind, params) VALUES (?, 2, ?, ?)',
    );
    insert.run('a', 'teleported', '{}');
    insert.run('a', 'online', '{broken');
    db.close();
    expect(store.events.list({ limit: 9 })).toEqual([
      { deviceId: a, at: 2, kind: 'online', params: {} },
      event(a, 1),
    ]);
  });

  test('an event may be written before its device', () => {
    const core = new Core(openFresh());
    const id = core.see({ serial: serialA });
    core.store.events.append(core.registry.takeDirty().events);
    core.store.devices.upsertMany([core.record(id)]);
    expect(core.store.events.list({ deviceId: id, limit: 9 })).toMatchObject([{ kind: 'found' }]);
  });
});
