import { describe, expect, test } from 'vitest';
import { openDb, transactOn } from '../../main/store/sqlite.ts';
import {
  Core,
  failureOf,
  macA,
  open,
  openFresh,
  serialA,
  serialB,
  stored,
  t0,
  tempFile,
} from './helpers.ts';

const full = {
  serial: serialA,
  mac: macA,
  model: 'DS-2CD2385G1-I',
  ipv4Address: '192.168.1.20',
  bootTime: '2025-02-01T10:00:00',
  activated: false,
  httpPort: 80,
} as const;

describe('a device in the file', () => {
  test('comes back as it was, but for the counter of changes', () => {
    const path = tempFile();
    const core = new Core(open(path).store);
    const id = core.see(full);
    core.see({ ...full, httpPort: null, activated: true }, 15_000, null);
    core.registry.edit(id, { name: 'Gate', note: 'ladder', kind: 'recorder' }, t0 + 16_000);
    core.registry.remove([id], t0 + 17_000);
    core.flush();
    const again = open(path).store;
    const record = structuredClone(core.record(id));
    const byTime = [...record.via].sort((a, b) => b.lastAt - a.lastAt);
    expect(stored(again, id)).toEqual({ ...record, via: byTime, revision: 0 });
  });

  test('seen again: only the times are written, and they are', () => {
    const path = tempFile();
    const core = new Core(open(path).store);
    const id = core.see(full);
    core.flush();
    const db = openDb(path);
    db.exec('UPDATE devices SET data = \'{"serial":"untouched"}\'');
    core.see(full, 15_000);
    core.see(full, 30_000);
    core.registry.takeDirty();
    core.store.devices.upsertMany([core.record(id)]);
    expect(db.prepare('SELECT last_seen_at, data FROM devices').get()).toEqual({
      last_seen_at: t0 + 30_000,
      // The device confirmed itself on the second answer, so the row was written in full.
      data: expect.stringContaining(serialA),
    });
    db.exec('UPDATE devices SET data = \'{"serial":"untouched"}\'');
    core.see(full, 45_000);
    core.flush();
    expect(db.prepare('SELECT last_seen_at, data FROM devices').get()).toEqual({
      last_seen_at: t0 + 45_000,
      data: '{"serial":"untouched"}',
    });
    expect(db.prepare('SELECT last_at, count FROM sightings').get()).toEqual({
      last_at: t0 + 45_000,
      count: 4,
    });
    db.close();
  });

  test('times of repetitions count for the facts after a start', () => {
    const path = tempFile();
    const core = new Core(open(path).store);
    const id = core.see(full);
    core.see(full, 15_000);
    core.flush();
    core.see(full, 60_000);
    core.flush();
    expect(stored(open(path).store, id)?.sources.sadp?.at).toBe(t0 + 60_000);
  });

  test('a row deleted behind our back is written whole again', () => {
    const path = tempFile();
    const core = new Core(open(path).store);
    const id = core.see(full);
    core.see(full, 15_000);
    core.flush();
    const db = openDb(path);
    db.exec('DELETE FROM devices');
    db.close();
    core.see(full, 30_000);
    core.flush();
    expect(stored(core.store, id)?.serial).toBe(serialA);
  });

  test('deleting takes sightings and events along', () => {
    const core = new Core(openFresh());
    const id = core.see(full);
    core.flush();
    core.store.devices.deleteMany([id]);
    expect(core.store.devices.loadAll()).toEqual([]);
    expect(core.store.events.list({ limit: 9 })).toEqual([]);
    core.store.devices.upsertMany([core.record(id)]);
    expect(stored(core.store, id)?.via).toHaveLength(1);
  });

  test('a united record takes over the rows and events of the other', () => {
    const path = tempFile();
    const core = new Core(open(path).store);
    const { mac, ...unnamed } = full;
    const first = core.see({ mac, ipv4Address: '10.0.0.9' });
    core.flush();
    const second = core.see(unnamed);
    core.flush();
    core.see(full, 5);
    core.flush();
    const again = open(path).store;
    expect(again.devices.loadAll().map((record) => record.id)).toEqual([second]);
    expect(again.events.list({ deviceId: first, limit: 9 })).toEqual([]);
    const kinds = again.events.list({ deviceId: second, limit: 9 }).map((event) => event.kind);
    expect(kinds.filter((kind) => kind === 'found')).toHaveLength(2);
  });
});

