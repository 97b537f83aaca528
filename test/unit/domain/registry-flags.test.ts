import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../main/contract/device.ts';
import type { Registry } from '../../../main/domain/registry.ts';
import { camera, macA, newRegistry, see, sight, t0 } from './helpers.ts';

const crowd = '192.168.1.64';

function fresh(index: number, ipv4Address = crowd) {
  return {
    ...camera,
    serial: `DS-2CD1023G0-I20250101AAWR0000000${index}`,
    mac: `58:50:ed:00:01:0${index}`,
    ipv4Address,
    activated: false,
  };
}

function flagsOf(registry: Registry, id: DeviceId) {
  return registry.row(id)?.flags;
}

describe('devices that claim one address', () => {
  test('eight new cameras are one group of eight, each row says so', () => {
    const registry = newRegistry();
    const ids = Array.from({ length: 8 }, (_, index) => see(registry, sight(fresh(index))));
    for (const id of ids) {
      expect(registry.row(id)).toMatchObject({ sameAddress: 8 });
      expect(flagsOf(registry, id)).toEqual(['duplicate-address', 'inactive', 'default-address']);
    }
  });

  test('neighbours become dirty when the conflict starts, grows and ends', () => {
    const registry = newRegistry();
    const a = see(registry, sight(fresh(1)));
    registry.takeDirty();
    const b = see(registry, sight(fresh(2)));
    expect(new Set(registry.takeDirty().ids)).toEqual(new Set([a, b]));
    const c = see(registry, sight(fresh(3)));
    expect(registry.takeDirty().ids).toHaveLength(3);
    see(registry, sight(fresh(3, '192.168.1.103'), { after: 1 }));
    expect(new Set(registry.takeDirty().ids)).toEqual(new Set([a, b, c]));
    expect(registry.row(c)?.sameAddress).toBe(0);
    see(registry, sight(fresh(2, '192.168.1.102'), { after: 2 }));
    expect(new Set(registry.takeDirty().ids)).toEqual(new Set([a, b]));
    expect(registry.row(a)).toMatchObject({ sameAddress: 0 });
    expect(flagsOf(registry, a)).toEqual(['inactive', 'default-address']);
  });

  test('one that went offline does not claim any more', () => {
    const registry = newRegistry();
    const a = see(registry, sight(fresh(1)));
    const b = see(registry, sight(fresh(2)));
    for (let after = 15_000; after <= 120_000; after += 15_000) {
      see(registry, sight(fresh(1), { after }));
      registry.tick(t0 + after);
    }
    expect(registry.row(a)).toMatchObject({ sameAddress: 0, presence: 'online' });
    expect(registry.row(b)).toMatchObject({ sameAddress: 0, presence: 'offline' });
    expect(flagsOf(registry, b)).not.toContain('duplicate-address');
    expect(registry.takeDirty().ids).toContain(a);
  });

  test('a device without an address, or known by its address only, claims none', () => {
    const registry = newRegistry();
    const none = { fromAddress: '10.0.0.1' };
    see(registry, sight({ ...fresh(1, '0.0.0.0') }, { fromAddress: null }));
    const id = see(registry, sight({ ...fresh(2, '0.0.0.0') }, { fromAddress: null }));
    expect(registry.row(id)).toMatchObject({ ipv4Address: '0.0.0.0', sameAddress: 0 });
    const a = see(registry, sight({}, { source: 'sweep', vendor: 'other', ...none }));
    see(registry, sight(fresh(3, '10.0.0.1')));
    expect(registry.row(a)?.sameAddress).toBe(0);
  });
});

describe('other flags', () => {
  test('other-subnet only when the local subnets are known', () => {
    const registry = newRegistry();
    const id = see(registry, sight({ ...camera, ipv4Address: '192.168.1.20' }));
    expect(flagsOf(registry, id)).toEqual([]);
    registry.takeDirty();
    const wired = { adapter: 'eth0', address: '10.0.0.5', prefix: 24 };
    registry.setLocalAddresses([wired]);
    expect(registry.takeDirty().ids).toEqual([id]);
    expect(flagsOf(registry, id)).toEqual(['other-subnet']);
    registry.setLocalAddresses([{ ...wired }]);
    expect(registry.takeDirty().ids).toEqual([]);
    registry.setLocalAddresses([wired, { adapter: 'a', address: '192.168.1.9', prefix: 24 }]);
    expect(flagsOf(registry, id)).toEqual([]);
    registry.setLocalAddresses([{ adapter: 'broken', address: '?', prefix: 24 }]);
    expect(flagsOf(registry, id)).toEqual(['other-subnet']);
  });

  test('an address that is none has no subnet', () => {
    const registry = newRegistry();
    registry.setLocalAddresses([{ adapter: 'eth0', address: '10.0.0.5', prefix: 24 }]);
    const id = see(registry, sight({ serial: camera.serial ?? '' }, { fromAddress: null }));
    expect(flagsOf(registry, id)).toEqual([]);
  });

  test('inactive only after a clear no', () => {
    const registry = newRegistry();
    const id = see(registry, sight({ ...camera, activated: null }));
    expect(flagsOf(registry, id)).toEqual([]);
    see(registry, sight({ ...camera, activated: false }, { after: 1 }));
    expect(flagsOf(registry, id)).toEqual(['inactive']);
  });

  test('default-address for what leaves the factory', () => {
    const registry = newRegistry();
    const id = see(registry, sight({ ...camera, ipv4Address: '192.0.0.64' }));
    expect(flagsOf(registry, id)).toEqual(['default-address']);
  });

  test('unreachable until it is reached, swept or moved', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.takeDirty();
    registry.setReachable('192.168.1.20', false);
    expect(flagsOf(registry, id)).toEqual(['unreachable']);
    expect(registry.takeDirty().ids).toEqual([id]);
    registry.setReachable('192.168.1.20', false);
    expect(registry.takeDirty().ids).toEqual([]);
    registry.setReachable('192.168.1.20', true);
    expect(flagsOf(registry, id)).toEqual([]);
    registry.setReachable('192.168.1.20', false);
    see(registry, sight({ mac: macA }, { source: 'sweep', fromAddress: '192.168.1.20', after: 1 }));
    expect(flagsOf(registry, id)).toEqual([]);
    registry.setReachable('192.168.1.20', false);
    see(registry, sight({ ...camera, ipv4Address: '192.168.1.30' }, { after: 2 }));
    expect(flagsOf(registry, id)).toEqual([]);
    registry.setReachable('10.9.9.9', false);
    expect(flagsOf(registry, id)).toEqual([]);
  });
});
