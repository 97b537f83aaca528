import { describe, expect, test } from 'vitest';
import type { DeviceRecord } from '../../../main/domain/record.ts';
import type { Registry } from '../../../main/domain/registry.ts';
import { camera, eventKinds, home, macA, newRegistry, see, sight, t0 } from './helpers.ts';

/** Ticks every 15 s from `from` to `to`, as the services do. */
function pass(registry: Registry, from: number, to: number): void {
  for (let after = from; after <= to; after += 15_000) registry.tick(t0 + after);
}

function presenceOf(registry: Registry, id: ReturnType<typeof see>) {
  return registry.row(id)?.presence;
}

function recordOf(registry: Registry, id: ReturnType<typeof see>): DeviceRecord {
  const record = registry.record(id);
  if (record === undefined) throw new Error('gone');
  return structuredClone(record) as DeviceRecord;
}

describe('presence', () => {
  test('a new device is found and online; silence makes it stale, then offline, never gone', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    expect(registry.takeDirty().events).toEqual([
      {
        deviceId: id,
        at: t0,
        kind: 'found',
        params: { source: 'sadp', address: '192.168.1.20', model: 'DS-2CD2385G1-I' },
      },
    ]);
    pass(registry, 0, 30_000);
    expect(presenceOf(registry, id)).toBe('online');
    expect(registry.takeDirty().ids).toEqual([]);
    pass(registry, 45_000, 105_000);
    expect(presenceOf(registry, id)).toBe('stale');
    expect(registry.takeDirty()).toMatchObject({ ids: [id], events: [] });
    pass(registry, 120_000, 120_000);
    expect(presenceOf(registry, id)).toBe('offline');
    expect(eventKinds(registry)).toEqual(['offline']);
    pass(registry, 135_000, 3_600_000);
    expect(registry.rows(home)).toHaveLength(1);
    expect(eventKinds(registry)).toEqual([]);
  });

  test('back from stale says nothing, back from offline says for how long it was silent', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    pass(registry, 0, 60_000);
    see(registry, sight(camera, { after: 61_000 }));
    registry.takeDirty();
    pass(registry, 75_000, 300_000);
    see(registry, sight(camera, { after: 361_000 }));
    expect(presenceOf(registry, id)).toBe('online');
    const online = registry.takeDirty().events.at(-1);
    expect(online).toMatchObject({ kind: 'online', params: { silentMs: 300_000 } });
  });

  test('a device that only a sweep heard is not called offline for not being asked', () => {
    const registry = newRegistry();
    const id = see(registry, sight({ mac: macA }, { source: 'sweep', fromAddress: '10.0.0.1' }));
    pass(registry, 0, 9 * 60_000);
    expect(presenceOf(registry, id)).toBe('online');
    pass(registry, 9 * 60_000, 10 * 60_000);
    expect(presenceOf(registry, id)).toBe('stale');
    pass(registry, 10 * 60_000, 30 * 60_000);
    expect(presenceOf(registry, id)).toBe('offline');
  });

  test('a sweep does not keep a device alive that stopped answering probes', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    see(registry, sight({ mac: macA }, { source: 'sweep', fromAddress: '192.168.1.20', after: 9 }));
    pass(registry, 0, 135_000);
    expect(presenceOf(registry, id)).toBe('offline');
  });

  test('a sleeping laptop does not call everybody offline when it wakes', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    pass(registry, 0, 15_000);
    registry.takeDirty();
    const wake = 8 * 3_600_000;
    registry.tick(t0 + wake);
    expect(presenceOf(registry, id)).toBe('online');
    const early = see(registry, sight({ mac: macA, serial: 'OTHER-1' }, { after: wake + 10 }));
    pass(registry, wake + 15_000, wake + 120_000);
    expect(presenceOf(registry, id)).toBe('offline');
    expect(presenceOf(registry, early)).toBe('stale');
  });

  test('a device heard between waking and the first tick gets no extra time', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    pass(registry, 0, 15_000);
    const wake = 8 * 3_600_000;
    see(registry, sight(camera, { after: wake - 10 }));
    pass(registry, wake, wake + 120_000);
    expect(presenceOf(registry, id)).toBe('offline');
  });

  test('a clock set back by a day neither hides silence for a day nor ends it at once', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    pass(registry, 0, 15_000);
    const back = -86_400_000;
    registry.tick(t0 + back);
    expect(presenceOf(registry, id)).toBe('online');
    pass(registry, back + 15_000, back + 120_000);
    expect(presenceOf(registry, id)).toBe('offline');
    registry.takeDirty();
    see(registry, sight(camera, { after: back + 121_000 }));
    expect(eventKinds(registry)).toEqual(['online']);
    expect(registry.row(id)?.firstSeenAt).toBe(t0 + back + 121_000);
  });
});

