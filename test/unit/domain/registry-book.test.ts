import { describe, expect, test } from 'vitest';
import type { BookEntry, BookTest } from '../../../main/contract/book.ts';
import { camera, home, newRegistry, see, serialA, sight, t0 } from './helpers.ts';

const entry: BookEntry = {
  ...{ host: '192.168.1.20', httpPort: 80, isTls: false, commandPort: 8000, userName: 'admin' },
  ...{ origin: 'typed', addedAt: t0, pin: null, isBasicAllowed: false, test: null },
};

describe('a device of the book', () => {
  test('is nobody until somebody tells: no other device is met in it', () => {
    const registry = newRegistry();
    const id = registry.add(home, t0);
    registry.setBook(id, entry, t0);
    const other = see(registry, sight({ ...camera, ipv4Address: '192.168.1.20' }));
    expect(other).not.toBe(id);
    expect(registry.row(id)).toMatchObject({ presence: 'never', bookHost: '192.168.1.20' });
    expect(registry.row(other)).toMatchObject({ presence: 'online', bookHost: null });
  });

  test('is met by its serial once that was read', () => {
    const registry = newRegistry();
    const id = registry.add(home, t0);
    registry.learn(id, sight({ serial: serialA }, { source: 'book', fromAddress: null }));
    expect(registry.row(id)).toMatchObject({ presence: 'never', serial: serialA });
    expect(see(registry, sight(camera))).toBe(id);
    expect(registry.row(id)?.presence).toBe('online');
  });

  test('keeps the later entry when two become one', () => {
    const registry = newRegistry();
    const into = see(registry, sight(camera));
    const from = registry.add('site-2', t0);
    registry.setBook(into, entry, t0);
    registry.setBook(from, { ...entry, host: 'cam.lan', addedAt: t0 + 1 }, t0 + 1);
    expect(registry.merge(from, into, t0 + 2)).toBe(true);
    expect(registry.record(into)).toMatchObject({ siteId: 'site-2', book: { host: 'cam.lan' } });
    expect(registry.record(from)).toBeUndefined();
    expect(registry.merge(into, into, t0 + 3)).toBe(false);
  });

  test.each([
    ['the address it told', entry, '192.168.1.77'],
    ['another address', { ...entry, host: '10.0.0.1' }, '10.0.0.1'],
    ['a name', { ...entry, host: 'cam.lan' }, 'cam.lan'],
    ['a readable password', { ...entry, isBasicAllowed: true }, '192.168.1.20'],
  ])('that is reached at %s', (_name, book, host) => {
    const registry = newRegistry();
    const id = see(registry, sight({ ...camera, ipv4Address: '192.168.1.20' }));
    registry.setBook(id, { ...book, test: {} as BookTest }, t0);
    see(registry, sight({ ...camera, ipv4Address: '192.168.1.77' }, { at: t0 + 15_000 }));
    expect(registry.row(id)?.bookHost).toBe(host);
    // What was found at the old address says nothing of the new one.
    expect(registry.record(id)?.book?.test === null).toBe(host === '192.168.1.77');
  });

  test('tells of a changed way, and of nothing else', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.takeDirty();
    registry.setBook(id, entry, t0);
    registry.setBook(id, { ...entry, pin: 'a' }, t0 + 1);
    const { events } = registry.takeDirty();
    const params = { fields: 'book', from: null, to: '192.168.1.20' };
    expect(events).toEqual([{ deviceId: id, at: t0, kind: 'updated', params }]);
  });
});
