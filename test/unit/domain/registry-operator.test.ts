import { describe, expect, test } from 'vitest';
import { deviceId } from '../../../main/contract/device.ts';
import { camera, eventKinds, home, macA, newRegistry, see, serialB, sight, t0 } from './helpers.ts';

const nobody = deviceId.parse('nobody');
const hour = 3_600_000;

describe('edits', () => {
  test('name, note and kind are trimmed, cleared by null, and stay when not named', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.takeDirty();
    expect(registry.edit(id, { name: '  Gate ', note: 'x', kind: 'intercom' }, t0 + 1)).toBe(true);
    expect(registry.row(id)).toMatchObject({ name: 'Gate', note: 'x', kind: 'intercom' });
    expect(registry.takeDirty()).toMatchObject({
      ids: [id],
      events: [
        { kind: 'renamed', params: { from: null, to: 'Gate' } },
        { kind: 'updated', params: { fields: 'note kind' } },
      ],
    });
    registry.edit(id, { name: ' ' }, t0 + 2);
    expect(registry.row(id)).toMatchObject({ name: null, note: 'x' });
    registry.edit(id, { note: null, kind: null, name: null }, t0 + 3);
    expect(registry.row(id)).toMatchObject({ name: null, note: null, kind: 'camera' });
    registry.edit(id, { note: 'y'.repeat(9_000) }, t0 + 4);
    expect(registry.row(id)?.note).toHaveLength(4_000);
  });

  test('the chosen kind survives what the device says', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.edit(id, { kind: 'panel' }, t0);
    see(registry, sight({ ...camera, model: 'DS-7608NI' }, { after: 1 }));
    expect(registry.row(id)?.kind).toBe('panel');
  });

  test('each edit is later than the one before, whatever the clock says', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.edit(id, { name: 'a' }, t0);
    registry.edit(id, { name: 'b' }, t0 - hour);
    expect(registry.record(id)?.editedAt).toBe(t0 + 1);
  });

  test('nobody is there to edit', () => {
    const registry = newRegistry();
    expect(registry.edit(nobody, { name: 'x' }, t0)).toBe(false);
    expect(registry.row(nobody)).toBeUndefined();
    expect(registry.device(nobody, 'x')).toBeUndefined();
    expect(registry.detail(nobody)).toBeUndefined();
    expect(registry.record(nobody)).toBeUndefined();
  });
});

describe('removing from the list', () => {
  test('keeps the device with its notes, and restores it once', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.edit(id, { note: 'keep' }, t0);
    registry.takeDirty();
    expect(registry.remove([id, nobody], t0 + 5)).toEqual([id]);
    expect(registry.remove([id], t0 + 6)).toEqual([]);
    expect(registry.row(id)).toMatchObject({ removedAt: t0 + 5, note: 'keep' });
    see(registry, sight(camera, { after: 15_000 }));
    expect(registry.row(id)?.removedAt).toBe(t0 + 5);
    expect(registry.restore([id, nobody], t0 + 7)).toEqual([id]);
    expect(registry.restore([id], t0 + 8)).toEqual([]);
    expect(registry.row(id)).toMatchObject({ removedAt: null, note: 'keep' });
    expect(eventKinds(registry)).toEqual(['removed', 'restored']);
  });
});

describe('sites', () => {
  test('a device follows the site it is heard at', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.edit(id, { name: 'Spare' }, t0);
    registry.takeDirty();
    see(registry, sight(camera, { after: 15_000 }), 'site-2');
    expect(registry.rows(home)).toEqual([]);
    expect(registry.rows('site-2')).toMatchObject([{ id, name: 'Spare' }]);
    expect(registry.takeDirty().events).toMatchObject([
      { kind: 'moved-site', params: { from: home, to: 'site-2' } },
    ]);
  });

  test('a removed one follows only on another visit, and is then on the list again', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.remove([id], t0);
    see(registry, sight(camera, { after: hour }), 'site-2');
    expect(registry.record(id)).toMatchObject({ siteId: home, removedAt: t0 });
    see(registry, sight(camera, { after: 14 * hour }), 'site-2');
    expect(registry.record(id)).toMatchObject({ siteId: 'site-2', removedAt: null });
  });

  test('count what is on their list', () => {
    const registry = newRegistry();
    const a = see(registry, sight(camera));
    see(registry, sight({ serial: serialB }));
    see(registry, sight({ serial: 'THIRD-1' }), 'site-2');
    registry.remove([a], t0);
    expect([registry.count(home), registry.count('site-2'), registry.count('x')]).toEqual([
      1, 1, 0,
    ]);
  });

  test('by hand', () => {
    const registry = newRegistry();
    const a = see(registry, sight(camera));
    const b = see(registry, sight({ serial: serialB }), 'site-2');
    registry.takeDirty();
    expect(registry.moveSite([a, b, nobody], 'site-2', t0)).toEqual([a]);
    expect(registry.takeDirty()).toMatchObject({ ids: [a], events: [{ kind: 'moved-site' }] });
  });

  test('an entry by hand stays at its site until it is heard', () => {
    const registry = newRegistry();
    const id = see(registry, sight({ mac: macA }, { source: 'book', fromAddress: null }), 'site-2');
    see(registry, sight({ mac: macA, model: 'X' }, { source: 'book', fromAddress: null }));
    expect(registry.record(id)?.siteId).toBe('site-2');
  });
});

describe('finding by name', () => {
  const recorder = { serial: 'DS-7608NI-K20180101CCRR123456789WCVU', mac: '44:19:b6:00:00:01' };
  function three() {
    const registry = newRegistry();
    const a = see(registry, sight(camera));
    const b = see(registry, sight({ ...camera, serial: serialB, mac: '44:19:b6:00:00:02' }));
    const c = see(registry, sight({ ...recorder, ipv4Address: '192.168.1.30' }));
    registry.edit(a, { name: 'Front Gate' }, t0);
    return { registry, a, b, c };
  }

  test('by serial, by a unique tail, by MAC in any spelling, by name in any case', () => {
    const { registry, a, b, c } = three();
    for (const wanted of [camera.serial ?? '', 'wre11111111', '1111', ' front gate ', macA]) {
      expect(registry.find(wanted)).toEqual({ kind: 'one', id: a });
    }
    expect(registry.find('4419.B600.0002')).toEqual({ kind: 'one', id: b });
    expect(registry.find('123456789')).toEqual({ kind: 'one', id: c });
    expect(registry.find('89WCVU')).toEqual({ kind: 'one', id: c });
  });

  test('three characters, an address or nothing find nobody', () => {
    const { registry } = three();
    for (const wanted of ['111', '192.168.1.30', '192.168.1.20', '', '  ', 'cellar']) {
      expect(registry.find(wanted)).toEqual({ kind: 'none' });
    }
  });

  test('two matches name both', () => {
    const { registry, a, b } = three();
    registry.edit(b, { name: 'FRONT GATE' }, t0);
    expect(registry.find('front gate')).toEqual({ kind: 'many', ids: [a, b] });
    registry.edit(b, { name: '1111' }, t0);
    expect(registry.find('1111')).toEqual({ kind: 'many', ids: [a, b] });
  });

  test('a removed device is found, so that it can be restored', () => {
    const { registry, a } = three();
    registry.remove([a], t0);
    expect(registry.find('Front Gate')).toEqual({ kind: 'one', id: a });
  });
});
