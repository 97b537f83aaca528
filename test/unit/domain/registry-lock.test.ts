import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../main/contract/device.ts';
import { camera, newRegistry, see, sight, t0 } from './helpers.ts';

const until = t0 + 600_000;

function locked() {
  const registry = newRegistry();
  const id = see(registry, sight(camera));
  registry.tick(t0);
  registry.takeDirty();
  registry.setLock(id, { attemptsLeft: 0, lockedUntil: until });
  return { registry, id };
}

describe('tries left and locks', () => {
  test('are on the row and listeners learn of them', () => {
    const { registry, id } = locked();
    expect(registry.row(id)).toMatchObject({ attemptsLeft: 0, lockedUntil: until });
    expect(registry.row(id)?.flags).toContain('locked');
    expect(registry.takeDirty().ids).toEqual([id]);
  });

  test('told again they are no change', () => {
    const { registry, id } = locked();
    registry.takeDirty();
    registry.setLock(id, { attemptsLeft: 0, lockedUntil: until });
    expect(registry.takeDirty().ids).toEqual([]);
  });

  test('a lock goes by itself when its time is over, and not before', () => {
    const { registry, id } = locked();
    registry.takeDirty();
    registry.tick(until - 1);
    expect(registry.row(id)?.flags).toContain('locked');
    registry.takeDirty();
    registry.tick(until);
    expect(registry.row(id)).toMatchObject({ attemptsLeft: null, lockedUntil: null });
    expect(registry.row(id)?.flags).not.toContain('locked');
    expect(registry.takeDirty().ids).toContain(id);
  });

  test('tries without a lock stay until somebody knows better', () => {
    const { registry, id } = locked();
    registry.setLock(id, { attemptsLeft: 3, lockedUntil: null });
    registry.tick(until + 1);
    expect(registry.row(id)).toMatchObject({ attemptsLeft: 3, lockedUntil: null });
    expect(registry.row(id)?.flags).not.toContain('locked');
  });

  test('of a device that is not known are nothing', () => {
    const { registry } = locked();
    registry.takeDirty();
    registry.setLock('nobody' as DeviceId, { attemptsLeft: 1, lockedUntil: null });
    expect(registry.takeDirty().ids).toEqual([]);
  });
});
