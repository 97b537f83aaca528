import { describe, expect, test } from 'vitest';
import type { RegistryLimits } from '../../../main/domain/outcome.ts';
import type { DeviceRecord } from '../../../main/domain/record.ts';
import type { Registry } from '../../../main/domain/registry.ts';
import { SeenBefore } from '../../../main/domain/seen-before.ts';
import { SharedMacs } from '../../../main/domain/shared-macs.ts';
import { camera, home, newRegistry, see, serialA, serialB, sight, t0 } from './helpers.ts';

const limits: RegistryLimits = { maxDevices: 300, maxUnconfirmed: 200 };

function mac(index: number): string {
  return `a4:14:37${index.toString(16).padStart(6, '0').replace(/(..)/g, ':$1')}`;
}

/** Invented devices from one sender, one per ms. */
function flood(registry: Registry, count: number, options = {}): number {
  let refused = 0;
  for (let index = 0; index < count; index += 1) {
    const facts = { mac: mac(index), serial: `FAKE-${index}` };
    const sighting = sight(facts, { fromAddress: '10.9.9.9', after: index, ...options });
    if (registry.see(sighting, home).kind === 'refused') refused += 1;
  }
  return refused;
}

describe('a flood of invented devices', () => {
  test('leaves the list bounded and says who sends it', () => {
    const registry = newRegistry(limits);
    expect(registry.stats().flood).toBeNull();
    expect(flood(registry, 1_000)).toBe(800);
    expect(registry.stats()).toEqual({
      devices: 200,
      unconfirmed: 200,
      flood: {
        since: t0 + 200,
        refused: 800,
        perSecond: 800,
        adapter: 'eth0',
        example: 'FAKE-200 (10.9.9.9)',
      },
    });
  });

  test('real devices already listed stay, whatever comes', () => {
    const registry = newRegistry(limits);
    const twice = see(registry, sight(camera));
    see(registry, sight(camera, { after: 6_000 }));
    const named = see(registry, sight({ serial: serialB }, { fromAddress: '10.0.0.2' }));
    registry.edit(named, { note: 'once, but noted' }, t0);
    flood(registry, 5_000);
    flood(registry, 5_000, { fromAddress: '10.9.9.8', adapter: null });
    expect(registry.row(twice)?.serial).toBe(serialA);
    expect(registry.row(named)?.serial).toBe(serialB);
    expect(registry.stats().devices).toBe(202);
  });

  test('a real newcomer takes the place of the oldest invention of the loud sender', () => {
    const registry = newRegistry(limits);
    flood(registry, 1_000);
    registry.takeDirty();
    const id = see(registry, sight(camera, { after: 2_000 }));
    const { removed, ids, events } = registry.takeDirty();
    expect(removed).toHaveLength(1);
    expect(registry.record(removed[0] ?? id)).toBeUndefined();
    expect(ids).toContain(id);
    expect(ids).not.toContain(removed[0]);
    expect(events.map((event) => event.deviceId)).toEqual([id]);
    expect(registry.find('FAKE-0').kind).toBe('none');
    expect(registry.stats().devices).toBe(200);
  });

  test('with a new sender for each invention a real device gets in with its second answer', () => {
    const registry = newRegistry(limits);
    for (let index = 0; index < 500; index += 1) {
      const fromAddress = `10.1.${index >> 8}.${index & 255}`;
      registry.see(sight({ mac: mac(index) }, { fromAddress, after: index }), home);
    }
    const first = registry.see(sight(camera, { after: 1_000 }), home);
    expect(first).toEqual({ kind: 'refused', why: 'flood' });
    expect(registry.see(sight(camera, { after: 1_200 }), home).kind).toBe('refused');
    const id = see(registry, sight(camera, { after: 16_000 }));
    expect(registry.record(id)?.isConfirmed).toBe(true);
    expect(registry.stats()).toMatchObject({ devices: 201, unconfirmed: 200 });
  });

  test('a full list makes room for a returning device by the oldest invention', () => {
    const registry = newRegistry({ maxDevices: 3, maxUnconfirmed: 3 });
    for (const last of [1, 2, 3]) {
      see(registry, sight({ mac: mac(last) }, { fromAddress: `10.0.0.${last}`, after: last }));
    }
    registry.see(sight(camera, { after: 10 }), home);
    see(registry, sight(camera, { after: 10_000 }));
    expect(registry.find(mac(1)).kind).toBe('none');
    expect(registry.stats()).toMatchObject({ devices: 3, unconfirmed: 2 });
  });

  test('a list full of confirmed devices takes nobody, and says so', () => {
    const registry = newRegistry({ maxDevices: 2, maxUnconfirmed: 2 });
    for (const serial of [serialA, serialB]) {
      see(registry, sight({ serial }));
      see(registry, sight({ serial }, { after: 6_000 }));
    }
    const late = { serial: 'LATE-1' };
    registry.see(sight(late, { after: 7_000, fromAddress: null }), home);
    const again = registry.see(sight(late, { after: 20_000, fromAddress: null }), home);
    expect(again).toEqual({ kind: 'refused', why: 'flood' });
    expect(registry.stats().flood).toMatchObject({ refused: 2, example: 'LATE-1' });
  });

  test('an entry by hand is never refused', () => {
    const registry = newRegistry({ maxDevices: 1, maxUnconfirmed: 1 });
    see(registry, sight(camera));
    see(registry, sight({ serial: serialB }, { source: 'book', fromAddress: null }));
    expect(registry.stats()).toMatchObject({ devices: 2, unconfirmed: 1 });
  });

  test('devices of earlier sessions go last', () => {
    const before = newRegistry();
    const id = see(before, sight(camera));
    const record = structuredClone(before.record(id)) as DeviceRecord;
    const registry = newRegistry({ maxDevices: 3, maxUnconfirmed: 3 });
    registry.load([record]);
    expect(registry.stats()).toMatchObject({ devices: 1, unconfirmed: 1 });
    const round = (after: number) => {
      for (const last of [1, 2, 3, 4, 5]) {
        const sighting = sight({ mac: mac(last) }, { fromAddress: `10.0.0.${last}`, after });
        registry.see(sighting, home);
      }
    };
    round(10);
    expect(registry.row(id)).toBeDefined();
    round(20_000);
    round(40_000);
    // Five devices that answer each round are real; the one that was once heard gives way.
    expect(registry.row(id)).toBeUndefined();
    expect(registry.stats()).toMatchObject({ devices: 3, unconfirmed: 0 });
  });

  test('is forgotten a minute after it ended, and a new one is counted anew', () => {
    const registry = newRegistry({ maxDevices: 1, maxUnconfirmed: 1 });
    see(registry, sight(camera));
    see(registry, sight(camera, { after: 6_000 }));
    registry.see(sight({ serial: 'FAKE-1' }, { after: 7_000 }), home);
    registry.see(sight({ serial: 'FAKE-2' }, { after: 90_000 }), home);
    expect(registry.stats().flood).toMatchObject({ since: t0 + 90_000, refused: 1 });
    registry.tick(t0 + 120_000);
    expect(registry.stats().flood).not.toBeNull();
    registry.tick(t0 + 151_000);
    expect(registry.stats().flood).toBeNull();
  });

  test('the adapter named is the one most of it came by, of a bounded number', () => {
    const registry = newRegistry({ maxDevices: 1, maxUnconfirmed: 1 });
    see(registry, sight(camera));
    for (let index = 0; index < 50; index += 1) {
      const adapter = index % 2 === 0 ? 'eth1' : `veth${index}`;
      registry.see(sight({ serial: `FAKE-${index}` }, { adapter, after: 6_000 + index }), home);
    }
    expect(registry.stats().flood?.adapter).toBe('eth1');
  });

  test('events of evicted devices go with them', () => {
    const registry = newRegistry({ maxDevices: 2, maxUnconfirmed: 2 });
    const id = see(registry, sight(camera));
    see(registry, sight({ serial: 'FAKE-1' }));
    for (const after of [10, 20_000]) {
      registry.see(sight({ serial: 'FAKE-2' }, { fromAddress: '10.0.0.9', after }), home);
    }
    const { removed, events } = registry.takeDirty();
    expect(removed).toEqual([id]);
    expect(events.some((event) => event.deviceId === id)).toBe(false);
  });

  test('pending events stay bounded when nobody takes them; the newest are kept', () => {
    const registry = newRegistry({ maxDevices: 10, maxUnconfirmed: 10 });
    for (let count = 0; count < 1_000; count += 1) {
      see(registry, sight({ ...camera, firmware: `V${count}` }, { after: count }));
    }
    const { events } = registry.takeDirty();
    expect(events.length).toBeGreaterThanOrEqual(20);
    expect(events.length).toBeLessThanOrEqual(40);
    expect(events.at(-1)?.params).toMatchObject({ to: 'V999' });
  });
});