describe('a row that cannot be read in full', () => {
  function damaged(data: string) {
    const path = tempFile();
    const core = new Core(open(path).store);
    const id = core.see(full);
    core.registry.edit(id, { name: 'Gate' }, t0);
    core.flush();
    const db = openDb(path);
    db.prepare('UPDATE devices SET data = ?').run(data);
    db.prepare("INSERT INTO sightings VALUES (?, 'telepathy', '', 1, 2, 3)").run(id);
    db.close();
    return stored(open(path).store, id);
  }

  test.each(['', 'rubbish', '[]', 'null', '{"sources":7,"nics":"x","boot":1}'])(
    'data %o: the columns still tell',
    (data) => {
      expect(damaged(data)).toMatchObject({
        name: 'Gate',
        nics: [],
        sources: {},
        isConfirmed: true,
      });
    },
  );

  test('a fact that does not fit is left out, the others stay', () => {
    const facts = {
      model: 'A',
      httpPort: 99_999,
      httpsPort: 443,
      activated: 'yes',
      firmware: 'x'.repeat(600),
      dsp: null,
      futureFact: 1,
    };
    const sadp = { at: 1, adapter: 7, facts, vendor: 'nobody', earlier: 0, extra: { a: 1 } };
    const record = damaged(JSON.stringify({ sources: { sadp, sweep: 5, radar: {} } }));
    expect(record?.sources).toEqual({
      sadp: {
        at: t0,
        adapter: 'eth0',
        facts: { model: 'A', httpsPort: 443 },
        vendor: null,
        earlier: {},
        extra: {},
      },
    });
  });

  test('a site that is gone: the device belongs to the current one', () => {
    const path = tempFile();
    const core = new Core(open(path).store);
    const id = core.see(full);
    core.registry.moveSite([id], 'nowhere', t0);
    core.flush();
    const again = open(path).store;
    expect(stored(again, id)?.siteId).toBe(again.sites.current().id);
  });
});

describe('a batch that fails', () => {
  test('leaves nothing behind and is written in full the next time', () => {
    const core = new Core(openFresh());
    const id = core.see(full);
    core.see(full, 15_000);
    core.flush();
    core.see({ ...full, httpPort: 8080 }, 30_000);
    const fail = () =>
      core.store.transaction(() => {
        core.store.devices.upsertMany([core.record(id)]);
        throw new Error('power cut');
      });
    expect(String(failureOf(fail))).toContain('power cut');
    expect(stored(core.store, id)?.sources.sadp?.facts.httpPort).toBe(80);
    core.flush();
    expect(stored(core.store, id)?.sources.sadp?.facts.httpPort).toBe(8080);
  });

  test('a clock that was wrong ahead does not freeze the row', () => {
    const path = tempFile();
    const core = new Core(open(path).store);
    const id = core.see(full, 86_400_000);
    core.flush();
    core.see({ ...full, httpPort: 81 }, 1_000);
    core.flush();
    core.see({ ...full, httpPort: 81 }, 2_000);
    core.flush();
    expect(stored(open(path).store, id)).toMatchObject({
      lastSeenAt: t0 + 2_000,
      sources: { sadp: { facts: { httpPort: 81 } } },
    });
  });
});

