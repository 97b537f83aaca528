import { describe, expect, test } from 'vitest';
import { camera, home, macA, macB, newRegistry, see, serialA, serialB, sight } from './helpers.ts';

const hour = 3_600_000;
const there = '192.168.1.20';
const hit = (after = 0, fromAddress = there) =>
  sight({ httpPort: 80 }, { source: 'sweep', fromAddress, after });

describe('a hit known by its address only', () => {
  test('has a provisional identity, so that the next hit is the same device', () => {
    const registry = newRegistry();
    const id = see(registry, hit());
    expect(see(registry, hit(10))).toBe(id);
    expect(registry.row(id)).toMatchObject({ ipv4Address: there, serial: null, mac: null });
    expect(see(registry, hit(20, '192.168.1.21'))).not.toBe(id);
  });

  test('is united with the device later seen there', () => {
    const registry = newRegistry();
    const provisional = see(registry, hit());
    registry.edit(provisional, { note: 'above the door' }, 0);
    registry.takeDirty();
    const id = see(registry, sight(camera, { after: hour }));
    expect(registry.stats().devices).toBe(1);
    expect(registry.row(id)).toMatchObject({ note: 'above the door', httpPort: 80 });
    expect(registry.takeDirty().removed).toEqual([provisional]);
  });

  test('is united with a device whose MAC alone is known', () => {
    const registry = newRegistry();
    see(registry, hit());
    const byMac = sight({ mac: macA }, { source: 'sweep', fromAddress: there, after: 10 });
    const id = see(registry, byMac);
    expect(registry.stats().devices).toBe(1);
    expect(registry.row(id)).toMatchObject({ mac: macA, httpPort: 80 });
  });

  test('counts for the one device known to be there', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    expect(see(registry, hit(10))).toBe(id);
    expect(registry.row(id)?.via.map((via) => via.source)).toEqual(['sweep', 'sadp']);
  });

  test('is refused when several devices claim the address', () => {
    const registry = newRegistry();
    see(registry, sight(camera));
    see(registry, sight({ ...camera, serial: serialB, mac: macB }));
    expect(registry.see(hit(10), home)).toEqual({ kind: 'refused', why: 'no-identity' });
  });

  test('stays itself when several devices come to claim the address', () => {
    const registry = newRegistry();
    const other = sight({ model: 'X' }, { source: 'sweep', fromAddress: there, vendor: 'other' });
    const provisional = see(registry, other);
    see(registry, sight(camera, { after: 1 }));
    see(registry, sight({ ...camera, serial: serialB, mac: macB }, { after: 2 }));
    expect(registry.stats().devices).toBe(3);
    expect(see(registry, hit(3))).toBe(provisional);
  });

  test('is not the device that was there on an earlier visit', () => {
    const registry = newRegistry();
    const provisional = see(registry, hit());
    see(registry, sight(camera, { after: 13 * hour }));
    expect(registry.stats().devices).toBe(2);
    expect(registry.row(provisional)?.serial).toBeNull();
  });

  test('is not the device that left: nobody there, so a new one', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.tick(sight({}).at);
    for (let after = 30_000; after <= 150_000; after += 30_000) {
      registry.tick(sight({}, { after }).at);
    }
    expect(registry.row(id)?.presence).toBe('offline');
    expect(see(registry, hit(151_000))).not.toBe(id);
  });

  test('is not united with what it contradicts', () => {
    const registry = newRegistry();
    see(registry, sight(camera));
    const printer = sight({}, { source: 'sweep', fromAddress: there, vendor: 'other', after: 10 });
    const id = see(registry, printer);
    expect(registry.row(id)).toMatchObject({ vendor: 'other', serial: null });
    see(registry, sight(camera, { after: 20 }));
    expect(see(registry, { ...printer, at: printer.at + 30 })).toBe(id);
    const model = sight(
      { model: 'DS-7616NI-K2' },
      { source: 'sweep', fromAddress: there, after: 40 },
    );
    expect(see(registry, model)).toBe(id);
    expect(registry.stats().devices).toBe(2);
  });

  test('joins the record that waits there and the device that answers there', () => {
    const registry = newRegistry();
    const provisional = see(registry, hit());
    see(registry, sight({ ...camera, ipv4Address: '10.0.0.1' }, { after: 10 }));
    expect(registry.stats().devices).toBe(2);
    const id = see(registry, sight(camera, { after: 20 }));
    expect(registry.stats().devices).toBe(1);
    expect(registry.record(id)?.formerIds).toEqual([provisional]);
  });

  test('a MAC of zeros is no MAC, and not shown as one', () => {
    const registry = newRegistry();
    const zero = { mac: '00:00:00:00:00:00', ipv4Address: there };
    const id = see(registry, sight(zero, { source: 'onvif' }));
    expect(registry.row(id)).toMatchObject({ mac: null, ipv4Address: there });
    expect(see(registry, hit(5))).toBe(id);
  });

  test('without any address it is nobody', () => {
    const registry = newRegistry();
    expect(registry.see(sight({ httpPort: 80 }, { fromAddress: null }), home)).toEqual({
      kind: 'refused',
      why: 'no-identity',
    });
    expect(registry.takeDirty()).toEqual({ ids: [], removed: [], events: [] });
  });
});

