import { describe, expect, test } from 'vitest';
import {
  camera,
  eventKinds,
  home,
  macA,
  macB,
  newRegistry,
  see,
  serialA,
  serialB,
  sight,
} from './helpers.ts';

const minute = 60_000;

describe('a device keeps its identity', () => {
  test('through a change of address, a reset and an activation, with its name and note', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.edit(id, { name: 'Gate', note: 'ladder' }, 0);
    eventKinds(registry);
    const reset = { ...camera, ipv4Address: '192.168.1.64', activated: false };
    expect(see(registry, sight(reset, { after: minute }))).toBe(id);
    expect(eventKinds(registry)).toEqual(['reset', 'address-changed']);
    see(registry, sight({ ...reset, activated: true }, { after: 2 * minute }));
    expect(eventKinds(registry)).toEqual(['activated']);
    expect(registry.row(id)).toMatchObject({ name: 'Gate', note: 'ladder', activated: true });
  });

  test('whatever the case and the blanks of its serial', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    const shouted = { serial: ` ${serialA.toLowerCase()} ` };
    expect(see(registry, sight(shouted, { after: 1 }))).toBe(id);
    expect(registry.row(id)?.serial).toBe(serialA);
  });

  test('when a swept MAC later tells its serial: the records are one, fields and history stay', () => {
    const registry = newRegistry();
    const swept = sight({ mac: macA, ipv4Address: '192.168.1.20' }, { source: 'sweep' });
    const id = see(registry, swept);
    registry.edit(id, { name: 'Yard' }, 0);
    expect(see(registry, sight(camera, { after: 10 }))).toBe(id);
    expect(registry.stats().devices).toBe(1);
    expect(registry.row(id)).toMatchObject({ serial: serialA, name: 'Yard', mac: macA });
    expect(registry.row(id)?.via.map((via) => via.source)).toEqual(['sadp', 'sweep']);
  });

  test('when serial and MAC were two records: the serial one stays, the other id is told as gone', () => {
    const registry = newRegistry();
    const swept = see(registry, sight({ mac: macA, ipv4Address: '10.0.0.7' }, { source: 'sweep' }));
    registry.edit(swept, { name: 'From sweep' }, 0);
    const { serial, model } = camera;
    const told = see(registry, sight({ serial, model, ipv4Address: '10.0.0.8' }, { after: 1 }));
    expect(told).not.toBe(swept);
    registry.takeDirty();
    const sweptEvents = () => registry.takeDirty();
    expect(see(registry, sight(camera, { after: 2 }))).toBe(told);
    const dirty = sweptEvents();
    expect(dirty.removed).toEqual([swept]);
    expect(dirty.ids).toEqual([told]);
    expect(registry.row(told)?.name).toBe('From sweep');
    expect(registry.record(told)?.formerIds).toEqual([swept]);
    expect(dirty.events.map((event) => event.params)).toContainEqual({
      fields: 'identity',
      from: macA,
      to: serialA,
    });
  });

  test('events not yet taken move with the record', () => {
    const registry = newRegistry();
    see(registry, sight({ mac: macA, ipv4Address: '10.0.0.7' }, { source: 'sweep' }));
    const told = see(registry, sight({ serial: serialA, ipv4Address: '10.0.0.8' }));
    see(registry, sight(camera));
    const { events } = registry.takeDirty();
    expect(new Set(events.map((event) => event.deviceId))).toEqual(new Set([told]));
  });

  test('when an HTTP page tells only the tail of its serial', () => {
    const registry = newRegistry();
    const short = { serial: 'RE11111111', mac: macA };
    const id = see(registry, sight(short, { source: 'sweep' }));
    expect(see(registry, sight(camera, { after: 1 }))).toBe(id);
    expect(registry.row(id)?.serial).toBe(serialA);
    expect(see(registry, sight(short, { source: 'sweep', after: 2 }))).toBe(id);
    expect(registry.row(id)?.serial).toBe(serialA);
  });
});