describe('two processes on one folder', () => {
  function two() {
    const path = tempFile();
    const a = new Core(open(path).store, 'a');
    const b = new Core(open(path).store, 'b');
    return { path, a, b };
  }

  test('each keeps what the other wrote', () => {
    const { path, a, b } = two();
    a.see(full);
    a.flush();
    b.see({ serial: serialB });
    b.flush();
    expect(
      open(path)
        .store.devices.loadAll()
        .map((record) => record.id),
    ).toEqual(['a1', 'b1']);
  });

  test('a device both met is one row, under the id that was there first', () => {
    const { path, a, b } = two();
    const idA = a.see(full);
    a.registry.edit(idA, { name: 'Gate' }, t0);
    a.flush();
    const idB = b.see({ ...full, firmware: 'V6' }, 10, 'wlan0');
    b.flush();
    b.see({ ...full, firmware: 'V7' }, 6_000, 'wlan0');
    b.registry.edit(idB, { note: 'from the second' }, t0 + 7_000);
    b.flush();
    const records = open(path).store.devices.loadAll();
    expect(records).toMatchObject([
      { id: idA, name: 'Gate', note: 'from the second', lastSeenAt: t0 + 6_000 },
    ]);
    expect(records[0]?.sources.sadp?.facts.firmware).toBe('V7');
    expect(records[0]?.via.map((via) => via.adapter)).toEqual(['wlan0', 'eth0']);
    expect(b.store.devices.loadAll()[0]?.id).toBe(idB);
    expect(b.store.events.list({ deviceId: idB, limit: 9 }).map((event) => event.kind)).toEqual([
      'updated',
      'updated',
      'found',
      'renamed',
      'found',
    ]);
    expect(a.store.events.list({ deviceId: idA, limit: 9 })).toHaveLength(5);
  });

  test('also when one of them knows only the MAC', () => {
    const { path, a, b } = two();
    const idA = a.see({ mac: macA, ipv4Address: '10.0.0.1' });
    a.flush();
    b.see(full, 10);
    b.flush();
    expect(open(path).store.devices.loadAll()).toMatchObject([{ id: idA, serial: serialA }]);
  });

  test('but not when one MAC stands for two rows', () => {
    const { path, a, b } = two();
    a.see(full);
    a.see({ ...full, serial: serialB });
    a.flush();
    b.see({ mac: macA, ipv4Address: '10.0.0.1' }, 10);
    b.flush();
    expect(open(path).store.devices.loadAll()).toHaveLength(3);
  });

  test('an older view never overwrites a newer one, an edit never an unrelated edit', () => {
    const { path, a, b } = two();
    const id = a.see(full);
    a.flush();
    const late = new Core(open(path).store, 'c');
    a.see({ ...full, firmware: 'V9' }, 60_000);
    a.registry.edit(id, { name: 'Gate' }, t0 + 60_000);
    a.flush();
    late.registry.edit(id, { kind: 'panel' }, t0 + 61_000);
    late.flush();
    expect(stored(b.store, id)).toMatchObject({
      name: 'Gate',
      kind: 'panel',
      lastSeenAt: t0 + 60_000,
      sources: { sadp: { facts: { firmware: 'V9' } } },
    });
    late.registry.edit(id, { kind: null }, t0 + 62_000);
    late.flush();
    expect(stored(b.store, id)).toMatchObject({ name: 'Gate', kind: null });
  });

  test('deleted by one, seen by the other: it is there again', () => {
    const { path, a, b } = two();
    const id = a.see(full);
    a.flush();
    b.store.devices.deleteMany([id]);
    a.see(full, 15_000);
    a.flush();
    expect(stored(open(path).store, id)?.serial).toBe(serialA);
  });

  test('a writer that holds the file too long is named as busy, and caches are dropped', () => {
    const path = tempFile();
    open(path);
    const other = openDb(path);
    other.exec('BEGIN IMMEDIATE');
    const hurried = openDb(path);
    hurried.pragma('busy_timeout = 1');
    let rollbacks = 0;
    const transact = transactOn(hurried, path, () => {
      rollbacks += 1;
    });
    expect(failureOf(() => transact(() => hurried.exec('DELETE FROM events')))).toMatchObject({
      code: 'store.busy',
      params: { path },
    });
    expect(rollbacks).toBe(1);
    other.exec('ROLLBACK');
    transact(() => hurried.exec('DELETE FROM events'));
    expect(rollbacks).toBe(1);
    other.close();
    hurried.close();
  });
});