describe('fixed-size memories', () => {
  test('an identity counts as seen before only in a later round, for ten minutes', () => {
    const seen = new SeenBefore();
    expect(seen.check('a', t0)).toBe(false);
    expect(seen.check('a', t0 + 4_999)).toBe(false);
    expect(seen.check('b', t0 + 5_000)).toBe(false);
    expect(seen.check('a', t0 + 5_000)).toBe(true);
    expect(seen.check('a', t0 + 600_000)).toBe(false);
    expect(seen.check('a', t0 - 1)).toBe(false);
  });

  test('100,000 identities that come once are almost never taken for returning ones', () => {
    const seen = new SeenBefore();
    let wrong = 0;
    for (let index = 0; index < 100_000; index += 1) {
      if (seen.check(`a4:14:37:${index}`, t0 + index * 10)) wrong += 1;
    }
    expect(wrong).toBeLessThan(5);
  });

  test('shared MACs are bounded; the one noted longest ago is forgotten', () => {
    const shared = new SharedMacs();
    shared.note('m', '10.0.0.1');
    expect(shared.has('m')).toBe(false);
    expect(shared.note('m', '10.0.0.2')).toBe(true);
    for (let index = 0; index < 256; index += 1) shared.note(mac(index), '10.0.0.1');
    expect(shared.has('m')).toBe(false);
  });
});