describe('two devices with one MAC', () => {
  test('each can be renewed, and one can leave the other', () => {
    const registry = newRegistry();
    const a = see(registry, sight(camera));
    const b = see(registry, sight({ ...camera, serial: serialB, ipv4Address: '10.0.0.9' }));
    const many = ['0b', '0c', '0d', '0e'].map((tail) => `58:50:ed:00:00:${tail}`);
    for (const [index, mac] of many.entries()) {
      see(registry, sight({ serial: serialB, mac }, { after: 200_000 + index }));
    }
    expect(registry.record(b)?.nics.map((nic) => nic.mac)).not.toContain(macA);
    expect(registry.find(macA)).toEqual({ kind: 'one', id: a });
  });
});

describe('a MAC that answers for several addresses (proxy ARP)', () => {
  const routed = (last: number, after: number) =>
    sight({ mac: macB }, { source: 'sweep', fromAddress: `10.0.0.${last}`, after });

  test('identifies nobody: each address is a device of its own', () => {
    const registry = newRegistry();
    const ids = [1, 2, 3, 4].map((last) => see(registry, routed(last, last)));
    expect(new Set(ids).size).toBe(4);
    expect(registry.rows(home).map((row) => row.mac)).toEqual([null, null, null, null]);
    expect([4, 3, 2, 1].map((last) => see(registry, routed(last, 600_000 + last)))).toEqual(
      ids.toReversed(),
    );
  });

  test('adds nothing to devices that SADP knows at those addresses', () => {
    const registry = newRegistry();
    for (const last of [1, 2, 3]) {
      const ipv4Address = `10.0.0.${last}`;
      see(
        registry,
        sight({ serial: `${serialA}${last}`, mac: `58:50:ed:00:00:0${last}`, ipv4Address }),
      );
    }
    for (const last of [1, 2, 3]) see(registry, routed(last, 1_000 + last));
    expect(registry.stats().devices).toBe(3);
    expect(registry.rows(home).map((row) => row.sameAddress)).toEqual([0, 0, 0]);
  });

  test('is remembered over a restart', () => {
    const registry = newRegistry();
    const ids = [1, 2, 3].map((last) => see(registry, routed(last, last)));
    const records = ids.map((id) => registry.record(id)).filter((record) => record !== undefined);
    const next = newRegistry();
    next.load(structuredClone(records) as typeof records);
    expect([3, 1, 2].map((last) => see(next, routed(last, 900_000 + last)))).toEqual([
      ids[2],
      ids[0],
      ids[1],
    ]);
  });

  test('a device with a serial keeps its MAC when a sweep meets it elsewhere at once', () => {
    const registry = newRegistry();
    const id = see(registry, sight({ ...camera, mac: macB }));
    for (const last of [1, 2, 3]) see(registry, routed(last, last));
    expect(registry.row(id)).toMatchObject({ mac: macB, ipv4Address: there });
    expect(registry.stats().devices).toBe(4);
  });

  test('a device that moved is still itself when it was not heard just now', () => {
    const registry = newRegistry();
    const id = see(registry, routed(1, 0));
    expect(see(registry, routed(2, 60_000))).toBe(id);
    expect(registry.row(id)?.ipv4Address).toBe('10.0.0.2');
  });
});