describe('two devices are never one', () => {
  test('one MAC with two full serials: two devices', () => {
    const registry = newRegistry();
    const first = see(registry, sight(camera));
    const second = see(registry, sight({ ...camera, serial: serialB, ipv4Address: '10.0.0.9' }));
    expect(second).not.toBe(first);
    expect(registry.row(first)).toMatchObject({ serial: serialA, mac: macA });
    expect(registry.row(second)).toMatchObject({ serial: serialB, mac: macA });
  });

  test('a sighting by that MAC goes to the one at the address, else to the one heard last', () => {
    const registry = newRegistry();
    const first = see(registry, sight(camera));
    const other = { ...camera, serial: serialB, ipv4Address: '10.0.0.9' };
    const second = see(registry, sight(other, { after: 10 }));
    const by = (ipv4Address: string) =>
      see(registry, sight({ mac: macA, ipv4Address }, { source: 'onvif', after: 20 }));
    expect(by('192.168.1.20')).toBe(first);
    expect(by('10.0.0.9')).toBe(second);
    see(registry, sight(other, { after: 30 }));
    expect(see(registry, sight({ mac: macA }, { fromAddress: null, after: 40 }))).toBe(second);
  });

  test('a placeholder serial unites nobody', () => {
    const registry = newRegistry();
    const a = see(registry, sight({ serial: 'N/A', mac: macA }));
    const b = see(registry, sight({ serial: 'N/A', mac: macB }));
    expect(a).not.toBe(b);
  });
});

describe('a second network interface', () => {
  const second = { ...camera, mac: macB, ipv4Address: '192.168.254.1', firmware: 'V9' };

  test('is the same device with a note, and does not make its address flap', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.takeDirty();
    for (let round = 1; round <= 3; round += 1) {
      expect(see(registry, sight(second, { after: round * 15_000 + 1 }))).toBe(id);
      expect(see(registry, sight(camera, { after: round * 15_000 + 2 }))).toBe(id);
    }
    expect(eventKinds(registry)).toEqual([]);
    expect(registry.row(id)).toMatchObject({ mac: macA, ipv4Address: '192.168.1.20' });
    expect(registry.detail(id)?.extra).toContainEqual(
      expect.objectContaining({ key: 'otherMac', value: `${macB} 192.168.254.1` }),
    );
    expect(registry.find(macB)).toEqual({ kind: 'one', id });
  });

  test('becomes the main one when the first falls silent', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    registry.takeDirty();
    see(registry, sight(second, { after: 121_000 }));
    expect(registry.row(id)).toMatchObject({ mac: macB, ipv4Address: '192.168.254.1' });
    expect(eventKinds(registry)).toEqual(['address-changed', 'updated']);
    see(registry, sight({ ...camera, ipv4Address: '192.168.1.21' }, { after: 122_000 }));
    expect(registry.row(id)?.mac).toBe(macB);
  });

  test('there are at most four; the one silent longest is forgotten', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    for (let nic = 1; nic <= 6; nic += 1) {
      see(registry, sight({ serial: serialA, mac: `58:50:ed:00:01:0${nic}` }, { after: nic }));
    }
    const nics = registry.record(id)?.nics.map((nic) => nic.mac.slice(-2));
    expect(nics).toEqual(['0a', '04', '05', '06']);
    const extra = registry.detail(id)?.extra.map((view) => view.key);
    expect(extra).toEqual(['otherMac', 'otherMac2', 'otherMac3']);
    expect(registry.detail(id)?.extra[0]?.value).toMatch(/^58:50:ed:00:01:0\d$/);
  });
});

describe('the same record twice in the store', () => {
  test.each([
    ['serial', { serial: serialA }],
    ['MAC', { mac: macA }],
    ['address', {}],
  ])('is one device again, known by %s', (_, facts) => {
    const one = newRegistry();
    const options = { source: 'sweep', fromAddress: '10.0.0.5' } as const;
    const id = see(one, sight(facts, options));
    const other = newRegistry();
    see(other, sight({ mac: macB }), home);
    const twin = see(other, sight(facts, { ...options, after: 5 }));
    const records = [one.record(id), other.record(twin)].filter((record) => record !== undefined);
    const merged = newRegistry();
    merged.load(structuredClone(records) as typeof records);
    expect(merged.stats().devices).toBe(1);
    expect(merged.record(id)?.formerIds).toEqual([twin]);
    expect(merged.takeDirty().ids).toEqual([id]);
  });
});
