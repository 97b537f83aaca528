import { describe, expect, test } from 'vitest';
import { device, deviceDetail, deviceRow } from '../../../main/contract/device.ts';
import type { DeviceRecord } from '../../../main/domain/record.ts';
import { uniteRecords } from '../../../main/domain/unite.ts';
import { camera, macA, macB, newRegistry, see, serialA, sight, t0 } from './helpers.ts';

function rich() {
  const registry = newRegistry();
  const facts = { ...camera, sadpVersion: '3.0', guid: true, mailbox: false, httpPort: 80 };
  const extra = new Map([['NewElement', 'x']]);
  const id = see(registry, sight(facts, { generation: '3.0', extra }));
  const swept = sight({ httpsPort: 443 }, { source: 'sweep', after: 5, adapter: null });
  see(registry, { ...swept, fromAddress: '192.168.1.20', extra: new Map([['NewElement', 'y']]) });
  return { registry, id };
}

describe('what the outside sees', () => {
  test('the row fits the contract and tells no more than is known', () => {
    const { registry, id } = rich();
    const row = registry.row(id);
    expect(deviceRow.strict().parse(row)).toEqual(row);
    expect(row).toMatchObject({
      shortSerial: 'E11111111',
      generation: '3.0',
      dhcpEnabled: null,
      restartedAt: null,
      via: [
        { source: 'sweep', adapter: null, lastAt: t0 + 5 },
        { source: 'sadp', adapter: 'eth0', lastAt: t0 },
      ],
    });
  });

  test('the device of the command line: nested, ISO times, null for unknown', () => {
    const { registry, id } = rich();
    const told = registry.device(id, 'Hotel');
    expect(device.strict().parse(told)).toEqual(told);
    expect(told).toMatchObject({
      site: 'Hotel',
      ipv4: { address: '192.168.1.20', mask: null, gateway: null, dhcp: null },
      ports: { command: null, http: 80, https: 443, sdkOverTls: null },
      capabilities: { guid: true, mailbox: false, securityQuestions: null },
      sadpVersion: '3.0',
      seen: {
        first: '2025-03-01T08:00:00.000Z',
        last: '2025-03-01T08:00:00.005Z',
        via: [
          { adapter: null, source: 'sweep' },
          { adapter: 'eth0', source: 'sadp' },
        ],
      },
    });
  });

  test('the detail names source, adapter and time of each fact, and keeps unknown elements', () => {
    const { registry, id } = rich();
    const detail = registry.detail(id);
    expect(deviceDetail.omit({ events: true }).strict().parse(detail)).toEqual(detail);
    const fact = (key: string) => detail?.facts.find((view) => view.key === key);
    expect(fact('httpPort')).toEqual({
      key: 'httpPort',
      value: 80,
      source: 'sadp',
      adapter: 'eth0',
      at: t0,
    });
    expect(fact('httpsPort')).toMatchObject({ source: 'sweep', adapter: null, at: t0 + 5 });
    expect(fact('dhcpEnabled')).toBeUndefined();
    expect(detail?.extra).toEqual([
      { key: 'NewElement', value: 'x', source: 'sadp', adapter: 'eth0', at: t0 },
    ]);
  });

  test('a device of which little is known', () => {
    const registry = newRegistry();
    const id = see(registry, sight({ mac: macA, serial: 'N/A' }, { fromAddress: null }));
    see(registry, sight({ mac: macA, serial: 'N/A' }, { fromAddress: null, after: 1 }));
    expect(registry.row(id)).toMatchObject({ serial: 'N/A', ipv4Address: null, model: null });
    const other = see(registry, sight({}, { fromAddress: '10.0.0.1', source: 'sweep' }));
    expect(registry.row(other)).toMatchObject({ serial: null, shortSerial: null, mac: null });
  });

  test('a second card without an address of its own', () => {
    const registry = newRegistry();
    see(registry, sight({ serial: serialA, mac: macA }, { fromAddress: null }));
    const id = see(registry, sight({ serial: serialA, mac: macB }, { fromAddress: null }));
    expect(registry.detail(id)?.extra[0]).toMatchObject({ key: 'otherMac', value: macB });
  });

  test('a second way by the same adapter is counted, a seventeenth way forgets the oldest', () => {
    const registry = newRegistry();
    const id = see(registry, sight(camera));
    for (let index = 0; index < 16; index += 1) {
      see(registry, sight(camera, { adapter: `wlan${index}`, after: index + 1 }));
    }
    const via = registry.record(id)?.via ?? [];
    expect(via).toHaveLength(16);
    expect(via.some((way) => way.adapter === 'eth0')).toBe(false);
  });
});

describe('uniting two records', () => {
  function records(): { into: DeviceRecord; from: DeviceRecord } {
    const registry = newRegistry();
    const a = see(registry, sight({ ...camera, httpPort: 80, firmware: 'V1' }));
    see(registry, sight({ ...camera, firmware: 'V2', httpPort: null }, { after: 10 }));
    const b = see(
      registry,
      sight({ mac: macB, httpPort: 81, firmware: 'V0', dsp: 'D' }, { after: 5 }),
    );
    const clone = (id: typeof a) => structuredClone(registry.record(id)) as DeviceRecord;
    return { into: clone(a), from: clone(b) };
  }

  test('takes the newer word for each fact and keeps its time', () => {
    const { into, from } = records();
    uniteRecords(into, from);
    expect(into.sources.sadp).toMatchObject({
      at: t0 + 10,
      facts: { httpPort: 81, firmware: 'V2', dsp: 'D', serial: serialA },
      earlier: { httpPort: { at: t0 + 5 }, dsp: { at: t0 + 5 } },
    });
    expect(into.nics.map((nic) => nic.mac)).toEqual([macA, macB]);
    expect(into.via).toMatchObject([{ firstAt: t0, lastAt: t0 + 10, count: 3 }]);
    expect(into).toMatchObject({ firstSeenAt: t0, lastSeenAt: t0 + 10, formerIds: [from.id] });
  });

  test('the other way round the same facts count', () => {
    const { into, from } = records();
    uniteRecords(from, into);
    expect(from.sources.sadp?.facts).toMatchObject({ httpPort: 81, firmware: 'V2', dsp: 'D' });
    expect(from).toMatchObject({ serial: serialA, firstSeenAt: t0, lastSeenAt: t0 + 10 });
  });

  test('loses nothing the operator wrote', () => {
    const { into, from } = records();
    Object.assign(into, { name: 'Gate', note: 'a', removedAt: 5 });
    Object.assign(from, { name: 'Door', note: 'b', kind: 'intercom', removedAt: 7 });
    uniteRecords(into, from);
    expect(into).toMatchObject({
      name: 'Gate',
      note: 'a\nb\nDoor',
      kind: 'intercom',
      removedAt: 7,
    });
  });

  test('is on the list unless both were taken off it', () => {
    const { into, from } = records();
    into.removedAt = 5;
    uniteRecords(into, from);
    expect(into).toMatchObject({ removedAt: null, name: null, note: null });
  });

  test('a record never seen adds no times; a shared card is one card', () => {
    const { into, from } = records();
    Object.assign(from, { firstSeenAt: null, lastSeenAt: null, restartedAt: 9, nics: into.nics });
    uniteRecords(into, from);
    expect(into).toMatchObject({ firstSeenAt: t0, lastSeenAt: t0 + 10, restartedAt: 9 });
    expect(into.nics).toHaveLength(1);
  });
});