describe('after a start', () => {
  test('stored devices are offline until the first tick says how old they are, without events', () => {
    const before = newRegistry();
    const id = see(before, sight(camera));
    const registry = newRegistry();
    registry.load([recordOf(before, id)]);
    expect(presenceOf(registry, id)).toBe('offline');
    registry.tick(t0 + 10_000);
    expect(presenceOf(registry, id)).toBe('online');
    expect(eventKinds(registry)).toEqual([]);
    const later = newRegistry();
    later.load([recordOf(before, id)]);
    later.tick(t0 + 3_600_000);
    expect(eventKinds(later)).toEqual([]);
  });

  test('an answer right after a quick restart is no news, one after a night is', () => {
    const before = newRegistry();
    const id = see(before, sight(camera));
    const quick = newRegistry();
    quick.load([recordOf(before, id)]);
    see(quick, sight(camera, { after: 20_000 }));
    expect(eventKinds(quick)).toEqual([]);
    const next = newRegistry();
    next.load([recordOf(before, id)]);
    see(next, sight(camera, { after: 12 * 3_600_000 }));
    expect(eventKinds(next)).toEqual(['online']);
  });

  test('a device entered by hand was never seen; its first answer is news', () => {
    const registry = newRegistry();
    const id = see(
      registry,
      sight({ mac: macA, model: 'X' }, { source: 'book', fromAddress: null }),
    );
    registry.tick(t0 + 1);
    registry.tick(t0 + 2);
    expect(registry.row(id)).toMatchObject({ presence: 'never', firstSeenAt: t0, lastSeenAt: t0 });
    expect(eventKinds(registry)).toEqual(['found']);
    const next = newRegistry();
    next.load([recordOf(registry, id)]);
    next.tick(t0 + 3);
    expect(presenceOf(next, id)).toBe('never');
    see(registry, sight(camera, { after: 5_000 }));
    expect(registry.row(id)?.presence).toBe('online');
    expect(eventKinds(registry)).toEqual(['online', 'updated']);
  });
});

describe('restarts', () => {
  const boot = (bootTime: string) => ({ ...camera, bootTime });

  test('a later BootTime after some silence is a restart, kept on the row', () => {
    const registry = newRegistry();
    const id = see(registry, sight(boot('2025-02-20T10:00:00')));
    see(registry, sight(boot('2025-02-20T10:00:01'), { after: 15_000 }));
    registry.takeDirty();
    see(registry, sight(boot('2025-03-01T08:01:10'), { after: 80_000 }));
    expect(registry.takeDirty().events).toMatchObject([
      { kind: 'restarted', params: { bootTime: '2025-03-01T08:01:10' } },
    ]);
    expect(registry.row(id)?.restartedAt).toBe(t0 + 80_000);
  });

  test('a clock that is set is not', () => {
    const registry = newRegistry();
    const id = see(registry, sight(boot('1970-01-01T00:00:09')));
    registry.takeDirty();
    see(registry, sight(boot('2025-03-01T07:59:09'), { after: 15_000 }));
    expect(eventKinds(registry)).toEqual([]);
    expect(registry.row(id)).toMatchObject({ restartedAt: null, bootTime: '2025-03-01T07:59:09' });
  });
});

describe('updates', () => {
  test('one field tells its values, several tell their names, a salt never its value', () => {
    const registry = newRegistry();
    see(registry, sight({ ...camera, salt: 'aa', dhcpEnabled: false }));
    registry.takeDirty();
    see(registry, sight({ ...camera, salt: 'aa', dhcpEnabled: true }, { after: 1 }));
    see(registry, sight({ ...camera, salt: 'bb' }, { after: 2 }));
    see(registry, sight({ ...camera, firmware: 'V6', httpPort: 81, model: 'Y' }, { after: 3 }));
    expect(registry.takeDirty().events.map((event) => event.params)).toEqual([
      { fields: 'dhcpEnabled', from: 'false', to: 'true' },
      { fields: 'salt' },
      { fields: 'model firmware' },
    ]);
  });

  test('learning more about a device is no event', () => {
    const registry = newRegistry();
    see(registry, sight({ mac: macA }, { source: 'sweep', fromAddress: '192.168.1.20' }));
    registry.takeDirty();
    see(registry, sight(camera, { after: 1 }));
    expect(eventKinds(registry)).toEqual([]);
  });

  test('the outcome names what changed', () => {
    const registry = newRegistry();
    const first = registry.see(sight(camera), home);
    expect(first).toMatchObject({ kind: 'merged', isNew: true });
    const second = registry.see(sight({ ...camera, httpPort: 81 }, { after: 1 }), home);
    expect(second).toMatchObject({ isNew: false, changed: ['httpPort'] });
    expect(registry.see(sight(camera, { after: 2 }), home)).toMatchObject({ changed: [] });
  });
});
